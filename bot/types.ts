import type { PhoneMemory } from './call/phone-memory.ts';
import type { CallBackQuestion } from './call/record.ts';
import type { CaseChange } from './forms/case.ts';
import type { LifeCase } from './life-events/event.ts';
import type { MessageFile, PaperCount } from './paper-types.ts';

/** The nouns of the project. Everything here is plain data that survives JSON. */

export type Language = 'vi' | 'en';

/** One message of one citizen, as a channel hands it over. `text` is NFC and trimmed. */
export type Message = {
  channel: string;
  /** Unique within the channel: the same id is the same message, whatever comes with it. */
  id: string;
  /** Who writes, as the channel knows them: a random token, never a name or a number. */
  person: string;
  /** Where the message came from, as a token that stands for the network address; absent where the channel knows none. */
  network?: string;
  /** May be empty where files came. */
  text: string;
  files?: MessageFile[];
  /** Of what was sent as one and comes as several messages, the same for each of them: their files become those of one message. */
  album?: string;
  /** A voice note: what its channel fetches it by, and how long it is said to be. Its words become the text of the turn; it is kept nowhere. */
  voice?: { ref: string; seconds?: number };
  /** On a telephone: pressed, or spoken and heard by a machine. Absent anywhere else. */
  by?: 'keys' | 'speech';
  /** In which language the call is: what could be either ("ok", a code) is answered in it. Absent anywhere else. */
  language?: Language;
};

/** What an answer is about. The section names of a procedure record, as in the evaluation format. */
export const aspects = [
  'overview',
  'documents',
  'fee',
  'duration',
  'steps',
  'place',
  'online',
  'forms',
  'conditions',
  'result',
  'legal-basis',
  'eligible',
] as const;
export type Aspect = (typeof aspects)[number];

export const replyKinds = [
  'answered',
  'asked',
  'status',
  'filing',
  'handed-over',
  'recorded',
  'greeted',
  'emergency',
  'refused',
  'not-found',
] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** A button: `label` is shown, `say` is the message that tapping it sends. A person may type `say` too. */
export type Choice = { label: string; say: string };

/** The record that an answer's facts come from. `date` is `YYYY-MM-DD`: how old the data are. */
export type Source = { code: string; title: string; section: Aspect; url: string; date: string };

/** What the citizen reads. `text` is plain lines with `**bold**`, `1. ` and `- ` lists; nothing else is markup. */
export type Reply = {
  kind: ReplyKind;
  text: string;
  procedures: string[];
  aspect: Aspect | null;
  sources: Source[];
  dossier: string | null;
  choices: Choice[];
  /** What can be taken away, made when it is asked for. Channels without files leave it out. */
  files?: ReplyFile[];
  /** What is spoken beside the text, in words alone, where the person spoke and the channel can. */
  say?: string;
  /** What the next message should be, for channels that must know how to listen: a telephone takes secrets by keys alone. Absent: anything. */
  expects?: 'dossier-code' | 'secret' | 'digits' | 'yes-no';
  /** In which language it is, for channels that speak. */
  language?: Language;
};

/** A file of a case: its form to print or to edit. Of a plan over several: its page and its dates; `case` is then the plan itself, sealed. */
export type ReplyFile = { kind: 'pdf' | 'docx' | 'ics'; label: string; name: string; case: string };

/** A procedure spoken of: record id, national code, official name. */
export type Focus = { id: string; code: string; name: string };

/** What is remembered of a conversation from turn to turn, until the matter is closed. */
export type Memory = {
  language: Language;
  /** The procedure spoken of, by record id. */
  focus: Focus | null;
  /** What was spoken of before that, the latest first, three at most: "quay lại cái khai sinh". */
  earlier: Focus[];
  /** The words that named it, personal numbers masked: what comes next may leave them out. */
  matter: string;
  aspect: Aspect | null;
  /** Which part of a long answer was shown last, from 0. */
  part: number;
  /** What the last reply offered, in order: "cái thứ hai" and "2" pick from it. */
  offered: Choice[];
  /** What the assistant waits for, when it asked. */
  awaiting: 'procedure' | 'dossier-code' | 'factor' | 'address' | 'address-code' | 'rating' | null;
  /** What was told last: "chi tiết" wants more of it. */
  lastTold?: 'procedure' | 'dossier';
  /** The dossier spoken of, and until when (ISO 8601) this person has proved that it is theirs. */
  dossier: { code: string; provenUntil: string | null } | null;
  /** What was asked for before a choice had to be made, so that it is not asked again. */
  pending: { kind: 'answer' | 'filing'; aspect: Aspect | null } | null;
  /** A petition that is being taken or was laid aside, personal numbers masked. Nothing of it has been handed to staff yet. */
  petition: PetitionDraft | null;
  /** Notices wished for before it was proven that the dossier is theirs; done right after that. `code` null: not yet named. */
  wish: { code: string | null; address: { by: 'email' | 'sms'; sealed: string; shown: string } | null } | null;
  /** An address to which a code was sent, and the dossier that is followed there once it is typed. Waited for `until` then (ISO 8601). */
  confirming: { code: string; address: { by: 'email' | 'sms'; sealed: string; shown: string }; until: string } | null;
  /** Papers that were sent and belong to nothing yet, and those of the petition on its way. Null: this channel takes none. `dropped`: those of the filing go with this turn. */
  papers: { loose: PaperCount; petition: PaperCount; dropped?: true } | null;
  /** The filing spoken of; `open`: its question waits for an answer. What was answered stands in the case, sealed. */
  filing: { case: string; open: boolean } | null;
  /** The plan told last: which event of life, its day and the answers that shape it. */
  plan?: LifeCase | null;
  /** What was heard of a voice note and must still be confirmed, sealed, and what the reply before it offered. */
  heard?: { sealed: string; offered: Choice[] } | null;
  /** The day (`YYYY-MM-DD`) on which it was last told in full that voice notes are not heard here. */
  voiceTold?: string;
  /** What only a call needs: its own questions, and what was said of them. */
  phone?: PhoneMemory;
  /** What a caller who wants to be called back was asked. */
  callBack?: CallBackQuestion;
  /** An open form, as the dialog engine saved it, with the release that can read it. */
  open: { release: string; state: Record<string, unknown> } | null;
};

/** Something for staff: a question nobody could answer, a wish to talk to a person. Petitions of before they had codes stand among the notes, too. */
export type DeskNote = { kind: 'unanswered' | 'hand-over' | 'petition'; text: string };

/** What a petition is asked for, and the two questions at its end. */
export type PetitionQuestion = 'text' | 'place' | 'happened' | 'contact' | 'change' | 'confirm';

/** A petition on its way. Empty: not known or not wanted. `asking` null: laid aside for something else. */
export type PetitionDraft = {
  asking: PetitionQuestion | null;
  text: string;
  place: string;
  happened: string;
  /** As staff alone can read it, and what of it may be shown. */
  contact: { sealed: string; shown: string } | null;
  /** A picture or a file was spoken of, which no channel takes yet. */
  files: boolean;
  /** A part is told anew: what comes next is the question that was interrupted for it, or reading it all back. */
  correcting: boolean;
  interrupted?: PetitionQuestion | null;
  sealed?: SealedParts;
};

/** The parts of which masking hides something, whole, as staff alone can open them: the hidden number may be the very matter. */
export type SealedParts = Partial<Record<'text' | 'place' | 'happened', string>>;

/** A petition that its writer has confirmed. `contact` is sealed. */
export type NewPetition = {
  code: string;
  language: Language;
  text: string;
  place: string;
  happened: string;
  contact: string | null;
  files: boolean;
  sealed?: SealedParts;
};

/** An answer to "how was it", by the token of the question. `word` has personal numbers masked. */
export type NewRating = { token: string; score: number; word: string };

/** What one turn comes to. Pure data: the assistant records it in one transaction, then delivers. */
export type TurnResult = {
  replies: Reply[];
  memory: Memory;
  notes: DeskNote[];
  /** Codes as the search ranked them, best first, ten at most; empty where no search was made. */
  candidates: string[];
  petition?: NewPetition;
  rating?: NewRating;
  filing?: CaseChange;
  /** What is said here is personal throughout: the history keeps it sealed. */
  personal?: true;
  /** The words of the message where it was spoken. `shown` is what the history keeps of them; `personal`: it keeps them sealed. */
  heard?: { text: string; shown: string; personal: boolean };
  /** Papers that change their owner with this turn, and belong to this conversation then; `to` null: they are deleted. */
  papers?: { from: string; to: string | null }[];
};

/** A time limit. `amount` is null where the record tells it in words alone (`text`). */
export type Duration = {
  amount: number | null;
  unit: 'working-day' | 'day' | 'hour' | 'month' | 'year' | 'other';
  text: string;
};

/** A fee. `amount` 0 is "free" only where `text` says nothing else. `text` is the record's own words. */
export type Fee = {
  kind: 'fee' | 'charge' | 'price';
  amount: number | null;
  currency: 'VND' | 'USD' | null;
  text: string;
};

export type Way = { how: 'direct' | 'online' | 'postal'; duration: Duration; fees: Fee[]; text: string };

/** One paper of a dossier. Quantities 0 and 0: a note or a paper only shown. */
export type Paper = { name: string; originals: number; copies: number; forms: string[] };

export type Level = 'ward' | 'province' | 'ministry' | 'other';

/** One procedure, cleaned. Empty strings and lists mean that the record says nothing. */
export type Procedure = {
  /** The portal's id: the key. The code is not one: two provinces share some. */
  id: string;
  code: string;
  name: string;
  kind: 'national' | 'local' | 'internal';
  field: string;
  /** Who issued it: a ministry, or the province of a local procedure. */
  issuer: { code: string; name: string };
  levels: Level[];
  subjects: string[];
  cases: { code: string; name: string; duration: Duration }[];
  ways: Way[];
  papers: { title: string; papers: Paper[] }[];
  steps: { name: string; text: string }[];
  agencies: string[];
  authorities: string[];
  receivedAt: string;
  conditions: string;
  results: string[];
  legalBases: { code: string; name: string }[];
  online: 'full' | 'partial' | 'none';
  keywords: string;
  decision: string;
};

/** Where a stored procedure comes from, and how old it is. */
export type Provenance = { origin: 'portal' | 'starter' | 'staff'; url: string; date: string; version: number };

export type StoredProcedure = { procedure: Procedure; provenance: Provenance };

/** Our own plain words beside a record: never a fact that the record lacks. */
export type Explanation = {
  code: string;
  plain: string;
  notes: Partial<Record<Aspect, string>>;
  english: { name: string; plain: string };
  date: string;
};

/** A frequent question with a checked answer. It names the record that its facts come from. */
export type Faq = {
  id: string;
  question: string;
  alsoAsked: string[];
  answer: string;
  english: { question: string; answer: string };
  code: string;
  procedureId: string;
  aspect: Aspect;
  legalBases: { code: string; name: string }[];
  date: string;
};

/**
 * One hit of a search. `score` is comparable within one search; `coverage` 0–1 is the measured chance that a hit of this score is right,
 * `chance` 0–1 the same with its rivals and its title in view.
 */
export type Hit = {
  id: string;
  code: string;
  name: string;
  score: number;
  coverage: number;
  chance: number;
  kind: 'national' | 'local';
  issuer: string;
};
