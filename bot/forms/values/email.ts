import { valueWording } from '../value-wording.ts';
import { bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** One address, typed or said ("an a còng gmail chấm com"). */
export function readEmail(text: string): Reading {
  const found = (/@/.test(text) ? text.replace(/\s*@\s*/, '@') : spelt(text)).match(shape) ?? [];
  const [address] = found;
  if (address === undefined || found.length > 1) return bad(valueWording.email);
  const [local = '', host = ''] = address.split('@');
  const domain = host.toLowerCase();
  const meant =
    slips[domain] ?? (/\.(?:con|cm|vm)$/.test(domain) ? domain.replace(/\.(?:con|cm)$/, '.com').replace(/\.vm$/, '.vn') : undefined);
  if (meant !== undefined) return bad(valueWording.emailTypo, { DOMAIN: domain, MEANT: meant });
  if (/\.\.|^\.|\.$/.test(local) || local.length > 64) return bad(valueWording.email);
  return good(`${local}@${domain}`, `${local}@${domain}`);
}

function spelt(text: string): string {
  return text
    .replace(/\s+(?:a còng|a cong|a móc|a moc|at)\s+/giu, '@')
    .replace(/\s+(?:chấm|cham|dot)\s+/giu, '.')
    .replace(/\s+(?:gạch dưới|gach duoi|underscore)\s+/giu, '_');
}

const shape =
  /(?<![\p{L}\p{N}._%+-])[a-z0-9._%+-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}(?![\p{L}\p{N}@])/giu;
const slips: Record<string, string> = {
  'gmai.com': 'gmail.com',
  'gmial.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.vn': 'gmail.com',
  'gmail.com.vn': 'gmail.com',
  'yaho.com': 'yahoo.com',
  'yahoo.co': 'yahoo.com',
  'hotmai.com': 'hotmail.com',
};
