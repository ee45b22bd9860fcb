import type { AddressInfo } from 'node:net';
import { BotAdapter, MemoryStorage, type ResourceResponse, TurnContext } from 'botbuilder-core';
import { Botkit } from 'botkit';
import express from 'express';
import { startPglite } from '../../knowledge/pglite.ts';
import { main } from '../main.ts';

// Botkit asks for a class here.
class SilentAdapter extends BotAdapter {
  async sendActivities(_context: TurnContext, activities: unknown[]): Promise<ResourceResponse[]> {
    return activities.map((_, place) => ({ id: String(place) }));
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
}

// Run by `bench.ts` as `node floor.ts express FOLDER` or `node floor.ts botkit TURNS`: what the parts that we stand on cost alone.
await main(async () => {
  const [kind, argument = ''] = process.argv.slice(2);
  return kind === 'express' ? bareExpress(argument) : bareBotkit(Number(argument));
});

/** A server that does nothing but keep each message before it answers. */
async function bareExpress(folder: string): Promise<number> {
  const database = await startPglite(folder);
  await database.exec('create table messages (id text primary key, text text not null)');
  const app = express();
  app.post('/messages', express.json(), async (request, response) => {
    await database.query('insert into messages (id, text) values ($1, $2)', [request.body.id, request.body.text]);
    response.status(202).json({ accepted: true });
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
    process.stdout.write(`listening on ${port}\n`);
  });
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  server.closeAllConnections();
  server.close();
  await database.close();
  return 0;
}

/** A bot that only echoes, one turn after the other. */
async function bareBotkit(turns: number): Promise<number> {
  const adapter = new SilentAdapter();
  const controller = new Botkit({ adapter, storage: new MemoryStorage(), disable_webserver: true, disable_console: true });
  controller.on('message', async (bot, message) => {
    await bot.reply(message, `Bạn nói: ${message.text}`);
  });
  for (let turn = 0; turn < 200; turn += 1) await take(turn);
  const begun = performance.now();
  for (let turn = 0; turn < turns; turn += 1) await take(turn);
  const each = (performance.now() - begun) / turns;
  process.stdout.write(`${JSON.stringify({ turns, perSecond: 1000 / each })}\n`);
  return 0;

  async function take(turn: number): Promise<void> {
    const person = `citizen-${turn % 50}`;
    const conversation = { id: person, isGroup: false, conversationType: 'personal', name: '' };
    const activity = {
      type: 'message',
      channelId: 'bench',
      conversation,
      from: { id: person, name: '' },
      recipient: { id: 'bot', name: '' },
      text: 'xin chào',
    };
    await controller.handleTurn(new TurnContext(adapter, activity));
  }
}
