import { noticeWording as words } from '../dossier-wording.ts';
import type { News, NowSeen, Watched } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { tellAt } from './quiet-hours.ts';

/** So long a dossier that its source no longer has is still looked for: lists have gaps, and systems are moved. */
export const goneDays = 30;

/** What is kept, and told, of a dossier that its source does not have: nothing at first, after so many days once that its following ends. */
export function goneNow({ code, seen, overdueFor, goneSince }: Watched, source: string, now: Date): { seen: NowSeen; news: News[] } {
  const since = goneSince ?? now.toISOString();
  const ended = now.getTime() - Date.parse(since) >= goneDays * 86_400_000;
  const replies = { vi: goneNotice(code, 'vi'), en: goneNotice(code, 'en') };
  return {
    seen: { source, status: seen?.status ?? null, statusText: seen?.statusText ?? null, overdueFor, ended, goneSince: since },
    news: ended ? [{ once: `notice ${code} gone ${since}`, replies, tellAt: tellAt(now) }] : [],
  };
}

function goneNotice(code: string, language: Language): Reply {
  const text = words.gone[language].replace('{code}', code).replace('{days}', String(goneDays));
  return { ...plainReply('status', text, [{ label: words.open[language], say: code }]), dossier: code };
}
