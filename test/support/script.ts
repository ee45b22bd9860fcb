/**
 * Conversations as plain text, in `test/journeys/*.txt`. One line is one thing said or expected; `//` begins a remark.
 *
 *   # title                      what the conversation is about
 *   > text                       the citizen says it and waits for the replies
 *   >* digits                    pressed on the keys of a telephone
 *   >> text                      said without waiting; the replies to all such lines in a row are expected together
 *   [2]   [label]                a button of the last reply is tapped
 *   [label]?                     tapped where the last reply has it: not all channels take files
 *   < text   <! text   <~ regex  the replies hold it, hold it not, match it
 *   <kind filing                 the kind of the last reply
 *   <expects secret              what the last reply says should come next; `anything` where it says nothing
 *   <buttons A | B               among the buttons of the last reply
 *   = restart                    the server ends and starts again on the same database
 *   = move   = move web          the citizen goes on at another channel, the next one or that one, where nobody knows them
 *   = person NAME                somebody else speaks, on this channel; `= person me` is the first one again
 *   = wait 31 days               also hours, minutes
 *   = pdf holds X                the printed form that the last reply offers holds it
 *   = case                       the filing holds exactly this, by question id: lines of `id = answer as shown`
 *   = no case                    nothing is kept for this person here
 *
 * `{digits}` and `{code}` are the six digits and the draft's code that were said last, `{-10 days}` the day ten days ago, `{today}` today.
 */
export type Line = { number: number } & (
  | { kind: 'say'; text: string; wait: boolean; keys?: true }
  | { kind: 'tap'; label: string; ifOffered: boolean }
  | { kind: 'holds' | 'lacks' | 'matches' | 'replied' | 'expects'; text: string }
  | { kind: 'offers'; labels: string[] }
  | { kind: 'restart' | 'no-case' }
  | { kind: 'move'; to: string | null }
  | { kind: 'person'; name: string }
  | { kind: 'wait'; ms: number }
  | { kind: 'pdf'; text: string }
  | { kind: 'case'; answers: Record<string, string> }
);
export type Script = { title: string; lines: Line[] };

/** Throws with the number of the line that cannot be read. */
export function parseScript(source: string): Script {
  const titles: string[] = [];
  const lines: Line[] = [];
  for (const [place, raw] of source.split('\n').entries()) {
    const text = raw.trim();
    const number = place + 1;
    if (text === '' || text.startsWith('//')) continue;
    if (text.startsWith('#')) titles.push(text.slice(1).trim());
    else if (!takenByCase(text, lines.at(-1))) lines.push(lineOf(text, number));
  }
  const [title, ...others] = titles;
  if (title === undefined || others.length > 0) throw new Error('a script has one title');
  return { title, lines };
}

/** Lines below `= case` belong to it. */
function takenByCase(text: string, last: Line | undefined): boolean {
  const [, id, shown] = /^([a-z][\w.]*) = ?(.*)$/i.exec(text) ?? [];
  if (last?.kind !== 'case' || id === undefined || shown === undefined) return false;
  last.answers[id] = shown;
  return true;
}

function lineOf(text: string, number: number): Line {
  for (const [pattern, made] of shapes) {
    const found = pattern.exec(text);
    if (found !== null) return { number, ...made(found[1] ?? '', found[2] ?? '') };
  }
  throw new Error(`line ${number} cannot be read: ${text}`);
}

type Unnumbered<Each> = Each extends unknown ? Omit<Each, 'number'> : never;

const units: Record<string, number> = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 };
const shapes: [RegExp, (first: string, second: string) => Unnumbered<Line>][] = [
  [/^>> (.+)$/, (text) => ({ kind: 'say', text, wait: false })],
  [/^>\* (.+)$/, (text) => ({ kind: 'say', text, wait: true, keys: true })],
  [/^> (.+)$/, (text) => ({ kind: 'say', text, wait: true })],
  [/^\[(.+)\]$/, (label) => ({ kind: 'tap', label, ifOffered: false })],
  [/^\[(.+)\]\?$/, (label) => ({ kind: 'tap', label, ifOffered: true })],
  [/^<buttons (.+)$/, (labels) => ({ kind: 'offers', labels: labels.split('|').map((label) => label.trim()) })],
  [/^<expects (.+)$/, (text) => ({ kind: 'expects', text })],
  [/^<kind (.+)$/, (text) => ({ kind: 'replied', text })],
  [/^<! (.+)$/, (text) => ({ kind: 'lacks', text })],
  [/^<~ (.+)$/, (text) => ({ kind: 'matches', text })],
  [/^< (.+)$/, (text) => ({ kind: 'holds', text })],
  [/^= restart$/, () => ({ kind: 'restart' })],
  [/^= no case$/, () => ({ kind: 'no-case' })],
  [/^= move(?: ([\w-]+))?$/, (to) => ({ kind: 'move', to: to === '' ? null : to })],
  [/^= person (\w+)$/, (name) => ({ kind: 'person', name })],
  [/^= wait (\d+) (days|hours|minutes)$/, (count, unit) => ({ kind: 'wait', ms: Number(count) * (units[unit] ?? 0) })],
  [/^= pdf holds (.+)$/, (text) => ({ kind: 'pdf', text })],
  [/^= case$/, () => ({ kind: 'case', answers: {} })],
];
