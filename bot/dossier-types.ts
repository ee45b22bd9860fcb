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

/** What may prove that a dossier is somebody's: the PIN of the slip, or the last four digits of the registered phone or of the ID number. */
export const factors = ['pin', 'phone', 'id'] as const;
export type Factor = (typeof factors)[number];

/** What an agency lets be told: by which factors, and whether officials are named. */
export type DossierPolicy = { factors: Factor[]; officials: boolean };

/**
 * A citizen's application, as its source tells it. Code, status, agency and days are the status line; all else is for whoever has passed the
 * second factor, with names and numbers masked.
 */
export type Dossier = {
  code: string;
  /** The name of the source that says so. */
  source: string;
  procedure: { code: string; name: string };
  agency: string;
  /** National status 1–10, or null where the source's own text could not be mapped. */
  status: number | null;
  statusText: string;
  /** `YYYY-MM-DD`, or null where the source gives none. */
  receivedOn: string | null;
  dueOn: string | null;
  finishedOn: string | null;
  /** With the time of day where the source gives it: what comes after 15:00 counts from the next working day. */
  receivedAt: string | null;
  dueAt: string | null;
  finishedAt: string | null;
  returnedAt: string | null;
  /** Spans in which the clock stood, `YYYY-MM-DD`, the end not included; null: it still stands. */
  suspended: { from: string; to: string | null }[];
  /** The day (`YYYY-MM-DD`) from which the agency's own list has it no more; null where it stands there. Only a register can tell. */
  absentSince: string | null;
  applicant: { name: string; phone: string; idNumber: string };
  holder: { office: string; person: string };
  timeline: Step[];
  missing: Missing[];
  fees: DossierFee[];
  results: string[];
  note: string;
  factor: SecondFactor;
  /** When the source said so (ISO 8601). */
  asOf: string;
  demonstration: boolean;
};

/** What was said last of a dossier whose source is away. Holds no personal datum. `at` is ISO 8601. */
export type LastKnown = { status: number | null; statusText: string; agency: string; dueOn: string | null; at: string };

/** What a look-up comes to. `away`: the source does not answer. */
export type LookUp = { kind: 'found'; dossier: Dossier } | { kind: 'none' } | { kind: 'away'; last: LastKnown | null };
