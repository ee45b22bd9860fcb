import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { confined } from '../../connectors/papers/confined.ts';
import { createLook } from '../../connectors/papers/look-aside.ts';
import { createPapers } from '../../connectors/papers/papers.ts';
import { blank, pdf, photo } from '../support/paper-files.ts';

const look = createLook({ limitMs: 20_000, memory: 512, atOnce: 2 });
const papers = createPapers({ look, scan: null, meter: { count: () => {} } });
const examine = (bytes: Uint8Array) => papers.examine(bytes, 'web/p', AbortSignal.timeout(30_000));
const refused = (defect: string) => ({ kind: 'defects', defects: [defect] });

describe('a file is taken', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('when it is a picture: %s', async (format) => {
    expect(await examine(await photo({ format }))).toMatchObject({
      kind: 'good',
      type: `image/${format}`,
      pages: 1,
      doubts: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('when it is a PDF, with its pages counted', async () => {
    expect(await examine(await pdf(3))).toMatchObject({ kind: 'good', type: 'application/pdf', pages: 3, doubts: [] });
  });

  test('as what it is, whatever else it could pass for', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>PK\x05\x06');
    expect(await examine(Buffer.concat([await photo(), page]))).toMatchObject({ kind: 'good', type: 'image/jpeg' });
  });

  test('with a doubt when it is small, dark, or shows nothing', async () => {
    expect(await examine(await photo({ width: 300, height: 200 }))).toMatchObject({ kind: 'good', doubts: ['small'] });
    expect(await examine(await photo({ brightness: 20 }))).toMatchObject({ kind: 'good', doubts: ['dark'] });
    expect(await examine(await blank())).toMatchObject({ kind: 'good', doubts: ['blank'] });
  });
});

describe('a file is refused', () => {
  test('when it is empty', async () => {
    expect(await examine(Buffer.alloc(0))).toEqual(refused('empty'));
    expect(await examine(await pdf(0))).toEqual(refused('empty'));
  });

  test('when it is larger than 10 MB, before anything opens it', async () => {
    const untouched = createPapers({ look: () => Promise.reject(new Error('opened')), scan: null, meter: { count: () => {} } });
    expect(await untouched.examine(Buffer.alloc(10 * 1024 * 1024 + 1), 'web/p', AbortSignal.timeout(1_000))).toEqual(refused('too-big'));
  });

  test.each([
    ['a web page', '<!doctype html><html><body>xin chào</body></html>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', '\x7fELF\x02\x01\x01'],
    ['an archive', 'PK\x03\x04\x14\x00\x00\x00\x08\x00'],
    ['text', 'khai sinh'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00\x80\x00\x00'],
  ])('when it is %s', async (_, bytes) => {
    expect(await examine(Buffer.from(bytes, 'latin1'))).toEqual(refused('wrong-type'));
  });

  test('when it is a HEIC picture, which its sender is told how to avoid', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
    expect(await examine(heic)).toEqual(refused('heic'));
  });

  test('when a part of it is missing', async () => {
    for (const whole of [await photo(), await photo({ format: 'png' }), await photo({ format: 'webp' }), await pdf(2)])
      expect(await examine(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual(refused('damaged'));
    expect(await examine(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 65)]))).toEqual(refused('damaged'));
  });

  test('when it has a password, or is locked without one', async () => {
    expect(await examine(await pdf(1, { userPassword: 'bi mat' }))).toEqual(refused('locked'));
    expect(await examine(await pdf(1, { ownerPassword: 'bi mat' }))).toEqual(refused('locked'));
  });

  test('when it has too many pages', async () => {
    expect(await examine(await pdf(201))).toEqual(refused('too-many-pages'));
  });

  test('when a small file unfolds to a picture of too many pixels', async () => {
    expect(await examine(pngOf(60_000, 60_000))).toEqual(refused('too-many-pixels'));
  });

  test('when reading it would take more memory than there is for it, and nothing else suffers', async () => {
    const small = createPapers({ look: createLook({ limitMs: 20_000, memory: 60, atOnce: 1 }), scan: null, meter: { count: () => {} } });
    expect(await small.examine(await photo(), 'web/p', AbortSignal.timeout(30_000))).toEqual(refused('too-heavy'));
    expect(await examine(await photo())).toMatchObject({ kind: 'good' });
  });

  test('when a small PDF unfolds to more than there is memory for', async () => {
    const bomb = await pdfBomb(600);
    expect(bomb.length).toBeLessThan(1_000_000);
    const look = createLook({ limitMs: 20_000, memory: 300, atOnce: 1 });
    const careful = createPapers({ look, scan: null, meter: { count: () => {} } });
    expect(await careful.examine(bomb, 'web/p', AbortSignal.timeout(30_000))).toEqual(refused('too-heavy'));
  });

  test('when reading it takes too long', async () => {
    const hasty = createPapers({ look: createLook({ limitMs: 1, memory: 512, atOnce: 1 }), scan: null, meter: { count: () => {} } });
    expect(await hasty.examine(await photo(), 'web/p', AbortSignal.timeout(30_000))).toEqual(refused('too-heavy'));
  });
});

test('a look that fails for a fault of ours is none of the file, and is counted', async () => {
  const counted: string[] = [];
  const meter = { count: (event: string) => void counted.push(event) };
  const broken = createLook({ limitMs: 20_000, memory: 512, atOnce: 1, program: '/nowhere/look.ts' });
  const found = await createPapers({ look: broken, scan: null, meter }).examine(await photo(), 'web/p', AbortSignal.timeout(30_000));
  expect(found).toEqual(refused('unchecked'));
  expect(counted).toEqual(['look']);
});

test('many files are looked at a few at a time, and each gets its own answer', async () => {
  const files = await Promise.all([photo({ seed: 1 }), pdf(1), Buffer.from('văn bản'), photo({ seed: 2 }), pdf(2)]);
  const found = await Promise.all(files.map(examine));
  expect(found.map((each) => (each.kind === 'good' ? each.pages : each.defects[0]))).toEqual([1, 1, 'wrong-type', 1, 2]);
  const [first, , , fourth] = found;
  expect(first?.kind === 'good' && fourth?.kind === 'good' && first.sha256 !== fourth.sha256).toBe(true);
});

test('the process that opens a file may read its program and no more of the disk, write nothing and start nothing', () => {
  const tried = (code: string) =>
    spawnSync(process.execPath, [...confined(), '--input-type=module', '-e', code], { encoding: 'utf8', env: {} });
  expect(tried(`await import('sharp')`).stderr).toBe('');
  const denied = [
    `(await import('node:fs')).readFileSync('/etc/passwd')`,
    `(await import('node:fs')).readdirSync('${process.cwd()}/test')`,
    `(await import('node:fs')).writeFileSync('${tmpdir()}/left-behind', '')`,
    `(await import('node:child_process')).execFileSync('/bin/true')`,
    `new (await import('node:worker_threads')).Worker("import('node:fs').then((fs) => fs.readFileSync('/etc/passwd'))", { eval: true })`,
  ];
  for (const code of denied) expect(tried(code).stderr).toContain('ERR_ACCESS_DENIED');
});

test('a look that is given up ends with its turn', async () => {
  const stop = new AbortController();
  const looking = papers.examine(await photo(), 'web/p', stop.signal);
  stop.abort();
  await expect(looking).rejects.toThrow();
});

/** A PNG that says how large it is and has next to nothing behind it. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PDF whose catalogue stands in front of so many megabytes of blanks, in one compressed object stream. */
async function pdfBomb(megabytes: number): Promise<Buffer> {
  const blanks = Buffer.alloc(1024 * 1024, ' ');
  const objects = async function* () {
    yield Buffer.from('1 0 2 40 <</Type/Catalog/Pages 2 0 R>>');
    for (let count = 0; count < megabytes; count += 1) yield blanks;
  };
  const packed = await buffer(Readable.from(objects()).pipe(createDeflate()));
  const head = Buffer.from(`%PDF-1.5\n5 0 obj\n<</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`);
  const tail = Buffer.from('\nendstream\nendobj\n');
  const table = Buffer.from([0, 0, 0, 0, 0, 2, 0, 0, 5, 0, ...Array.from({ length: 15 }, () => 0), 1, 0, 0, 9, 0]);
  const tableHead = Buffer.from(`6 0 obj\n<</Type/XRef/Size 6/W[1 3 1]/Root 1 0 R/Length ${table.length}>>\nstream\n`);
  const start = head.length + packed.length + tail.length;
  return Buffer.concat([head, packed, tail, tableHead, table, tail, Buffer.from(`startxref\n${start}\n%%EOF`)]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
