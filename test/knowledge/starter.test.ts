import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portalPage } from '../../knowledge/importer.ts';
import { faqSchema, starterSchema } from '../../knowledge/starter.ts';

const folder = new URL('../../knowledge/starter/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const procedureFiles = files.filter((name) => name.startsWith('procedures-'));
const faqFiles = files.filter((name) => name.startsWith('faq-'));
const entries = procedureFiles.flatMap((name) => starterSchema.array().parse(jsonOf(name)));
const faqs = faqFiles.flatMap((name) => faqSchema.array().parse(jsonOf(name)));
const codeForm = /^\d\.\d{6}$/;

describe('the starter base', () => {
  it.each(procedureFiles)('%s holds valid procedures, one by one', (name) => {
    for (const entry of listOf(name)) expect(starterSchema.safeParse(entry).error?.issues ?? []).toEqual([]);
  });

  it.each(faqFiles)('%s holds valid frequent questions, one by one', (name) => {
    for (const entry of listOf(name)) expect(faqSchema.safeParse(entry).error?.issues ?? []).toEqual([]);
  });

  it.each(files)('%s is written in NFC, without control or zero-width characters', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]/u);
  });

  it('has the 60 procedures citizens ask for most and 40 frequent questions', () => {
    expect(entries.length).toBeGreaterThanOrEqual(60);
    expect(faqs.length).toBeGreaterThanOrEqual(40);
  });

  it('has no id, no code and no question twice', () => {
    expect(twice(entries.map((entry) => entry.procedure.id))).toEqual([]);
    expect(twice(entries.map((entry) => entry.procedure.code))).toEqual([]);
    expect(twice(faqs.map((faq) => faq.id))).toEqual([]);
    expect(twice(faqs.flatMap((faq) => [faq.question, ...faq.alsoAsked]).map((text) => text.toLowerCase()))).toEqual([]);
  });

  it('offers procedures to citizens: none is internal, each has a national code and a page to check it on', () => {
    for (const { procedure } of entries) {
      expect(procedure.kind).not.toBe('internal');
      expect(procedure.code).toMatch(codeForm);
      expect(portalPage(procedure.id)).toMatch(/^https:\/\/dichvucong\.gov\.vn\/thu-tuc-hanh-chinh\/[\w-]{20,}$/);
    }
    for (const faq of faqs) expect(portalPage(faq.procedureId)).toMatch(/\/[\w-]{20,}$/);
  });

  it('names the legal basis of every procedure and every answer', () => {
    const unfounded = [
      ...entries.filter(({ procedure }) => procedure.legalBases.length === 0).map(({ procedure }) => procedure.code),
      ...[...entries.map(({ procedure }) => procedure), ...faqs].flatMap(({ code, legalBases }) =>
        legalBases.some((basis) => basis.code.trim() === '' || basis.name.trim() === '') ? [code] : [],
      ),
    ];
    expect(unfounded).toEqual([]);
  });

  it('says what a citizen must know of each procedure: who takes it, what to bring or do, how long and what comes of it', () => {
    const wanting = entries.flatMap(({ procedure: { code, agencies, ways, papers, steps, results } }) =>
      agencies.length > 0 && ways.length > 0 && papers.length + steps.length > 0 && results.length > 0 ? [] : [code],
    );
    expect(wanting).toEqual([]);
  });

  it('checked each fact on a day that exists and has passed', () => {
    for (const date of [...entries.map((entry) => entry.checked), ...faqs.map((faq) => faq.date)]) {
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
    }
  });

  it('ties every frequent question to a procedure: of the starter base, by the same id, or of the portal', () => {
    const ids = new Map(entries.map(({ procedure }) => [procedure.code, procedure.id]));
    for (const { code, procedureId } of faqs) {
      expect(code).toMatch(codeForm);
      expect(procedureId).toBe(ids.get(code) ?? procedureId);
    }
    expect(faqs.filter((faq) => ids.has(faq.code)).length).toBeGreaterThan(0);
  });

  it('explains in notes short enough to be read: none over 600 characters', () => {
    const long = entries.flatMap(({ procedure, plain, notes, english }) =>
      [plain, english.plain, ...Object.values(notes)].filter((text) => text.length > 600).map((text) => `${procedure.code} ${text.length}`),
    );
    expect(long).toEqual([]);
  });
});

function jsonOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function listOf(name: string): unknown[] {
  const list = jsonOf(name);
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${name} holds no list`);
  return list;
}

function twice(items: string[]): string[] {
  return items.filter((item, place) => items.indexOf(item) !== place);
}
