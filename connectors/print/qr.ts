/** The squares of the QR code of `text`, row by row: true is dark; none for an empty text. Level M: it stays readable with a stamp over a corner. */
export async function qrSquares(text: string): Promise<boolean[][]> {
  if (text === '') return [];
  const { create } = (await import('qrcode')).default;
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  );
}

/** The same as a PNG with the white rim that readers want; null for an empty text. */
export async function qrPicture(text: string): Promise<Uint8Array | null> {
  if (text === '') return null;
  const { toBuffer } = (await import('qrcode')).default;
  return toBuffer(text, { errorCorrectionLevel: 'M', margin: 4, scale: 6 });
}
