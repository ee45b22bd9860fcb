import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LifeEvent, lifeEventSchema } from '../bot/life-events/event.ts';

/** The events of life that come with the repository: a JSON file each. */
export const shippedLifeEvents = join(import.meta.dirname, '../bot/life-events/events');

/** All events of this folder, in the order of their files' names. Throws with the file's name. */
export function readLifeEvents(folder: string): LifeEvent[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const read = lifeEventSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (read.success) return read.data;
      const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      throw new Error(`the event of life ${name} cannot be read: ${faults}`);
    });
}
