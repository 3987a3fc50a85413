import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, statement } from '../command/statement.ts';
import { appendAgentEvents } from '../steps/append-events.ts';

type Params = CommandContext & { agentId: string };

const hasNoTickets = 'agents.id = :agentId and agents.load = 0';

const selectOutcome = select<Params, { exists: 0 | 1; isRemoved: 0 | 1 }>`
  select
    exists (select 1 from agents where id = :agentId) as "exists",
    exists (select 1 from events where change_id = :changeId) as "isRemoved"`;

/** Deletes an agent that has no tickets. */
export const deleteAgent = command({
  steps: [
    appendAgentEvents<Params>('agent.removed', { where: hasNoTickets }),
    statement<Params>`delete from agents where ${hasNoTickets}`,
  ],
  answer: { agent: only(selectOutcome) },
  outcome: ({ agent }): { outcome: 'done' | 'agent_has_tickets' | 'agent_unknown' } => {
    if (agent.isRemoved) return { outcome: 'done' };
    return { outcome: agent.exists ? 'agent_has_tickets' : 'agent_unknown' };
  },
});
