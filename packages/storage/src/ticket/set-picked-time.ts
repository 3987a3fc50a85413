import { activeStates } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from '../agent/acting-agent.ts';
import type { AgentRow } from '../agent/agent-row.ts';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { agents, tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { selectTicket } from './get-ticket.ts';
import { statusIn } from './state-sql.ts';
import type { TicketRow } from './ticket-row.ts';

type Params = CommandParams & ActingAgentParams & { ticketId: string };

const pick = statement<Params>((p) =>
  build
    .update(tickets)
    .set({ pickedAt: p.now, pickBy: null, updatedAt: p.now, changeId: p.changeId })
    .where(
      sql`${isFirstTime(p)} and ${tickets.id} = ${p.ticketId} and ${tickets.agentId} = ${actingAgentId(p)}
        and ${tickets.pickedAt} is null and ${statusIn(tickets, activeStates)}`,
    ),
);

const appendPicked = appendChange<Params>('ticket.picked', sql`${tickets.pickedAt} is not null`);

const forgetMisses = statement<Params>((p) =>
  build
    .update(agents)
    .set({ misses: 0 })
    .where(
      sql`${agents.misses} > 0 and ${agents.id} = (select ${tickets.agentId} from ${tickets} where ${tickets.id} = ${p.ticketId} and ${tickets.changeId} = ${p.changeId})`,
    ),
);

/** Sets the time at which the acting agent picked its ticket, once. Answers both as they now are. */
export async function setPickedTime(
  db: Database,
  command: Command & ActingAgentParams & { ticketId: string },
): Promise<{ agent: AgentRow | null; ticket: TicketRow | null }> {
  const results = await db.batch(
    [noteRepeat, pick, appendPicked, forgetMisses, selectActingAgent, selectTicket].map((bind) =>
      bind(command),
    ),
    'write',
  );
  return {
    agent: selectActingAgent.rows(results.at(-2)!)[0] ?? null,
    ticket: selectTicket.rows(results.at(-1)!)[0] ?? null,
  };
}
