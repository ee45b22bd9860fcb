import type { Next } from './call/line.ts';
import type { CallBackWindow, CallSummary, CallSystem } from './call/record.ts';
import type { Dossier, LookUp } from './dossier-types.ts';
import type { Case, CaseInShort } from './forms/case.ts';
import type { Examined, KeptPaper, MessageFile, PaperCount, PaperOwner } from './paper-types.ts';
import type { Address, Place } from './places/places.ts';
import type { Explanation, Faq, Hit, Language, Memory, Message, Reply, StoredProcedure, TurnResult } from './types.ts';

/** What the assistant reads of the knowledge base. Every method may throw `Unavailable`. */
export type Library = {
  /** Public procedures for a question, best first; empty when no word of it is known. */
  search(question: string, limit: number, signal: AbortSignal): Promise<Hit[]>;
  /** The current version of one procedure, or null. Internal procedures are never returned. */
  procedure(id: string, signal: AbortSignal): Promise<StoredProcedure | null>;
  /** All public procedures with this code (a code is not a key), most general first. */
  byCode(code: string, signal: AbortSignal): Promise<StoredProcedure[]>;
  explanation(code: string, signal: AbortSignal): Promise<Explanation | null>;
  /** A checked answer and the record that its facts come from, only when the question is as good as the same. */
  faq(question: string, signal: AbortSignal): Promise<{ faq: Faq; stored: StoredProcedure } | null>;
};

/** One system that holds dossiers. A missing dossier is null; a source that is down throws `Unavailable`. */
export type DossierSource = {
  find(code: string, signal: AbortSignal): Promise<Dossier | null>;
};

/** All sources together, with what they said last. */
export type Dossiers = {
  lookUp(code: string, signal: AbortSignal): Promise<LookUp>;
};

/** Who writes, for counting tries and for sending notices. `message` is the id of the message at hand: what it does happens once. */
export type Visitor = { channel: string; person: string; network: string | null; message: string };

/** Whether a secret may be tried or a code looked up: so often yet, or locked until a time (ISO 8601), `by` whose tries. */
export type Door = { kind: 'open'; left: number } | { kind: 'locked'; until: string; by: 'person' | 'code' | 'network' };

/** Wrong tries and look-ups, counted per person, per code and per network address, by all replicas together. */
export type Attempts = {
  /** The door as it stands, but for a try of this very message. */
  door(visitor: Visitor, code: string): Promise<Door>;
  /**
   * Counts a try as wrong before it is compared, once for each message, so that tries at the same moment pass the limit no more than others.
   * `before` locked: nothing may be compared. `after`: the door if it was wrong.
   */
  take(visitor: Visitor, code: string): Promise<{ before: Door; after: Door }>;
  /** Forgets this person's wrong tries at this code, the one just taken with them. */
  right(visitor: Visitor, code: string): Promise<void>;
  /** Counts a look-up; locked for who asks for too many different codes. */
  lookedUp(visitor: Visitor, code: string): Promise<Door>;
};

/** Counters for the operator. Labels are words of ours, never of a citizen. */
export type Meter = { count(event: string, labels?: Record<string, string>, times?: number): void };

/** How large things were, spread over their range. Seconds. */
export type Measures = { measure(what: string, seconds: number): void };

/** What the code of a petition shows to whoever has it: never what was written, nor by whom. Days are `YYYY-MM-DD`. */
export type PetitionStatus = {
  code: string;
  status: 'received' | 'answered' | 'closed';
  on: string;
  replies: { text: string; on: string }[];
};

/** Petitions in the hands of staff. */
export type Petitions = {
  /** A code that was never given before and that nobody can guess. */
  newCode(signal: AbortSignal): Promise<string>;
  /** Counts a petition that is about to be sent, once for each message; false for who has sent as many as a day allows. */
  maySend(visitor: Visitor): Promise<boolean>;
  /** A contact, or what is masked of the words, as staff alone can read it. */
  seal(text: string): string;
  /** Null when no petition has this code. */
  find(code: string, signal: AbortSignal): Promise<PetitionStatus | null>;
  /** True for who wrote it, in this very conversation: no code need be guessed there. */
  isOwn(visitor: Visitor, code: string): Promise<boolean>;
  /** What was sent in this very conversation, the newest first, five at most. */
  own(visitor: Visitor, signal: AbortSignal): Promise<PetitionStatus[]>;
};

/** What came of a code from another channel. `until` is ISO 8601. */
export type Claimed = { kind: 'claimed'; case: Case } | { kind: 'wrong' } | { kind: 'locked'; until: string };

/** Filings on their way, sealed, for 30 days after the last answer. They are saved with the turn that changes them (`TurnResult.filing`). */
export type Cases = {
  /** A code that was never given before. */
  newCode(signal: AbortSignal): Promise<string>;
  /** The case as this conversation left it; null where it was moved away, deleted, or its time has run out. */
  find(visitor: Visitor, id: string, signal: AbortSignal): Promise<Case | null>;
  /** Those of this conversation, the one changed last first. */
  own(visitor: Visitor, signal: AbortSignal): Promise<CaseInShort[]>;
  /** Six digits with which another conversation takes this case over, once, within 15 minutes. */
  moveCode(visitor: Visitor, id: string, signal: AbortSignal): Promise<string>;
  /** The case behind such digits; the turn that takes it saves it with `take`. Wrong ones are counted, per person and network address. */
  claim(visitor: Visitor, digits: string, signal: AbortSignal): Promise<Claimed>;
};

export type DraftFile = { name: string; type: string; bytes: Uint8Array };

/** The files of a case, made when they are asked for: what is looked at, printed and handed in is the same. */
export type Drafts = {
  /** Null where this conversation has no such case or plan, its citizen has not yet agreed to the form being made, or it has no file of this kind. */
  file(visitor: Visitor, id: string, kind: 'pdf' | 'docx' | 'ics', signal: AbortSignal): Promise<DraftFile | null>;
};

/** A filing as an agency's system takes it. The draft's code is what the system knows it again by. Of an address `value` is JSON. */
export type FilingDraft = {
  code: string;
  procedure: { code: string; name: string };
  fields: { id: string; label: string; value: string; shown: string; address: Address | null }[];
  /** The printed form first, then the papers. */
  files: { name: string; type: string; bytes: Uint8Array }[];
};

/** `refused`: nothing was made, `reason` is the system's own words. `unclear`: it was sent, and whether a dossier came of it is not known; `again`: it can be asked later. */
export type Submitted = { kind: 'accepted'; dossier: string } | { kind: 'refused'; reason: string } | { kind: 'unclear'; again: boolean };

/** A system that takes filings. `name` is the operator's word for it. */
export type FilingTarget = {
  name: string;
  agency: Record<Language, string>;
  /**
   * Makes a dossier of the draft, one however often it is tried. `sent`: an earlier try may have made it, which is asked first. `sending` is awaited
   * right before it is made. Throws `Unavailable`: nothing was made.
   */
  submit(draft: FilingDraft, tried: { sent: boolean; sending(): Promise<void> }, signal: AbortSignal): Promise<Submitted>;
};

/** The systems by what they take, and from where: the one that names the commune before the one that names its province. Null: there is none. */
export type FilingTargets = {
  find(procedure: string, at: { commune: Place; province: Place } | null): FilingTarget | null;
};

/** A filing that is to be sent, taken by one replica. `since`, `round`: when and how often its citizen asked for that; `attempts` counts from 1. */
export type TakenSubmission = {
  case: Case;
  target: string;
  visitor: { channel: string; person: string };
  round: number;
  attempts: number;
  sent: boolean;
  since: string;
  papers: FilingDraft['files'];
};

/** What becomes of a filing that was sent. `news` is said in its conversation, once; `note` goes to staff; `follow` is the dossier now followed. */
export type SubmissionEnd = { case: Case; news: Reply; note: string | null; follow: Known | null };
export type SubmissionState = 'accepted' | 'refused' | 'unclear' | 'given-up';

/** Filings on their way to agencies, queued with the turn that asks for it (`TurnResult.filing`) and shared by the replicas. */
export type SubmissionQueue = {
  /** The next one that is due, held for `leaseMs`, or null. */
  take(owner: string): Promise<TakenSubmission | null>;
  leaseMs: number;
  /** Kept before the dossier is made. False when the lease was lost: then nothing may be sent. */
  sending(caseId: string, owner: string): Promise<boolean>;
  /** Tried again after so long; `sent`: something may have been made. `news` is said once for each time it was asked for. */
  putBack(caseId: string, owner: string, again: { sent: boolean; afterMs: number; news: Reply | null }): Promise<void>;
  /**
   * ONE transaction: the case, its dossier followed, the citizen told where the case is now. `make` is asked with the case as it stands then, and
   * whether one more dossier may be followed there. False when the lease was lost or the case deleted: nothing is written.
   */
  end(caseId: string, owner: string, state: SubmissionState, make: (draft: Case, mayFollow: boolean) => SubmissionEnd): Promise<boolean>;
};

/** Where one can come by appointment. Times are `HH:MM`; `perSlot`: how many people come at the same time. */
export type Office = {
  id: string;
  name: string;
  address: string;
  /** Codes of the communes and provinces it serves. */
  serves: string[];
  hours: [string, string][];
  slotMinutes: number;
  perSlot: number;
  /** So many days ahead one may come, and so many minutes before at the latest one may book. */
  daysAhead: number;
  noticeMinutes: number;
  /** Days on which it is closed beside those of the calendar. */
  closed: string[];
};

/** An appointment at a counter. `day` is `YYYY-MM-DD`; `number` is the place in the order of that day's appointments. */
export type Booking = { id: string; code: string; number: number; office: Office; day: string; time: string; case: string | null };

export type BookingWish = { office: Office; day: string; time: string; case: string | null; instead: string | null };

/** `full`: somebody was quicker. `had`: this case, or this person, has one already. `limit`: as many as one may have. */
export type Booked = { kind: 'booked'; booking: Booking } | { kind: 'full' } | { kind: 'limit' } | { kind: 'had'; booking: Booking };

/** Appointments at the counter. No office: there are none to be had. */
export type Appointments = {
  offices(signal: AbortSignal): Promise<Office[]>;
  /** How many are booked, by `YYYY-MM-DD HH:MM`, from that day on. */
  taken(office: Office, from: string, signal: AbortSignal): Promise<Map<string, number>>;
  /** Once for each message. The caller has seen to it that the office is open then. `now` is `YYYY-MM-DD HH:MM` in Vietnam, as below. */
  book(visitor: Visitor, wish: BookingWish, now: string, signal: AbortSignal): Promise<Booked>;
  /** Those of this conversation that are still to come, the next one first. */
  own(visitor: Visitor, now: string, signal: AbortSignal): Promise<Booking[]>;
  /** False: this conversation has no such appointment. */
  cancel(visitor: Visitor, code: string, now: string, signal: AbortSignal): Promise<boolean>;
};

/** Files that came with messages, fetched where their channel keeps them. */
export type Attachments = {
  /** Whether files can come on this channel at all. */
  takes(channel: string): boolean;
  /** The bytes of one file, or null when they are there no longer. What is larger than a paper may be is not fetched whole. Throws `Unavailable`. */
  fetch(from: { channel: string; person: string }, file: MessageFile, signal: AbortSignal): Promise<Uint8Array | null>;
};

/** What a voice note comes to. `sure` false: the words may be others. `none`: there are no words in it. */
export type Heard =
  | { kind: 'heard'; text: string; sure: boolean }
  | { kind: 'none' }
  | { kind: 'unfit'; why: 'too-long' | 'too-big' | 'no-sound' };

/** Hears voice notes. `hints.words`: what is likely to be said. Throws `Unavailable`. */
export type SpeechToText = {
  hear(note: Uint8Array, hints: { language: Language; words: string[] }, signal: AbortSignal): Promise<Heard>;
};

/** Speaks an answer: Ogg with Opus of 20 s at most, made once for each delivery (by its id), or null where nothing came of it. It never throws. */
export type TextToSpeech = { speak(delivery: number, text: string, signal: AbortSignal): Promise<Uint8Array | null> };

/**
 * Looks at a file: what it is, whether it can be read at all, whether it is safe. It never throws for what the file holds. `whose`: a token for
 * who sent it; where many wait, people take turns.
 */
export type Papers = { examine(bytes: Uint8Array, whose: string, signal: AbortSignal): Promise<Examined> };

/** A paper on its way into the store. `source` names where it came from: the same one again is kept once. */
export type NewPaper = Omit<KeptPaper, 'id'> & { source: string; sha256: string; bytes: Uint8Array };

/** Papers of a conversation, sealed, by whose they are. They change their owner, or go, with a recorded turn. */
export type PaperStore = {
  /** `repeated`: its owner has the same bytes already. `no-room`: the disk is full. */
  keep(visitor: Visitor, owner: PaperOwner, paper: NewPaper): Promise<'kept' | 'repeated' | 'no-room'>;
  /** Whether this very source was kept before, by whomever: a message that is taken again. */
  has(visitor: Visitor, source: string): Promise<boolean>;
  list(visitor: Visitor, owner: PaperOwner): Promise<KeptPaper[]>;
  counts(visitor: Visitor): Promise<{ loose: PaperCount; petition: PaperCount }>;
};

/** The question how a dossier was dealt with: once for each dossier and person. */
export type Ratings = {
  /** True when the question is due: this person was never asked about this dossier, or by this very message, which is taken again. */
  ask(visitor: Visitor, dossier: string, agency: string): Promise<boolean>;
  /** True where a notice has told this conversation of this dossier: only who has proved that it is theirs is told. */
  told(visitor: Visitor, dossier: string): Promise<boolean>;
  /** The token of the question that waits for this person's answer, or null. */
  waiting(visitor: Visitor): Promise<string | null>;
};

/** An address that a person named for notices, as nobody can read it without the key, and what of it may be shown. */
export type SealedAddress = { by: 'email' | 'sms'; sealed: string; shown: string };

/** What somebody who begins to follow a dossier knows of it already. `statusText` null: not known. */
export type Known = { code: string; source: string; status: number | null; statusText: string | null };

/** `full`: this person follows as many as one may. `nowhere`: there is no conversation in which it could be told. `unconfirmed`: nobody has typed the address's code. */
export type Subscribed = 'subscribed' | 'already' | 'full' | 'nowhere' | 'unconfirmed';

/** What sending a code came to; `until` (ISO 8601) is when one may be sent again. `declined`: the receiver wanted no more. */
export type CodeSent = { kind: 'sent' } | { kind: 'nowhere' } | { kind: 'limited' | 'declined'; until: string };

/** What typing a code came to. `worn`: it was typed wrong too often. `expired`: it is too old, or there is none. */
export type CodeTried = { kind: 'right' | 'worn' | 'expired' } | { kind: 'wrong'; left: number };

/** Codes that show that an address belongs to who named it. What one message does happens once. */
export type AddressCodes = {
  /** Sends six digits that count once and for 15 minutes, instead of the one before; `letter` has a sign in their place. */
  send(visitor: Visitor, address: SealedAddress, letter: Reply): Promise<CodeSent>;
  /** The right code confirms the address for this person; five wrong ones end it. */
  take(visitor: Visitor, address: SealedAddress, typed: string): Promise<CodeTried>;
};

/** Who is told of which dossier. Everything may be done twice: the second time changes nothing. */
export type Subscriptions = {
  /** The addresses beside this conversation that can be told. */
  ways: SealedAddress['by'][];
  seal(by: SealedAddress['by'], address: string): SealedAddress;
  codes: AddressCodes;
  /** In this conversation, or at an address. The caller has seen to it that the dossier is theirs. */
  follow(visitor: Visitor, known: Known, language: Language, address: SealedAddress | null): Promise<Subscribed>;
  /** Ends it everywhere that was asked for here, with the addresses and with what is not yet delivered; all dossiers for null. The codes. */
  unfollow(visitor: Visitor, code: string | null): Promise<string[]>;
  /** What was asked for here; `by` is empty or addresses as they may be shown. */
  followed(visitor: Visitor): Promise<{ code: string; here: boolean; by: string[] }[]>;
};

/** Something said unprompted. `once` names what it is about: it is said once in a conversation. `tellAt` (ISO 8601): not before. */
export type Post = { channel: string; person: string; reply: Reply; once: string; tellAt: string | null };

/** `gone`: there is no such conversation, or no longer. */
export type Posted = 'posted' | 'repeated' | 'gone';

/** Says something that answers no message: durable at once, delivered by the outbox like any reply. */
export type PostBox = { post(post: Post): Promise<Posted> };

/** A followed dossier taken to be looked at. `seen` null: nobody knows yet where it stands. */
export type Watched = {
  code: string;
  version: number;
  seen: { status: number | null; statusText: string } | null;
  overdueFor: string | null;
  /** Since when (ISO 8601) its source says that there is none; absent: it was there at the last look. */
  goneSince?: string;
};

/** How a source may be asked: how often for one dossier, and how often at all by every replica together (null: as often as one likes). */
export type WatchLimit = { name: string; everyMs: number; perSecond: number | null; together: number };

/** News of one dossier, in each follower's language. `once` as in a post. */
export type News = { once: string; replies: Record<Language, Reply>; tellAt: string | null };

/** Where a dossier stands now. `ended`: nothing more will come. `statusText` null: it has never been found. */
export type NowSeen = {
  source: string;
  status: number | null;
  statusText: string | null;
  overdueFor: string | null;
  ended: boolean;
  goneSince?: string;
};

/** What is followed, shared by the replicas: whoever takes a dossier holds it for 30 s. */
export type WatchList = {
  /** Makes these sources known; what is followed at a source that is none of them goes to the last. */
  prepare(limits: WatchLimit[]): Promise<void>;
  /** Dossiers that are due, at most so many and no more than the source may be asked for now. */
  take(limit: WatchLimit, owner: string, most: number): Promise<Watched[]>;
  /** No news: due again after about so long; at once where it was said to have changed meanwhile. */
  putBack(codes: string[], owner: string, nextMs: number): Promise<void>;
  /** ONE transaction: where it stands, and its news to every follower. False when the lease was lost: then nothing is written. */
  record(watched: Watched, owner: string, now: NowSeen, news: News[], nextMs: number): Promise<boolean>;
  /** What was said to have changed is due. How many that were. */
  heed(): Promise<number>;
  /** Forgets what nobody follows any longer, once it is delivered. */
  tidy(): Promise<void>;
};

export type Accepted = { kind: 'accepted' | 'repeated'; conversation: string };

/** A message taken from the inbox under the lease of its conversation. */
export type Taken = { entry: number; message: Message; memory: Memory | null; attempts: number };

/** The durable inbox: accepted before acknowledged, one person in order, once for each message id. */
export type Inbox = {
  /**
   * `shown` is what the history keeps: the text with personal numbers masked. `whileSecret` is kept in its stead where the conversation waits for
   * a secret, or where it may come to: a message before this one has no turn yet.
   */
  accept(message: Message, shown: string, whileSecret?: string): Promise<Accepted>;
  /** The lease of one conversation for `owner` (30 s), or false while another holds it. */
  lease(conversation: string, owner: string): Promise<boolean>;
  /** False when the lease was lost, or when more messages wait: then the holder goes on. */
  release(conversation: string, owner: string): Promise<boolean>;
  /** Gives the lease up whatever waits: a process that stops leaves the rest to the others at once. */
  abandon(conversation: string, owner: string): Promise<void>;
  /** The oldest message of the conversation without a recorded turn, or null; also null when the lease was lost. Counts the attempt and renews the lease. */
  next(conversation: string, owner: string): Promise<Taken | null>;
  /** The message with all that has come behind it of its album, whose files and words are its own from then on. As it was where the lease was lost. */
  gather(taken: Taken, conversation: string, owner: string): Promise<Taken>;
  /**
   * ONE transaction: turn, memory, notes for staff and replies to deliver. Returns what may be delivered now: nothing where an earlier reply of
   * the conversation still waits, for it goes first. Null when the lease was lost or the turn is recorded already: then nothing is written.
   */
  record(taken: Taken, conversation: string, owner: string, result: TurnResult, ms: number): Promise<Delivery[] | null>;
  /** Conversations with messages that wait and that nobody holds. */
  waiting(limit: number): Promise<string[]>;
};

/**
 * One reply on its way to one person. `id` rises in a conversation: a channel may drop what it has sent. `inReplyTo` null: said unprompted.
 * `done`: so many of its parts, as the channel cuts it, were handed over before.
 */
export type Delivery = {
  id: number;
  channel: string;
  person: string;
  conversation: string;
  reply: Reply;
  inReplyTo: string | null;
  at: string;
  done: number;
};

/** What became of a try to deliver. `why` is a kind and a code of ours. `later`: not before `until` (ISO 8601), and not counted as a failure. */
export type NotDelivered = { kind: 'failed' | 'refused'; why: string } | { kind: 'later'; why: string; until: string };

/** Replies recorded but not yet delivered, taken under a lease so that one replica sends each. A lease is 30 s; each part renews it. */
export type Outbox = {
  /** The oldest of each conversation, of one channel, what waits longest first. What is kept for a later hour holds nothing back. */
  due(channel: string, owner: string, limit: number): Promise<Delivery[]>;
  /** One more part has arrived. False when the lease was lost: then nothing more may be sent. */
  handedOver(id: number, owner: string): Promise<boolean>;
  delivered(id: number): Promise<void>;
  /** Tried again with growing pauses, or not before its time; given up after two days, or at once where it is refused: then staff see it. */
  notDelivered(id: number, what: NotDelivered): Promise<void>;
  /** Not tried for want of room: whoever has room takes it. */
  putBack(ids: number[], owner: string): Promise<void>;
};

/** One side of what was said, for the history that a page shows on reload. Personal numbers are masked. `messageId` is empty where it answers none. */
export type HistoryEntry = { id: number; from: 'citizen' | 'assistant'; messageId: string; text: string; reply: Reply | null; at: string };

export type History = {
  /** Oldest first: with `after` 0 the newest entries, else the next ones above that id; `limit` at most. */
  read(channel: string, person: string, after: number, limit: number): Promise<HistoryEntry[]>;
  /** The newest entry id of each of these people, where there is one. */
  newest(channel: string, persons: string[]): Promise<Map<string, number>>;
  /** Deletes the conversation with all that was said. A petition stays with staff, without the person. */
  forget(channel: string, person: string): Promise<void>;
};

/**
 * A way to a citizen. `send` resolves when the whole reply is handed over for good. A throw means: try again later; being `Later`, not before a
 * time, and that counts as no failure; being `Refused`, never.
 */
export type Channel = {
  name: string;
  /** How many replies may be under way at once in one process; 20 where it says nothing. */
  atOnce?: number;
  /**
   * Sends the parts from `delivery.done` on, one after the other, and awaits `handedOver` after each but the last: what is tried again after a
   * crash repeats the part in flight at most. `handedOver` throws when another process has taken the reply over.
   */
  send(delivery: Delivery, signal: AbortSignal, handedOver: () => Promise<void>): Promise<void>;
};

/** At most `most` calls in any span of so many milliseconds, of which `burst` (one in twenty, if not said) may come at once after a rest. */
export type Rate = { most: number; perMs: number; burst?: number };

/** What a platform takes: from all of us together, and for one person. */
export type Rates = { together: Rate; person?: Rate };

/** The rates of platforms, kept by all replicas together. */
export type Pace = {
  /** Resolves when one call may be made, for this person (null: for nobody). Throws `Later` where that would take too long to wait for. */
  turn(channel: string, person: string | null, rates: Rates, signal: AbortSignal): Promise<void>;
  /** The platform wants no call on this channel for so long: no replica makes one. */
  hold(channel: string, ms: number): Promise<void>;
};

/** Conversations that staff have taken over in the platform's own tool: the assistant is silent there until they have been quiet for a while. */
export type StaffHolds = {
  /** A person of the staff wrote there. The same message again, or news of one that is old, changes nothing. */
  wrote(channel: string, person: string, at: Date, messageId: string): Promise<void>;
  isHeld(channel: string, person: string): Promise<boolean>;
  /** The citizen wants the assistant: what staff wrote until now counts no longer. */
  end(channel: string, person: string): Promise<void>;
};

/** What somebody must see to before a channel works again. `why` is a word or a code of ours or of the platform. */
export type Alerts = {
  raise(channel: string, why: string): Promise<void>;
  clear(channel: string, why: string[]): Promise<void>;
};

/** A call as the telephone system announces it. `from`, `turn`: as in `CallStart`. */
export type CallBeginning = { call: string; system: CallSystem; from: string | null; to: string; turn: number };

/**
 * Who calls: `person` is a random token of this very call, as a caller's number can be forged; `network` stands for the number, so that tries are
 * counted over several calls (`Message.network`), and is null where it is withheld. `language`: in which it was talked with them before in this call.
 */
export type Caller = { person: string; network: string | null; caller: 'known' | 'withheld'; language?: Language };

/** Calls, known to every replica: any of them may be asked. What is kept of a number is sealed, for 30 days or until the call-back is done. */
export type Calls = {
  /** Durable once it resolves. A call that comes back (`turn` 2) is the same person; nothing is kept of what was to become of it before. */
  begin(beginning: CallBeginning): Promise<Caller>;
  /**
   * What becomes of the call, kept before the line is let go. `whisper`: what the person who takes it hears first, without personal data; without
   * one it stays as it was kept.
   */
  keepNext(call: string, next: Next, whisper?: string | null): Promise<void>;
  /**
   * What becomes of it, as often as it is asked; null: nothing was kept, or there is no such call. `case`: the number of the call in the list of staff,
   * for the telephone of who takes it to show.
   */
  next(call: string): Promise<(Next & { case?: string }) | null>;
  whisper(call: string): Promise<string | null>;
  /** What the telephone system says came of the transfer. A call that comes back needs no word: nobody answered it. */
  transferred(call: string, answered: boolean): Promise<void>;
  /** The end of its stretch `turn` with the assistant; of one that another has followed it is only counted. The second time changes nothing. */
  ended(call: string, turn: number, summary: CallSummary): Promise<void>;
  /** The caller's number for a message or a call back, digits alone as it is dialled in Vietnam; null: withheld or forgotten. It is shown to nobody whole. */
  number(person: string): Promise<string | null>;
};

/** A wish to be called back. `number` is sealed, as `CallBacks.seal` does it; null: the number that called. `matter` has no personal data. */
export type CallBackWish = { window: CallBackWindow; number: string | null; matter: string; language: Language };

/** Calls that are wanted back, in the hands of staff. */
export type CallBacks = {
  /** The number that calls as far as it may be said: its last three digits. Null: it is withheld. */
  calling(visitor: Visitor): Promise<string | null>;
  seal(number: string): string;
  /** Once for each message; a second wish of the same call takes the place of the first. False: there is no number to call. */
  ask(visitor: Visitor, wish: CallBackWish): Promise<boolean>;
};

/** The sound of calls whose callers have agreed to it, sealed. A piece is of a few seconds and durable once it is appended; numbers rise from 0. */
export type Recordings = {
  /** What the recording goes by; null: there is no such call. */
  begin(call: string): Promise<string | null>;
  /** 16-bit little-endian PCM, mono, 8,000 samples a second. */
  append(recording: string, number: number, sound: Uint8Array): Promise<void>;
};

/** `no-number`: the call tells none that text messages reach. `off`: whoever has that number wants none. `limited`: as many as one may have. */
export type Texted = 'sent' | 'no-number' | 'off' | 'limited';

/** Text messages to who calls. */
export type CallTexts = {
  /** Kept to be sent, once for each message, to the number that calls or to `number` (`0912345678`). `letter` has nothing personal. */
  send(visitor: Visitor, letter: Reply, number: string | null): Promise<Texted>;
};
