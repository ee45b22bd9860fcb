import type { Words } from '../wording.ts';

/** What a caller is asked before anything is recorded. */
export const recordingWording = {
  ask: {
    vi: 'Xin chào quý vị. Để phục vụ tốt hơn, tổng đài muốn ghi âm cuộc gọi này. Đồng ý bấm 1, không đồng ý bấm 2. Không ghi âm, quý vị vẫn được phục vụ như thường.',
    en: 'Hello. To serve you better we would like to record this call. Press 1 if you agree, 2 if you do not. You are served just the same without.',
  },
} as const satisfies Record<string, Words>;
