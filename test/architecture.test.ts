import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** bot alone stands on nothing of ours; what others may take of it are its nouns. */
const shared =
  /^bot\/(types|dossier-types|dossier-due|paper-types|voice-types|forms\/(sheet|case|wording)|call\/(line|policy|record|number)|notices\/quiet-hours|places\/places|ports|errors|wording|dossier-wording|address-wording|text|typed|short-forms)\.ts$/;
/** Each big library has one place. */
const places: Record<string, RegExp> = {
  botkit: /^bot\/dialog\.ts$/,
  'botbuilder-core': /^bot\/dialog\.ts$/,
  pg: /^knowledge\//,
  '@electric-sql': /^knowledge\//,
  '@langchain': /^(connectors\/(model|speech)|knowledge\/passages)\.ts$/,
  openai: /^connectors\/(model|speech)\.ts$/,
  grammy: /^connectors\/telegram/,
  '@grammyjs': /^connectors\/telegram\//,
  express: /^connectors\//,
  'express-rate-limit': /^connectors\/webchat\/limits\.ts$/,
  'csv-parse': /^connectors\/dossiers\/file\/csv\.ts$/,
  sax: /^connectors\/dossiers\/file\/xml\.ts$/,
  yauzl: /^connectors\/dossiers\/file\/xlsx\.ts$/,
  nodemailer: /^connectors\/notices\/email\.ts$/,
  'web-push': /^connectors\/webchat\/push\.ts$/,
  sharp: /^connectors\/papers\/read-image\.ts$/,
  unpdf: /^connectors\/papers\/read-pdf\.ts$/,
  'file-type': /^connectors\/papers\/read-file\.ts$/,
  'prom-client': /^connectors\/metrics\.ts$/,
  pdfkit: /^connectors\/print\/pdf\.ts$/,
  docx: /^connectors\/print\/docx/,
  qrcode: /^connectors\/print\/qr\.ts$/,
  ws: /^connectors\/hotline\//,
  '@echogarden/fvad-wasm': /^connectors\/hotline\/audio\//,
  'ical-generator': /^connectors\/print\/ics\.ts$/,
};

type Import = { from: string; to: string; ours: boolean };

function importsOf(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const from = `${folder}/${name}`;
      const text = readFileSync(join(root, from), 'utf8');
      return [...text.matchAll(/^(?:import|export) [^;]*?from '([^']+)';/gms)].map(([, path = '']) =>
        path.startsWith('.') ? { from, to: relative(root, join(root, from, '..', path)), ours: true } : { from, to: path, ours: false },
      );
    });
}

const all = ['bot', 'knowledge', 'connectors', 'scripts'].flatMap(importsOf);

test('imports were found at all', () => {
  expect(all.length).toBeGreaterThan(100);
});

test('dependencies go one way: scripts, then connectors and knowledge, then the nouns of bot', () => {
  const wrong = all.filter(({ from, to, ours }) => {
    if (!ours || from.startsWith('scripts/')) return false;
    const [own = ''] = from.split('/');
    return !to.startsWith(`${own}/`) && !(own !== 'bot' && shared.test(to));
  });
  expect(wrong).toEqual([]);
});

test('each big library is imported in its one place', () => {
  const wrong = all.filter(({ from, to, ours }) => {
    const library = Object.keys(places).find((name) => to === name || to.startsWith(`${name}/`));
    return !ours && library !== undefined && !places[library]?.test(from) && !from.startsWith('scripts/bench');
  });
  expect(wrong).toEqual([]);
});

test('the environment is read in one place', () => {
  const readers = ['bot', 'knowledge', 'connectors', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && /process\.env\b/.test(readFileSync(join(root, folder, name), 'utf8')))
      .map((name) => `${folder}/${name}`),
  );
  expect(readers.filter((name) => !name.startsWith('scripts/bench'))).toEqual(['scripts/config.ts']);
});

test('SQL stands in knowledge alone', () => {
  const sql = /\b(select .+ from|insert into|update .+ set|delete from) \w+/;
  const found = ['bot', 'connectors'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && sql.test(readFileSync(join(root, folder, name), 'utf8')))
      .map((name) => `${folder}/${name}`),
  );
  expect(found).toEqual([]);
});
