/** A program of an agency that carries messages for us: its own app, or a bridge to Viber or Messenger. */
export type MessagingClient = {
  /** Small letters and hyphens. */
  name: string;
  /** What both sides sign with. */
  secret: string;
  /** Where replies are posted to. */
  callback: string;
  /** Hosts that files are fetched from: `example.vn` itself, `.example.vn` all below it. None: no files come. */
  files: string[];
  /** Replies that it takes in a second. */
  perSecond: number;
};

/** Each client is a channel of its own: its ids are its own, and one that hangs holds up none of the others. */
export function channelOf({ name }: Pick<MessagingClient, 'name'>): string {
  return `messaging-${name}`;
}
