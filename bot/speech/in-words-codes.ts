import { type Rule, rule } from './in-words-rules.ts';
import { type Region, sayCode, sayDigits, sayNumber } from './said.ts';

/** Codes of dossiers, petitions, offices and procedures, and the numbers of laws. */
export const codeRules = (region: Region): Rule[] => [
  // The code of a procedure beside its name is for reading.
  [/ ?\(\d\.\d{6}(?:\.[A-Z\d.]{2,24})?\)/gu, () => ''],
  [/(?<![\p{L}\p{N}.-])[A-Z]{2}-\d{6}(?:-\d{4})?-[A-Z\d]{4}(?![\p{L}\p{N}])/gu, ([code = '']) => sayCode(code)],
  [
    /(?<![\p{L}\p{N}.-])[\p{L}\d]{1,3}(?:\.[\p{L}\d]{1,3}){0,3}-(?:\d{8}|\d{6})-\d{4,7}(?:-\d{1,4})?(?![\p{L}\p{N}])/gu,
    ([code = '']) => sayCode(code),
  ],
  [/(?<![\p{L}\p{N}.-])(?:\d{3}\.\d{2}\.\d{2,3}\.[GH]\d{2}|[GH]\d{2}(?:\.\d{1,3}){1,3})(?![\p{L}\p{N}])/gu, ([code = '']) => sayCode(code)],
  rule('\\d\\.\\d{6}(?:(?:\\.\\d{2,3}){2,3}\\.[GH]\\d{2})?', ([code = '']) => sayCode(code)),
  ...lawRules(region),
];

const papers =
  '[Nn]ghị định|[Tt]hông tư liên tịch|[Tt]hông tư|[Qq]uyết định|[Nn]ghị quyết|[Ll]uật|[Bb]ộ luật|[Pp]háp lệnh|[Cc]hỉ thị|[Vv]ăn bản hợp nhất|[Vv]ăn bản|[Cc]ông văn|[Kk]ế hoạch|[Hh]ướng dẫn|[Tt]hông báo|[Tt]ờ trình';
const mark = '\\p{Lu}[\\p{L}\\d]{1,14}(?: ?[-–&] ?\\p{Lu}[\\p{L}\\d]{0,14}){0,4}';

/** A law by its number: the year is said, what kind of paper it is only where the words before have not told it. */
function lawRules(region: Region): Rule[] {
  const said = ([, kind = '', nr = '', number = '', year = '', type = '']: string[]): string => {
    const head = kind !== '' ? `${kind} ${nr === '' ? '' : 'số '}` : nr === '' ? named(type) : 'số ';
    return `${head}${numbered(number, region)}${year === '' ? '' : ` năm ${sayNumber(Number(year), region)}`}`;
  };
  return [
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}.,/-])(?:(${papers}) )?((?:[Ss]ố:? ?){0,1})(\\d{1,5}[a-zA-Z]?)(?: ?/ ?((?:19|20)\\d{2}))? ?/ ?(${mark})(?!\\p{L})`,
        'gu',
      ),
      said,
    ],
    [
      new RegExp(`(?<![\\p{L}\\p{N}])(?:(${papers}) )((?:[Ss]ố:? ?){0,1})(\\d{1,5}[a-zA-Z]?)/((?:19|20)\\d{2})(?![\\p{L}\\p{N}/])`, 'gu'),
      said,
    ],
  ];
}

function numbered(number: string, region: Region): string {
  const [, digits = '', letter = ''] = /^(\d+)(\D?)$/.exec(number) ?? [];
  return `${digits.startsWith('0') ? sayDigits(digits) : sayNumber(Number(digits), region)}${letter === '' ? '' : ` ${letter.toLowerCase()}`}`;
}

function named(type: string): string {
  return `${types.find(([beginning]) => type.startsWith(beginning))?.[1] ?? 'văn bản'} số `;
}

const types: [string, string][] = [
  ['NĐ', 'nghị định'],
  ['TTLT', 'thông tư liên tịch'],
  ['TT', 'thông tư'],
  ['QĐ', 'quyết định'],
  ['NQ', 'nghị quyết'],
  ['VBHN', 'văn bản hợp nhất'],
  ['PL', 'pháp lệnh'],
  ['CT', 'chỉ thị'],
  ['CV', 'công văn'],
  ['KH', 'kế hoạch'],
];
