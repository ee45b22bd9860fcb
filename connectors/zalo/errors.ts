/**
 * What a code of the OA API asks for. `pause`: the rate is used up; `again`: a few times more; `upload`: the file anew; `token`: a fresh token, once;
 * `person`: nothing more to this person until they write; `window`: the time to write to them is over; `night`: not before the morning;
 * `staff`: somebody must see to it, and it is tried again; `bug`: ours, and it is not.
 */
export type Action = 'pause' | 'again' | 'upload' | 'token' | 'person' | 'window' | 'night' | 'staff' | 'bug';

const actions: Record<Action, number[]> = {
  pause: [-32],
  again: [-200],
  upload: [-100],
  // What stands without a sign, and 401, was met in the wild.
  token: [-216, -220, 216, 401, -401],
  person: [-213, -217, -218, -227, -244, -248],
  window: [-230, -232],
  night: [-234],
  staff: [-204, -205, -209, -211, -212, -219, -221, -223, -224, -320, -321, -403],
  bug: [-201, -210, -233, -235, -240, -242, -249],
};

/** Template messages have codes of their own beside them; numbers that both use mean what they mean there. */
const templateActions: Partial<Record<Action, number[]>> = {
  token: [-124],
  person: [-114, -118, -119, -139, -140, -141],
  night: [-133],
  staff: [-115, -117, -126, -127, -131, -135, -136, -137, -144, -146, -147],
  bug: [-108, -109, -1121, -1122],
};

/** The action of a code; one that is not in the table is tried a few times. */
export function actionOf(code: number, isTemplate = false): Action {
  return (isTemplate ? found(templateActions, code) : null) ?? found(actions, code) ?? 'again';
}

function found(table: Partial<Record<Action, number[]>>, code: number): Action | null {
  const entry = Object.entries(table).find(([, codes]) => codes.includes(code));
  return entry === undefined ? null : (entry[0] as Action); // the keys of the table
}

/** What an alert may be about, so that it can be taken back once messages go through. */
export const staffCodes: string[] = ['token-refused', ...[...actions.staff, ...(templateActions.staff ?? [])].map(String)];
