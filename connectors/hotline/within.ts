/** What comes of it in so many milliseconds; `otherwise` where it takes longer or fails. */
export async function within<Result>(work: Promise<Result>, ms: number, otherwise: Result): Promise<Result> {
  const late = Promise.withResolvers<Result>();
  const timer = setTimeout(() => late.resolve(otherwise), ms);
  return Promise.race([work.catch(() => otherwise), late.promise]).finally(() => clearTimeout(timer));
}
