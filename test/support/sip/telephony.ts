import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DialplanPrompt } from '../../../bot/call/dialplan-wording.ts';
import { startAsterisk } from './asterisk.ts';
import type { Act } from './caller-script.ts';
import { capture } from './capture.ts';
import { type Heard, heardAt, keysFrom, saidFrom } from './heard.ts';
import { call, crowd, freePorts, officer, type Telephone } from './sipp.ts';
import { type Told, toldOf } from './told.ts';

/** A call as its telephone has it; times in milliseconds of the capture's clock, which is that of `Date.now()`. */
export type Called = {
  /** Whether SIP went as it should, from INVITE to BYE. */
  well: boolean;
  heard: Heard;
  /** The caller's own sound. */
  said: Heard;
  keys: { key: string; ms: number }[];
  /** When the caller began and ended this act, in milliseconds since the first sound. */
  acted(act: number): [from: number, to: number];
};

export type Telephony = {
  call(acts: readonly Act[], options?: { restMs?: number }): Promise<Called>;
  /** Many callers at once who all do the same: true where all calls went as they should. */
  crowd(acts: readonly Act[], calls: number, perSecond: number): Promise<boolean>;
  /** A telephone where officers are called: it rings for `ringMs`; with null nobody takes it. `heard` once the call is over. */
  officer(ringMs: number | null): Promise<Telephone & { heard(): Promise<Heard> }>;
  /** A sound that the dialplan plays by itself, looked for in what was heard. */
  prompt(name: DialplanPrompt, heard: Heard): Told;
  stop(): Promise<void>;
};

export type TelephonyOptions = {
  web: string;
  password: string;
  personSeconds?: number;
  audiosocket?: number;
  /** False: nothing of what goes over the wire is kept, for crowds. */
  kept?: boolean;
};

const number = '19001234';
const speaker = fileURLToPath(new URL('../../../scripts/hotline-prompts.ts', import.meta.url));

/** A real Asterisk that finds Một Cửa at `web`, telephones to call it with, and what goes over the wire. */
export async function startTelephony({ web, password, kept = true, ...more }: TelephonyOptions): Promise<Telephony> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-calls-'));
  const prompts = join(folder, 'prompts');
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', speaker, prompts], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const [person = 0] = await freePorts(1);
  const asterisk = await startAsterisk({ web, password, person, prompts, ...more });
  const captured = kept ? await capture(asterisk.rtp, join(folder, 'all.pcap')) : null;
  const telephones: Telephone[] = [];
  let callers = 0;

  return {
    call: async (acts, { restMs = 1_500 } = {}) => {
      callers += 1;
      const from = `09012345${String(callers).padStart(2, '0')}`;
      const telephone = await call({ sip: asterisk.sip, number, from, acts, restMs, folder });
      telephones.push(telephone);
      const well = await telephone.over;
      const all = (await captured?.datagrams()) ?? [];
      const { media } = telephone;
      return {
        well,
        heard: heardAt(media, all),
        said: saidFrom(media, all),
        keys: keysFrom(media, all),
        acted: (act) => [telephone.done[act]?.from ?? Number.NaN, telephone.done[act]?.to ?? Number.NaN],
      };
    },
    crowd: (acts, calls, perSecond) => crowd({ sip: asterisk.sip, number, acts, calls, perSecond, folder }),
    officer: async (ringMs) => {
      const telephone = await officer({ port: person, ringMs, folder });
      telephones.push(telephone);
      return { ...telephone, heard: async () => heardAt(telephone.media, (await captured?.datagrams()) ?? []) };
    },
    // The head of a WAV of ours has 44 bytes.
    prompt: (name, heard) => toldOf(readFileSync(join(prompts, `${name}.wav`)).subarray(44), heard),
    stop: async () => {
      for (const telephone of telephones) telephone.stop();
      await captured?.stop();
      await asterisk.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
