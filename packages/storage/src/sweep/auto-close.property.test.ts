import { autoCloseEffect } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts';
import { IdleChat, scenario, settings, type Step, wrapUpMs } from '../../test/idle-chat.ts';
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

// Proves that an idle chat is warned once and closed at the right time, whatever happens around it. fast-check
// generates scenarios of one chat: messages, waits, sweeps and changes of the ticket. Each step runs on a desk and on
// `IdleChat`, a model of the rule. After each step the ticket’s row, messages and events must equal those of the model.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 400);

async function prepareDesk(db: FreshDatabase) {
  const desk = openDesk(db);
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  await desk.online('ann');
  await desk.online('ben');
  // No lease ends, because that would return the ticket.
  await db.batch(['update agents set lease_until = 1e15'], 'write');
  return desk;
}

/** Performs the step on the desk, and returns whether the desk accepts it. */
async function perform(
  db: FreshDatabase,
  { id, roomId }: { id: string; roomId: string },
  { step, agentId, now }: { step: Step; agentId: string | null; now: number },
): Promise<boolean> {
  const context = { changeId: crypto.randomUUID(), now, actorRole: 'service', actorId: 'test' };
  const change = { ...context, ticketId: id, owner: null, ifVersion: null, note: null };
  const run = () => sweep(db, { now, newId: () => crypto.randomUUID() });
  switch (step.action) {
    case 'wait':
      return true;
    case 'sweep':
      await run();
      return true;
    case 'sweep twice':
      await run();
      await run();
      return true;
    case 'send message': {
      const { kind, role } = step;
      const actorId = role === 'agent' ? (agentId ?? 'ann') : role;
      const owner = role === 'agent' ? actorId : null;
      const actor = { ...context, actorRole: role, actorId };
      const effect = autoCloseEffect(role, kind);
      const { message } = await openDesk(db).sendMessage(roomId, {
        ...actor,
        owner,
        kind,
        effect,
        clientMessageId: context.changeId,
      });
      return message !== null;
    }
    case 'extend':
      return (await send(db, extendTicket, change)).outcome === 'done';
    case 'transfer':
      return (
        (await send(db, transferToAgent, { ...change, to: agentId === 'ann' ? 'ben' : 'ann' })).outcome ===
        'done'
      );
    case 'escalate':
      return (await send(db, escalateTicket, change)).outcome === 'done';
    case 'change a field':
      return (
        (await send(db, updateTicket, { ...change, fields: { priority: 7 }, changes: {} })).outcome === 'done'
      );
    case 'save the settings':
      return (await send(db, putSettings, { ...context, settings, ifVersion: null })).outcome === 'done';
  }
}

const storedStateOf = async (db: FreshDatabase, id: string) => {
  const [state] = await db.rows(
    `select auto_close_warning_at, auto_close_at, is_auto_close_warned, last_message_seq,
      (select count(*) from events where ticket_id = '${id}' and type = 'room.auto_close_warned'),
      (select count(*) from messages where ticket_id = '${id}' and sender_role = 'system'),
      (select json_group_array(seq) from (select seq from messages where ticket_id = '${id}' order by seq)),
      room_closed_at, wrap_up_until from tickets where id = '${id}'`,
  );
  return state;
};

it(
  'closes a chat only after one warning, at least 20 s earlier, and only while the customer owes the reply',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    const desk = await prepareDesk(db);
    let now = 1_000_000;
    await fc.assert(
      fc.asyncProperty(scenario, async ({ hasWrapUp, steps }) => {
        now += 1_000;
        const ticket = await desk.createTicket({ now, entityId: hasWrapUp ? 'wrap' : '' });
        const chat = new IdleChat(ticket.agentId!);
        await desk.pick(ticket.agentId!, ticket.id);
        for (const step of steps) {
          now += 1 + ('ms' in step ? step.ms : 0);
          const { agentId } = chat;
          const isAccepted = chat.apply(step, now);
          expect(await perform(db, ticket, { step, agentId, now })).toBe(isAccepted);
          const { columns, isClosed, messageCount, warningCount } = chat;
          expect(await storedStateOf(db, ticket.id)).toEqual([
            ...columns,
            messageCount,
            warningCount,
            warningCount,
            JSON.stringify(Array.from({ length: messageCount }, (_, i) => i + 1)),
            isClosed ? now : null,
            isClosed && hasWrapUp ? now + wrapUpMs : null,
          ]);
          const found = await send(db, getTicket, { ticketId: ticket.id });
          expect(found.ticket?.status === (hasWrapUp ? 'CHAT_CLOSED' : 'CLOSED')).toBe(isClosed);
          if (isClosed) break;
        }
        await desk.close(ticket.id);
      }),
      { numRuns },
    );
  },
);
