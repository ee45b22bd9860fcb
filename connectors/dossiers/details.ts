import type { Dossier } from '../../bot/types.ts';

/** One step of the work on a dossier. Times are ISO 8601 in Vietnamese time; a date alone where the source gives no more. */
export type Step = {
  at: string | null;
  office: string;
  /** An official's name: shown only where the agency says so. */
  person: string;
  text: string;
  status: number | null;
  statusText: string;
  dueAt: string | null;
};

/** What the agency asks for before it goes on. */
export type Missing = { text: string; askedAt: string | null; papers: string[] };

/** A fee as the source has it. `amount` is in đồng, null where the text is no plain number. */
export type DossierFee = { name: string; amount: number | null; text: string };

/** What a second factor is compared with. Empty: the source gives none that proves anything. Never shown, never logged. */
export type SecondFactor = { pin: string; phone: string; idNumber: string };

/** All that a source tells of a dossier. What goes beyond `Dossier` is for whoever has passed the second factor. */
export type DossierDetails = Dossier & {
  /** The name of the source that said so. */
  source: string;
  /** With the time of day where the source gives it: what comes after 15:00 counts from the next working day. */
  receivedAt: string | null;
  dueAt: string | null;
  finishedAt: string | null;
  returnedAt: string | null;
  holder: { office: string; person: string };
  timeline: Step[];
  missing: Missing[];
  fees: DossierFee[];
  results: string[];
  note: string;
  factor: SecondFactor;
};

/** A system that holds dossiers. Null: it holds none of this code. Throws `Unavailable`, or the signal's reason. */
export type DetailedSource = { name: string; find(code: string, signal: AbortSignal): Promise<DossierDetails | null> };

export type Token = { value: string; expiresAt: number };

/** The tokens of the sources, kept where every replica can see them. */
export type TokenStore = {
  /** The token of a source while it is valid, or null. */
  get(source: string): Promise<string | null>;
  /**
   * A token other than `stale`: the kept one when somebody has renewed it meanwhile, else the one that `renew` fetches, which runs once however
   * many ask. What `renew` throws reaches all who wait, and the next to ask tries again.
   */
  renewOnce(source: string, stale: string | null, renew: () => Promise<Token>): Promise<string>;
};
