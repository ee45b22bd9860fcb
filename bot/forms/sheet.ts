/** A filled form, or a plan, as it lies on paper, whatever prints it. Plain text everywhere, Vietnamese as on the official form. */
export type Sheet = {
  /** Set on a plan for its reader alone: it has no national heading and no addressee. */
  plan?: true;
  /** The code of the draft, for the QR and the foot of every page; empty where there is none, which is then without QR. */
  code: string;
  /** Such as "Mẫu CT01 ban hành kèm theo Thông tư số …"; empty where the procedure has no numbered form. */
  formNumber: string;
  title: string;
  /** A line below the title, or empty. */
  subtitle: string;
  /** Whom it is addressed to, without "Kính gửi:". */
  addressee: string;
  blocks: Block[];
  /** Such as "Phường Cửa Nam, ngày 22 tháng 11 năm 2026". */
  placeAndDate: string;
  signatures: { title: string; note: string; name: string }[];
  /** What stands small at the foot of every page, such as who made the draft and when. */
  foot: string;
};

export type Field = { label: string; value: string };

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Fields that share one line. An empty value is a dotted line to write on. */
  | { kind: 'line'; fields: Field[] }
  /** A number with one box for each of its `length` digits. */
  | { kind: 'digits'; label: string; value: string; length: number }
  | { kind: 'boxes'; label: string; boxes: { text: string; ticked: boolean }[] }
  /** `width` of a column is its share of the line. */
  | { kind: 'table'; columns: { title: string; width: number }[]; rows: string[][] };

/** Something to keep in one's own calendar: a deadline, an appointment. Plain text. */
export type Appointment = {
  /** Stays the same when the appointment is made again: a calendar then replaces it. */
  id: string;
  title: string;
  description: string;
  place: string;
  /** A whole day as YYYY-MM-DD, or a moment and how long it lasts. */
  when: { kind: 'day'; day: string } | { kind: 'time'; start: Date; minutes: number };
  /** How many days before it one is reminded; empty for no reminder. */
  remindDaysBefore: number[];
};

export type Printed = {
  bytes: Uint8Array;
  /** Characters that the font lacks, each once: □ stands on the paper instead, and its foot says so. */
  replaced: string[];
};

/**
 * Makes a sheet print-ready: A4, Vietnamese fonts within, what is previewed is what is printed. The same sheet makes the same PDF,
 * byte for byte. Values are taken as plain text, NFC, without unseen characters. Rejects only when `signal` aborts.
 */
export type Printer = {
  pdf(sheet: Sheet, signal: AbortSignal): Promise<Printed>;
  /** The same as an office document. The reader's own fonts draw it, so nothing is replaced. */
  docx(sheet: Sheet, signal: AbortSignal): Promise<Printed>;
  /** A calendar file (RFC 5545). `made` is now. */
  ics(appointments: Appointment[], made: Date): Promise<string>;
};
