import type { Printer } from '../../bot/forms/sheet.ts';
import { docx } from './docx.ts';
import { ics } from './ics.ts';
import { pdf } from './pdf.ts';

/** Prints sheets and calendar files. Its libraries are loaded at the first print, not before. */
export function createPrinter(): Printer {
  return { pdf, docx, ics };
}
