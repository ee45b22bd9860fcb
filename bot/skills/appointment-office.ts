import { vietnamDate } from '../calendar/dates.ts';
import type { Case } from '../forms/case.ts';
import { officeOf } from '../forms/office.ts';
import { liveAnswers, questionsOf } from '../forms/plan.ts';
import type { FilingParts } from '../forms/turn.ts';
import type { Office } from '../ports.ts';
import { foldedWords } from '../text.ts';

/** The offices meant: those that the message names, else those of the commune (or province) to which the case goes, else all. */
export function officesFor(offices: Office[], text: string, draft: Case | null, { forms, places, now }: FilingParts): Office[] {
  const said = foldedWords(text);
  // The longest name that was said: "phường Láng Thượng" is not "phường Láng".
  const named = (names: (office: Office) => string[]) => {
    const lengths = offices.map((office) => Math.max(0, ...names(office).map((name) => (said.includes(name) ? name.length : 0))));
    const best = Math.max(...lengths);
    return best === 0 ? [] : offices.filter((_, place) => lengths[place] === best);
  };
  const byName = named(({ name }) => [foldedWords(name)]);
  if (byName.length > 0) return byName;
  const communes = new Map(places.communes.map(({ code, name }) => [code, foldedWords(name)]));
  const byCommune = named(({ serves }) => serves.flatMap((code) => communes.get(code) ?? []));
  if (byCommune.length > 0) return byCommune;
  const form = forms.find(({ code }) => code === draft?.form);
  if (draft === null || form === undefined) return offices;
  const goes = officeOf(form, liveAnswers(questionsOf(form, draft.answers, vietnamDate(now())), draft.answers));
  for (const code of [goes?.commune.code, goes?.province.code]) {
    const there = offices.filter(({ serves }) => code !== undefined && serves.includes(code));
    if (there.length > 0) return there;
  }
  return offices;
}
