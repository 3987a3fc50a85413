import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { returnTickets } from '../routing/return-tickets.ts';
import { agents, tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { isActive } from '../ticket/state-sql.ts';
import { selectActingAgent } from './acting-agent.ts';
import type { AgentRow } from './agent-row.ts';

export type DrainAgent = Command & {
  agentId: string;
  /** Whether the chats that it has picked go back to the queue too. */
  requeuesPicked: boolean;
};

type Params = CommandParams & { agentId: string; requeuesPicked: number };

const isRunning = (p: { agentId: SQL; changeId: SQL }) =>
  sql`${isFirstTime(p)} and ${agents.id} = ${p.agentId} and ${agents.status} <> 'offline'`;
const goOffline = statement<Params>((p) =>
  build
    .update(agents)
    .set({ status: 'offline', statusSince: p.now, isRoutable: 0, misses: 0, changeId: p.changeId })
    .where(isRunning(p)),
);
const appendOffline = appendAgentEvent<Params>('agent.status_changed', isRunning, () => ({
  status: sql`'offline'`,
  reason: sql`'drained'`,
}));

const giveBack = returnTickets<Params>({
  event: 'ticket.returned',
  which: (p) =>
    sql`${tickets.agentId} = ${p.agentId} and ${isActive(tickets)}
      and (${tickets.pickedAt} is null or ${p.requeuesPicked} = 1)`,
  data: () => ({ reason: sql`'agent_drained'` }),
  asksOthersFirst: false,
});

/** How many of its tickets find another agent in the same batch; the sweep finds one for the rest. */
const assignmentsPerBatch = 8;

/** Takes an agent out of service: no new ticket, and what it has not picked goes to others. */
export async function drainAgent(db: Database, command: DrainAgent): Promise<AgentRow | null> {
  const params = { ...command, requeuesPicked: Number(command.requeuesPicked) };
  const results = await db.batch(
    [
      ...[
        noteRepeat,
        appendOffline,
        goOffline,
        ...giveBack,
        ...assignUpTo(assignmentsPerBatch),
        appendAssignments,
      ].map((bind) => bind(params)),
      selectActingAgent({ ref: command.agentId, self: command.agentId }),
    ],
    'write',
  );
  return selectActingAgent.rows(results.at(-1)!)[0] ?? null;
}
