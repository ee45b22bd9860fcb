import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Whether calls can be made here: `.ci/run` says so once `.ci/asterisk make` has succeeded. */
export const hasAsterisk = process.env.TEST_ASTERISK === 'on';

export type Asterisk = {
  /** Where calls are taken: host:port. */
  sip: string;
  /** Its ports for sound: first-last. */
  rtp: string;
  stop(): Promise<void>;
};

export type AsteriskOptions = {
  /** Where it finds Một Cửa. */
  web: string;
  password: string;
  /** The port of the officers' telephone. */
  person: number;
  personSeconds?: number;
  audiosocket?: number;
  /** Sounds that are there already; else they are spoken, which takes a second. */
  prompts?: string;
};

const program = fileURLToPath(new URL('../../../.ci/asterisk', import.meta.url));

/** A real Asterisk with the configuration that operators get, on ports of its own. */
export async function startAsterisk({
  web,
  password,
  person,
  personSeconds = 5,
  audiosocket,
  prompts,
}: AsteriskOptions): Promise<Asterisk> {
  const media = audiosocket === undefined ? {} : { HOTLINE_MEDIA: 'audiosocket', AUDIOSOCKET: `127.0.0.1:${audiosocket}` };
  const child = spawn('bash', [program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...media,
      ...(prompts !== undefined && { HOTLINE_PROMPTS: prompts }),
      MOTCUA_URL: web,
      HOTLINE_PASSWORD: password,
      PERSON_SIP: `127.0.0.1:${person}`,
      PERSON_SECONDS: String(personSeconds),
    },
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let told = '';
  let faults = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    faults = (faults + text).slice(-2_000);
  });
  const [sip, rtp] = await new Promise<[string, string]>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [, host = '', ports = ''] = /ASTERISK_SIP=(\S+) ASTERISK_RTP=(\S+)/.exec(told) ?? [];
      if (ports !== '') resolve([host, ports]);
    });
    void closed.then(() => reject(new Error(`Asterisk did not start: ${faults}`)));
  });
  return {
    sip,
    rtp,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
