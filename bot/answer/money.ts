import type { Fee, Language } from '../types.ts';

/** "70.000 đồng", "25 USD"; a sum without a currency of a thousand or more is in đồng, a smaller one is shown as it stands. */
export function money(amount: number, currency: Fee['currency'], language: Language): string {
  const figure = grouped(amount, language);
  if (currency === 'USD') return `${figure} USD`;
  if (currency === 'VND' || amount >= 1000 || amount === 0) return language === 'vi' ? `${figure} đồng` : `${figure} VND`;
  return figure;
}

export function grouped(amount: number, language: Language): string {
  const [whole = '', fraction] = String(amount).split('.');
  const marks = language === 'vi' ? { group: '.', point: ',' } : { group: ',', point: '.' };
  const head = whole.replace(/\B(?=(\d{3})+$)/g, marks.group);
  return fraction ? `${head}${marks.point}${fraction}` : head;
}

/** Whether the words name the sum themselves, or stand for a sum that was keyed in thousands ("20" beside "20.000 vnđ"). */
export function saysAmount(text: string, amount: number): boolean {
  const figures = (text.match(/\d+(?:[.,\s]\d{3})*(?!\d)/g) ?? []).map((figure) => Number(figure.replace(/[.,\s]/g, '')));
  return figures.includes(amount) || (amount < 1000 && figures.includes(amount * 1000));
}
