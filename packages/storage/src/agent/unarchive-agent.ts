import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, statement } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import type { ActingAgentParams } from '../sql/acting-agent.ts';
import { appendAgentEvents } from '../steps/append-events.ts';

/** The agent to bring back. */
export type UnarchiveAgent = CommandContext & { agentId: string };

type Params = UnarchiveAgent & ActingAgentParams;

const isArchived = 'agents.id = :agentId and agents.archived_at is not null';

/** Whether the revocation is the one that archived the agent. Others of the agent stay. */
const isOfArchive = (before: string): string => `
  role = 'agent' and sub = :agentId and exists (
    select 1 from agents
    where ${isArchived} and archived_change_id = token_revocations.change_id and revoked_until_before ${before})`;

/** Brings an archived agent back. It is offline, and its tokens are valid again. An agent that is not archived does not change. */
export const unarchiveAgent = command({
  params: (input: UnarchiveAgent): Params => ({ ...input, ref: input.agentId, self: input.agentId }),
  steps: [
    appendAgentEvents<Params>('agent.unarchived', { where: isArchived }),
    statement<Params>`delete from token_revocations where ${isOfArchive('is null')}`,
    statement<Params>`
  update token_revocations set issued_until = (select revoked_until_before from agents where id = :agentId)
  where ${isOfArchive('is not null')}`,
    statement<Params>`
  update agents set archived_at = null, archived_change_id = null, revoked_until_before = null, change_id = :changeId
  where ${isArchived}`,
  ],
  answer: { agent: one(selectActingAgent) },
});
