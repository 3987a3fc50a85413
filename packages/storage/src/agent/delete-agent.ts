import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { agents, events } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';

type Params = CommandParams & { agentId: string };

const isFree = (p: { agentId: SQL; changeId: SQL }) =>
  sql`${isFirstTime(p)} and ${agents.id} = ${p.agentId} and ${agents.load} = 0`;

const appendRemoved = appendAgentEvent<Params>('agent.removed', isFree);
const deleteFreeAgent = statement<Params>((p) => build.delete(agents).where(isFree(p)));

const outcomeFields = {
  isThere: sql<number>`exists (select 1 from ${agents} where ${agents.id} = ${sql.placeholder('agentId')})`,
  isRemoved: sql<number>`exists (select 1 from ${events} where ${events.changeId} = ${sql.placeholder('changeId')})`,
};
const selectOutcome = reader<Params>()(outcomeFields, (_, fields) =>
  build.select(fields).from(sql`(select 1)`),
);

/** Removes an agent that has no open tickets. */
export async function deleteAgent(
  db: Database,
  command: Command & { agentId: string },
): Promise<'removed' | 'has_tickets' | 'unknown'> {
  const results = await db.batch(
    [noteRepeat, appendRemoved, deleteFreeAgent, selectOutcome].map((bind) => bind(command)),
    'write',
  );
  const [outcome] = selectOutcome.rows(results.at(-1)!);
  if (outcome?.isRemoved) return 'removed';
  return outcome?.isThere ? 'has_tickets' : 'unknown';
}
