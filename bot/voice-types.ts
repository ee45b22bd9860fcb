/** `seconds` and `bytes`: of a voice note that is heard. `answer`: seconds of one that is spoken. */
export const voiceLimits = { seconds: 60, bytes: 5 * 1024 * 1024, answer: 20 } as const;
