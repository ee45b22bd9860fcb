/** Shorter ones are said with the next; longer ones are cut at a comma: the first is to be heard early, and none is to be waited for. */
const least = 12;
const most = 220;

/** A text in what is spoken at once. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const sentence of text.split(/(?<=[.!?…:;])\s+|\n+/).flatMap((one) => shorter(one.trim()))) {
    if (!/[\p{L}\p{N}]/u.test(sentence)) continue;
    const before = sentences.at(-1);
    if (before !== undefined && before.length < least) sentences[sentences.length - 1] = `${before} ${sentence}`;
    else sentences.push(sentence);
  }
  return sentences;
}

function shorter(sentence: string): string[] {
  if (sentence.length <= most) return [sentence];
  const comma = sentence.lastIndexOf(', ', most);
  const space = comma > least ? comma + 1 : sentence.lastIndexOf(' ', most);
  const cut = space > 0 ? space : most;
  return [sentence.slice(0, cut).trim(), ...shorter(sentence.slice(cut).trim())];
}
