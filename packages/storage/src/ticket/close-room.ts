import { statesBefore } from '@chat-ticket/domain';
import { eq, sql } from 'drizzle-orm';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from '../agent/acting-agent.ts';
import type { AgentRow } from '../agent/agent-row.ts';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { tickets } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { statusIn } from './state-sql.ts';
import { ticketFields, type TicketRow } from './ticket-row.ts';

type Params = CommandParams & ActingAgentParams & { roomId: string };

const close = statement<Params>((p) =>
  build
    .update(tickets)
    .set({
      status: 'CHAT_CLOSED',
      roomClosedAt: p.now,
      pickBy: null,
      wrapUpUntil: sql`${p.now} + (select wrap_up_ms from queues where id = ${tickets.queueId})`,
      updatedAt: p.now,
      changeId: p.changeId,
    })
    .where(
      sql`${isFirstTime(p)} and ${tickets.roomId} = ${p.roomId} and ${tickets.agentId} = ${actingAgentId(p)}
        and ${statusIn(tickets, statesBefore('CHAT_CLOSED'))}`,
    ),
);

const appendClosed = appendChange<Params>('room.closed', sql`${tickets.status} = 'CHAT_CLOSED'`);

const selectByRoom = reader<Params>()(ticketFields, (p, fields) =>
  build.select(fields).from(tickets).where(eq(tickets.roomId, p.roomId)),
);

/** Closes the room of the acting agent’s ticket, which goes to wrap-up. Answers both as they now are. */
export async function closeRoom(
  db: Database,
  command: Command & ActingAgentParams & { roomId: string },
): Promise<{ agent: AgentRow | null; ticket: TicketRow | null }> {
  const results = await db.batch(
    [noteRepeat, close, appendClosed, selectActingAgent, selectByRoom].map((bind) => bind(command)),
    'write',
  );
  return {
    agent: selectActingAgent.rows(results.at(-2)!)[0] ?? null,
    ticket: selectByRoom.rows(results.at(-1)!)[0] ?? null,
  };
}
