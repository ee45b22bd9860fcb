import type { Emergency } from '../guard.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { emergencyWording } from '../wording.ts';

/** Whom to call, at once and without anything else. */
export function emergencyReply(numbers: Emergency[], language: Language): Reply {
  const lines = numbers.map((number) => `- ${emergencyWording[number][language]}`);
  const near = numbers.includes('115') ? [emergencyWording.someoneNear[language]] : [];
  return plainReply('emergency', [emergencyWording.opening[language], ...lines, emergencyWording.closing[language], ...near].join('\n'));
}

/** Whom to call if it goes on: below an answer about a paper. */
export function emergencyLines(numbers: Emergency[], language: Language): string {
  return [emergencyWording.ifStill[language], ...numbers.map((number) => `- ${emergencyWording[number][language]}`)].join('\n');
}
