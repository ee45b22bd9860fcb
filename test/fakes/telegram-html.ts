/** Telegram's HTML as it reads it: what it looks like, links as `words: address`; or the platform's own complaint. */
export function readHtml(html: string): { text: string } | { fault: string } {
  const open: { name: string; href: string }[] = [];
  let text = '';
  for (const [piece, closing = '', name = '', rest = ''] of html.matchAll(/<(\/?)([a-z-]*)([^<>]*)>|[^<>]+|[<>]/g)) {
    if (piece === '<' || piece === '>') {
      if (piece === '>') text += piece;
      else return { fault: 'Unsupported start tag' };
    } else if (!piece.startsWith('<')) {
      const bad = /&(?!(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);)\w+;/i.exec(piece);
      if (bad !== null) return { fault: `Unsupported entity "${bad[0]}"` };
      text += unescaped(piece);
    } else if (!tags.has(name)) return { fault: `Unsupported start tag "${name}"` };
    else if (closing === '/') {
      const last = open.pop();
      if (last?.name !== name) return { fault: `Unmatched end tag, expected "</${last?.name ?? ''}>", found "</${name}>"` };
      if (last.href !== '') text += `: ${last.href}`;
    } else {
      const href = /^ href="([^"]*)"$/.exec(rest)?.[1];
      if (rest !== '' && (name !== 'a' || href === undefined)) return { fault: `Unexpected attribute in "${name}"` };
      open.push({ name, href: unescaped(href ?? '') });
    }
  }
  return open.length > 0 ? { fault: `Can't find end tag corresponding to start tag "${open.at(-1)?.name}"` } : { text: text.trim() };
}

const tags = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'a', 'blockquote', 'tg-spoiler']);

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
