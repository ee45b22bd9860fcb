import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { emergencyWording } from '../wording.ts';

/** Whom to call, at once and without anything else. */
export function emergencyReply(numbers: ('111' | '112' | '113' | '114' | '115')[], language: Language): Reply {
  const lines = numbers.map((number) => `- ${emergencyWording[number][language]}`);
  const near = numbers.includes('115') ? [emergencyWording.someoneNear[language]] : [];
  return plainReply('emergency', [emergencyWording.opening[language], ...lines, emergencyWording.closing[language], ...near].join('\n'));
}
