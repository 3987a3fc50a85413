import { autoCloseEffect } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts';
import { type Idle, noticeMs, settings, shownOf, story } from '../../test/idle-chat.ts';
import { putSettings, sweep, transferToAgent } from '../index.ts';
import { escalateTicket } from '../ticket/escalate-ticket.ts';
import { extendTicket } from '../ticket/extend-ticket.ts';
import { getTicket } from '../ticket/get-ticket.ts';
import { updateTicket } from '../ticket/update-ticket.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 400);
async function openDesk(db: FreshDatabase) {
  const desk = deskOn(db);
  await putSettings(db, { ...desk.command(), settings, ifVersion: null });
  await desk.online('ann');
  await desk.online('ben');
  // Nobody is ever gone: that is another rule’s.
  await db.batch(['update agents set lease_until = 1e15'], 'write');
  return desk;
}

it(
  'closes a chat only when the customer has owed the reply all the time, warned once, 20 s before at least',
  { timeout: 120_000 },
  async () => {
    const db = await freshDatabase();
    const desk = await openDesk(db);
    let now = 1_000_000;
    const command = (actorRole = 'system', actorId = 'test') => ({
      changeId: crypto.randomUUID(),
      now,
      actorRole,
      actorId,
    });

    await fc.assert(
      fc.asyncProperty(story, async ({ wrapsUp, steps }) => {
        now += 1_000;
        const { id, roomId } = await desk.takeIn({ ...command(), entityId: wrapsUp ? 'wrap' : '' });
        const change = { ticketId: id, owner: null, ifVersion: null, note: null };
        const ticket = async () => (await getTicket(db, id))!;
        let agentId = (await ticket()).agentId;
        await desk.pick(agentId!, id);
        let idle: Idle = null;
        let said = 0;
        let warned = 0;
        let isClosed = false;

        const run = () => sweep(db, { now, newId: () => crypto.randomUUID() });
        const modelSweep = () => {
          if (!idle || isClosed) return;
          const [warningAt, closeAt] = shownOf(idle) as [number, number];
          if (idle.warnedAt === null && now >= warningAt) {
            idle = { ...idle, warnedAt: now };
            warned += 1;
            said += 1;
          } else if (idle.warnedAt !== null && now >= closeAt) {
            expect(idle.warnedAt).toBeLessThanOrEqual(now - noticeMs);
            isClosed = true;
            idle = null;
          }
        };

        for (const { does, ...more } of steps) {
          now += 1;
          if (does === 'waits') now += (more as { ms: number }).ms;
          else if (does === 'sweeps' || does === 'sweeps twice') {
            await run();
            if (does === 'sweeps twice') await run();
            modelSweep();
          } else if (does === 'says') {
            const { role, kind } = more as { role: 'agent'; kind: 'message' };
            const effect = autoCloseEffect(role, kind);
            const isRefused = role === 'agent' && agentId === null;
            const { message } = await desk.say(roomId, {
              ...command(role, role === 'agent' ? (agentId ?? 'ann') : role),
              owner: role === 'agent' ? (agentId ?? 'ann') : null,
              clientMessageId: crypto.randomUUID(),
              kind,
              effect,
            });
            expect(message === null).toBe(isRefused);
            if (!isRefused) said += 1;
            if (effect === 'stops') idle = null;
            const isRunning = idle !== null || (effect === 'starts' && agentId !== null);
            if (effect !== 'stops' && isRunning && !isRefused) idle = { since: now, warnedAt: null };
          } else if (does === 'extends') {
            const { isDone } = await extendTicket(db, { ...command(), ...change });
            expect(isDone).toBe(idle !== null);
            if (idle) idle = { since: now, warnedAt: null };
          } else if (does === 'transfers') {
            const to = agentId === 'ann' ? 'ben' : 'ann';
            await transferToAgent(db, { ...command(), ...change, to });
            agentId = to;
            idle = null;
          } else if (does === 'escalates') {
            await escalateTicket(db, { ...command(), ...change });
            agentId = null;
            idle = null;
          } else if (does === 'changes a field') {
            await updateTicket(db, { ...command(), ...change, fields: { priority: 7 }, changes: '{}' });
          } else await putSettings(db, { ...command(), settings, ifVersion: null });

          const row = await ticket();
          const [[shown], [warnings]] = [
            await db.rows(
              `select auto_close_warning_at, auto_close_at, is_auto_close_warned, last_message_seq from tickets where id = '${id}'`,
            ),
            await db.rows(
              `select (select count(*) from events where ticket_id = '${id}' and type = 'room.auto_close_warned'),
                (select count(*) from messages where ticket_id = '${id}' and sender_role = 'system'),
                (select group_concat(seq) from (select seq from messages where ticket_id = '${id}' order by seq))`,
            ),
          ];
          expect(row.status === (wrapsUp ? 'CHAT_CLOSED' : 'CLOSED')).toBe(isClosed);
          expect(row.roomClosedAt).toBe(isClosed ? now : null);
          expect(row.wrapUpUntil).toBe(isClosed && wrapsUp ? now + 300_000 : null);
          expect(shown).toEqual([...shownOf(idle), said]);
          expect(warnings).toEqual([
            warned,
            warned,
            said === 0 ? null : Array.from({ length: said }, (_, i) => i + 1).join(','),
          ]);
          if (isClosed) break;
        }
        now += 1;
        await desk.close(id);
        await db.batch([`delete from tickets where id = '${id}'`], 'write');
      }),
      { numRuns },
    );
  },
);
