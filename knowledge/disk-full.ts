/** True for what a database says when its disk is full: SQLSTATE 53100, and what the embedded one says of its files. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && (error.code === '53100' || error.code === 'ENOSPC')) || /no space left on device/i.test(error.message);
}
