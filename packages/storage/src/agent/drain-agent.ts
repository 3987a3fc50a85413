import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import type { ActingAgentParams } from '../sql/acting-agent.ts';
import { isActive } from '../sql/ticket-status.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { returnTickets } from '../steps/return-tickets.ts';

/** The agent to drain. */
export type DrainAgent = CommandContext & {
  agentId: string;
  /** Whether the tickets that the agent has picked are also requeued. Its offers always are. */
  requeuesPicked: boolean;
};

type Params = DrainAgent & ActingAgentParams;

const isNotOffline = `agents.id = :agentId and agents.status <> 'offline'`;

const appendOffline = appendAgentEvents<Params>('agent.status_changed', {
  where: isNotOffline,
  data: { status: `'offline'`, reason: `'drained'` },
});

const goOffline = statement<Params>`
  update agents set status = 'offline', status_since = :now, is_routable = 0, misses = 0, change_id = :changeId
  where ${isNotOffline}`;

const returnHeld = returnTickets<Params>({
  event: 'ticket.returned',
  where: `tickets.agent_id = :agentId and ${isActive('tickets')}
    and (tickets.picked_at is null or :requeuesPicked = 1)`,
  data: { reason: `'agent_drained'` },
  asksOthersFirst: false,
});

/** How many waiting tickets the batch assigns. The next sweep assigns the rest. */
const assignmentsPerBatch = 8;

/** Takes an agent out of service. Its status becomes `offline` and its offers return to their queues. */
export const drainAgent = command({
  params: (input: DrainAgent): Params => ({ ...input, ref: input.agentId, self: input.agentId }),
  steps: [appendOffline, goOffline, ...returnHeld, ...assignUpTo(assignmentsPerBatch), appendAssignments],
  answer: { agent: one(selectActingAgent) },
});
