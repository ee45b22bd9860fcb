import { clean } from '../../bot/text.ts';

/** Where a value stands: `procedure.code`, `tasks.0.name`, `names[languageId=228].name`; several are tried in order. An empty path is the whole. */
export const pathShape = /^$|^[\p{L}\p{N}_-]+(\[[\p{L}\p{N}_-]+=[^\]]+\])?(\.[\p{L}\p{N}_-]+(\[[\p{L}\p{N}_-]+=[^\]]+\])?)*$/u;

const mostRows = 200;
const longestText = 2_000;

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  let found = value;
  for (const step of path.split(/\.(?![^[]*\])/)) {
    const [, name = '', key, wanted] = /^([^[]+)(?:\[([^=]+)=(.+)\])?$/.exec(step) ?? [];
    found = own(found, name);
    if (key !== undefined && Array.isArray(found)) found = found.find((each) => asText(own(each, key)) === wanted);
    else if (key !== undefined) return undefined;
  }
  return found;
}

/** The first of the paths at which there is text. Numbers are text too; blank, null and missing are the same: empty. */
export function textAt(value: unknown, paths: string[]): string {
  for (const path of paths) {
    const text = asText(valueAt(value, path));
    if (text !== '') return text;
  }
  return '';
}

/** The rows at the first path that has some. A single object is one row. */
export function rowsAt(value: unknown, paths: string[]): unknown[] {
  for (const path of paths) {
    const found = valueAt(value, path);
    if (Array.isArray(found) && found.length > 0) return found.slice(0, mostRows);
    if (isObject(found) && !Array.isArray(found)) return [found];
  }
  return [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function own(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function asText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return clean(String(value).slice(0, longestText)).replaceAll('\n', ' ');
}
