import { autoCloseEffect } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts';
import { IdleChat, settings, type Step, story, wrapUpMs } from '../../test/idle-chat.ts';
import {
  escalateTicket,
  extendTicket,
  getTicket,
  putSettings,
  send,
  sweep,
  transferToAgent,
  updateTicket,
} from '../index.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 400);

async function prepareDesk(db: FreshDatabase) {
  const desk = openDesk(db);
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  await desk.online('ann');
  await desk.online('ben');
  // Nobody is ever gone: that is another rule’s.
  await db.batch(['update agents set lease_until = 1e15'], 'write');
  return desk;
}

/** Lets the step happen to the ticket, and answers whether the desk took it. */
async function happen(
  db: FreshDatabase,
  { id, roomId }: { id: string; roomId: string },
  { taken, agentId, now }: { taken: Step; agentId: string | null; now: number },
): Promise<boolean> {
  const command = { changeId: crypto.randomUUID(), now, actorRole: 'service', actorId: 'test' };
  const change = { ...command, ticketId: id, owner: null, ifVersion: null, note: null };
  const run = () => sweep(db, { now, newId: () => crypto.randomUUID() });
  switch (taken.does) {
    case 'waits':
      return true;
    case 'sweeps':
      await run();
      return true;
    case 'sweeps twice':
      await run();
      await run();
      return true;
    case 'says': {
      const { kind, role } = taken;
      const actorId = role === 'agent' ? (agentId ?? 'ann') : role;
      const owner = role === 'agent' ? actorId : null;
      const actor = { ...command, actorRole: role, actorId };
      const effect = autoCloseEffect(role, kind);
      const { message } = await openDesk(db).sendMessage(roomId, {
        ...actor,
        owner,
        kind,
        effect,
        clientMessageId: command.changeId,
      });
      return message !== null;
    }
    case 'extends':
      return (await send(db, extendTicket, change)).outcome === 'done';
    case 'transfers':
      return (
        (await send(db, transferToAgent, { ...change, to: agentId === 'ann' ? 'ben' : 'ann' })).outcome ===
        'done'
      );
    case 'escalates':
      return (await send(db, escalateTicket, change)).outcome === 'done';
    case 'changes a field':
      return (
        (await send(db, updateTicket, { ...change, fields: { priority: 7 }, changes: {} })).outcome === 'done'
      );
    case 'saves the settings':
      return (await send(db, putSettings, { ...command, settings, ifVersion: null })).outcome === 'done';
  }
}

const factsOf = async (db: FreshDatabase, id: string) => {
  const [facts] = await db.rows(
    `select auto_close_warning_at, auto_close_at, is_auto_close_warned, last_message_seq,
      (select count(*) from events where ticket_id = '${id}' and type = 'room.auto_close_warned'),
      (select count(*) from messages where ticket_id = '${id}' and sender_role = 'system'),
      (select json_group_array(seq) from (select seq from messages where ticket_id = '${id}' order by seq)),
      room_closed_at, wrap_up_until from tickets where id = '${id}'`,
  );
  return facts;
};

it(
  'closes a chat only when the customer has owed the reply all the time, warned once, 20 s before at least',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    const desk = await prepareDesk(db);
    let now = 1_000_000;
    await fc.assert(
      fc.asyncProperty(story, async ({ wrapsUp, steps }) => {
        now += 1_000;
        const ticket = await desk.createTicket({ now, entityId: wrapsUp ? 'wrap' : '' });
        const chat = new IdleChat(ticket.agentId!);
        await desk.pick(ticket.agentId!, ticket.id);
        for (const taken of steps) {
          now += 1 + ('ms' in taken ? taken.ms : 0);
          const { agentId } = chat;
          const isTaken = chat.take(taken, now);
          expect(await happen(db, ticket, { taken, agentId, now })).toBe(isTaken);
          const { isClosed, said, shown, warnings } = chat;
          expect(await factsOf(db, ticket.id)).toEqual([
            ...shown,
            said,
            warnings,
            warnings,
            JSON.stringify(Array.from({ length: said }, (_, i) => i + 1)),
            isClosed ? now : null,
            isClosed && wrapsUp ? now + wrapUpMs : null,
          ]);
          const found = await send(db, getTicket, { ticketId: ticket.id });
          expect(found.ticket?.status === (wrapsUp ? 'CHAT_CLOSED' : 'CLOSED')).toBe(isClosed);
          if (isClosed) break;
        }
        await desk.close(ticket.id);
      }),
      { numRuns },
    );
  },
);
