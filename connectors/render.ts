import type { Choice, Language, Reply, ReplyFile, Source } from '../bot/types.ts';
import type { Capabilities } from './render/capabilities.ts';
import { joined, linkOf, type Marked, markedOf } from './render/marked.ts';
import { written } from './render/markup.ts';
import { payloadOf } from './render/payload.ts';
import { split } from './render/split.ts';
import { languageOfReply, renderWording } from './render/wording.ts';

/** A button. `payload` is what a tap sends back (`sayOf` tells what it says). */
export type PartButton = { label: string; payload: string };

/** One message of a platform. `text` is in the channel's markup, never empty; buttons stand below the last text alone. */
export type Part =
  | { kind: 'text'; text: string; buttons: PartButton[] }
  | { kind: 'file'; file: ReplyFile }
  | { kind: 'voice'; say: string };

/**
 * A reply cut into messages that a channel takes, the same each time: what it says, what may be chosen, where it is from, then its files, and its beginning spoken. Nothing
 * is lost: what cannot be a button is numbered, and for a file that cannot be sent it says where to get it.
 */
export function renderReply(reply: Reply, can: Capabilities): Part[] {
  const language = languageOfReply(reply);
  const buttons = buttonsOf(reply.choices, can);
  const files = (reply.files ?? []).filter(({ kind }) => can.files.includes(kind));
  const blocks = [
    markedOf(reply.text),
    lines(
      elsewhereLines(
        reply,
        (reply.files ?? []).filter((file) => !files.includes(file)),
        language,
      ),
    ),
    buttons === null ? numbered(reply.choices, renderWording.choose[language]) : nothing,
    joinedLines(reply.sources.map((source) => sourceLine(source, renderWording.source[language], renderWording.asOf[language]))),
  ].filter(({ text }) => text.trim() !== '');
  if (blocks.length === 0 && buttons !== null && buttons.length > 0) blocks.push(markedOf(renderWording.chooseHere[language]));
  const texts = blocks.length === 0 ? [] : split(joined(blocks, '\n\n'), can.text, can).map((piece) => written(piece, can));
  return [
    ...texts.map((text, place): Part => ({ kind: 'text', text, buttons: place === texts.length - 1 ? (buttons ?? []) : [] })),
    ...files.map((file): Part => ({ kind: 'file', file })),
    // Last: what cannot be spoken holds up nothing.
    ...(can.voice && reply.say !== undefined ? [{ kind: 'voice', say: reply.say } as const] : []),
  ];
}

const nothing: Marked = { text: '', marks: [] };

/** Null where the channel has no buttons, not enough of them, or too short ones: then all choices are numbered. */
function buttonsOf(choices: Choice[], { buttons }: Capabilities): PartButton[] | null {
  if (buttons === null || choices.length > buttons.most) return null;
  const made = choices.map(({ label, say }) => ({ label: oneLine(label), payload: payloadOf(say, buttons.payloadBytes) }));
  return made.every(({ label }) => label !== '' && label.length <= buttons.label) ? made : null;
}

/** The place of a choice here is its place for the assistant: "2" picks the second. */
function numbered(choices: Choice[], head: string): Marked {
  if (choices.length === 0) return nothing;
  return lines([head, ...choices.map(({ label }, place) => `${place + 1}. ${oneLine(label)}`)]);
}

function sourceLine({ title, code, url, date }: Source, source: string, asOf: string): Marked {
  const [year, month, day] = date.split('-');
  const name = `${oneLine(title)} (${code}) · ${asOf} ${day}/${month}/${year}`;
  return joined([{ text: `${source}:`, marks: [] }, linkOf(name, url)], ' ');
}

function lines(texts: string[]): Marked {
  return { text: texts.join('\n'), marks: [] };
}

function joinedLines(all: Marked[]): Marked {
  return all.length === 0 ? nothing : joined(all, '\n');
}

/** A form is got where its filing is gone on with: how to come there is said once for both of its files. */
function elsewhereLines({ kind }: Reply, files: ReplyFile[], language: Language): string[] {
  const forms = kind === 'filing' ? files.filter((file) => file.kind !== 'ics') : [];
  const others = files.filter((file) => !forms.includes(file));
  return [
    ...(forms.length === 0 ? [] : [`${forms.map(({ label }) => label).join(', ')}: ${renderWording.filingElsewhere[language]}`]),
    ...others.map(({ label }) => `${label}: ${renderWording.elsewhere[language]}`),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll('**', '').replace(/\s+/g, ' ').trim();
}
