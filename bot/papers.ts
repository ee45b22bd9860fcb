import { Unavailable } from './errors.ts';
import {
  type Examined,
  fileName,
  type MessageFile,
  type PaperCount,
  type PaperDefect,
  type PaperDoubt,
  type PaperOwner,
  type PaperType,
  paperLimits,
} from './paper-types.ts';
import { maskPersonal } from './personal.ts';
import type { Attachments, Meter, PaperStore, Papers, Visitor } from './ports.ts';

export type PaperPorts = { papers: Papers; store: PaperStore; attachments: Attachments; meter: Meter };

/** What came of the files of one message: how many are kept, and what is said of the others. Names have personal numbers masked. */
export type TakenPapers = {
  added: PaperCount;
  refused: { name: string; defects: PaperDefect[] }[];
  doubtful: { name: string; doubts: PaperDoubt[] }[];
};

export const noPapers: PaperCount = { images: 0, documents: 0 };

export function countOf({ images, documents }: PaperCount): number {
  return images + documents;
}

export type TakeOptions = PaperPorts & { files: MessageFile[]; owner: PaperOwner; visitor: Visitor; signal: AbortSignal };

/** For all the files of a message together: what is not looked at by then is asked for again, and the turn has time to answer. */
const budgetMs = 12_000;

/** Looks at the files of a message and keeps the good ones, in their order. A message that is taken again keeps nothing twice. */
export async function takePapers(options: TakeOptions): Promise<TakenPapers> {
  const { files, owner, visitor, store, meter } = options;
  const taken: TakenPapers = { added: { ...noPapers }, refused: [], doubtful: [] };
  const before = await store.list(visitor, owner);
  const room = { count: paperLimits.count - before.length, bytes: paperLimits.together - before.reduce((sum, { size }) => sum + size, 0) };
  const limit = AbortSignal.timeout(budgetMs);
  const looked = await Promise.all(files.slice(0, paperLimits.count).map((file) => look(file, options, limit)));
  for (const [place, file] of files.entries()) {
    const one = await kept(looked[place] ?? refused('too-many'), file, room, options);
    const name = maskPersonal(fileName(file.name));
    meter.count('paper', { result: one.kind === 'kept' ? 'kept' : (one.defects[0] ?? 'other') });
    if (one.kind === 'defects') taken.refused.push({ name, defects: one.defects });
    else {
      taken.added[one.type === 'application/pdf' ? 'documents' : 'images'] += 1;
      room.count -= 1;
      room.bytes -= one.size;
      if (one.doubts.length > 0) taken.doubtful.push({ name, doubts: one.doubts });
    }
  }
  return taken;
}

type Refused = { kind: 'defects'; defects: PaperDefect[] };
type Looked = (Extract<Examined, { kind: 'good' }> & { bytes: Uint8Array }) | Refused;
type Kept = { kind: 'kept'; type: PaperType; size: number; doubts: PaperDoubt[] } | Refused;

/** A channel or a check that does not answer costs its file, not the turn. */
async function look(file: MessageFile, { attachments, papers, visitor, signal }: TakeOptions, limit: AbortSignal): Promise<Looked> {
  if (file.size > paperLimits.bytes) return refused('too-big');
  const { channel, person } = visitor;
  const both = AbortSignal.any([signal, limit]);
  try {
    const bytes = await attachments.fetch({ channel, person }, file, both);
    if (bytes === null) return refused('gone');
    const examined = await papers.examine(bytes, `${channel}/${person}`, both);
    return examined.kind === 'good' ? { ...examined, bytes } : examined;
  } catch (error) {
    if (!signal.aborted && (limit.aborted || error instanceof Unavailable)) return refused('unchecked');
    throw error;
  }
}

async function kept(
  looked: Looked,
  file: MessageFile,
  room: { count: number; bytes: number },
  { store, owner, visitor }: TakeOptions,
): Promise<Kept> {
  if (looked.kind === 'defects') return looked;
  const { type, pages, sha256, doubts, bytes } = looked;
  const source = `${visitor.message}/${file.ref}`;
  const size = bytes.length;
  if (room.count <= 0 || size > room.bytes) {
    if (!(await store.has(visitor, source))) return refused(room.count <= 0 ? 'too-many' : 'too-much');
  }
  const outcome = await store.keep(visitor, owner, { name: fileName(file.name), type, pages, size, sha256, source, bytes });
  return outcome === 'kept' ? { kind: 'kept', type, size, doubts } : refused(outcome);
}

function refused(defect: PaperDefect): Refused {
  return { kind: 'defects', defects: [defect] };
}
