import { expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { createRespond } from '../../bot/respond.ts';
import type { Memory, Reply } from '../../bot/types.ts';
import { respondOptions } from '../fakes/respond.ts';

async function told(text: string, memory: Memory = emptyMemory): Promise<Reply | undefined> {
  const visitor = { channel: 'web', person: 'p', network: null, message: text };
  return (await createRespond(respondOptions())({ text, visitor }, memory, AbortSignal.timeout(5_000))).replies[0];
}

test.each(['ten.toi@vidu.vn', 'email ten.toi@vidu.vn ạ'])('an address with nothing asked is asked about: "%s"', async (text) => {
  const reply = await told(text);
  expect(reply?.kind).toBe('asked');
  expect(reply?.text).toContain('một địa chỉ e-mail');
  expect(reply?.text).not.toContain('ten.toi');
});

test.each(['12345', '12', '2 024'])('so is a bare number, which is nobody’s matter: "%s"', async (text) => {
  expect((await told(text))?.text).toContain('một con số');
});

test('a phone number is still not asked for', async () => {
  expect((await told('0912 345 678'))?.text).toContain('không cần gửi số căn cước hay số điện thoại');
});

test('a number past the choices just offered is answered with the choices', async () => {
  const offered = ['Khai sinh', 'Khai tử'].map((label) => ({ label, say: label }));
  expect((await told('7', { ...emptyMemory, awaiting: 'procedure', offered }))?.choices).toEqual(offered);
});
