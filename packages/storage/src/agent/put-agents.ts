import { emailKey } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { command, forEach } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { select, statement } from '../command/statement.ts';
import { agentColumns, type AgentRow } from '../rows/agent-row.ts';
import { agents } from '../schema.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';

/** The part of an agent that people edit. */
export type AgentRecord = {
  id: string;
  email: string;
  name: string;
  /** How many tickets the agent can have. Null: the workspace’s default. */
  capacity: number | null;
  skills: readonly string[];
};

/** The records to save. No id and no email may occur twice. */
export type PutAgents = CommandContext & { agents: readonly AgentRecord[] };

/** A record, by index, whose email or id belongs to an agent that is not among the records. */
export type TakenRecord = { index: number; column: 'id' | 'email'; agentId: string };

/**
 * `done`: all records as they are now, and how many of them are new. `taken`: nothing was saved, because of the records
 * in `taken`.
 */
export type PutAgentsOutcome =
  | { outcome: 'done'; agents: AgentRow[]; created: number }
  | { outcome: 'taken'; taken: TakenRecord[] };

/** With each record’s email as it is compared. */
const toParams = ({ agents: records, ...context }: PutAgents) => ({
  ...context,
  agents: records.map((record) => ({ ...record, emailKey: emailKey(record.email) })),
});

type Params = ReturnType<typeof toParams>;

const isAmongRecords = `agents.id in (select value ->> 'id' from json_each(:agents))`;

// Ids and emails name one person only. Letter case does not make a new id either, because a person wrote it.
const selectTakenRecords = `
    select record.key as "index", 'email' as "column", agents.id as "agentId"
    from json_each(:agents) record join agents on agents.email_key = record.value ->> 'emailKey'
    where not ${isAmongRecords}
    union all
    select record.key, 'email', agents.id
    from json_each(:agents) record join agents on lower(agents.id) = record.value ->> 'emailKey'
    where not ${isAmongRecords}
    union all
    select record.key, 'id', agents.id
    from json_each(:agents) record join agents on agents.email_key = lower(record.value ->> 'id')
    where not ${isAmongRecords}
    union all
    select record.key, 'id', agents.id
    from json_each(:agents) record join agents on lower(agents.id) = lower(record.value ->> 'id')
    where not ${isAmongRecords} and record.value ->> 'id' not in (select id from agents)`;

const isNothingTaken = `not exists (${selectTakenRecords})`;

// Two agents can swap their emails. The unique index would refuse that, because it checks each row immediately.
const clearEmails = statement<Params>`
  update agents set email = null, email_key = null
  where ${isAmongRecords} and ${isNothingTaken}`;

const upsertAgents = statement<Params>`
  insert into agents (
    id, email, email_key, name, capacity, max_load, skills, status, status_since, is_routable, idle_since, strategy, change_id)
  select
    record.value ->> 'id', record.value ->> 'email', record.value ->> 'emailKey', record.value ->> 'name', record.value ->> 'capacity',
    coalesce(record.value ->> 'capacity', settings.capacity),
    -- Sorted, each once, so that agents with the same skills have the same text.
    (select json_group_array(skill) from (
      select distinct value as skill from json_each(record.value -> 'skills') order by skill)),
    'offline', :now, 0, :now, settings.strategy, :changeId
  from json_each(:agents) record, settings
  where ${isNothingTaken}
  on conflict (id) do update set
    email = excluded.email, email_key = excluded.email_key, name = excluded.name, capacity = excluded.capacity, max_load = excluded.max_load,
    skills = excluded.skills, change_id = excluded.change_id`;

const isSaved = `${isAmongRecords} and agents.change_id = :changeId`;

const assignToEach = forEach(
  ({ agents: records, ...context }: Params) => records.map(({ id }) => ({ ...context, agentId: id })),
  assignWaitingTo<CommandContext & { agentId: string }>(':agentId'),
);

const selectTaken = select<Params, TakenRecord>`${selectTakenRecords}`;

// The tokens that the removal revoked are valid again. Other revocations of the agent stay.
const endRemovals = [
  statement<Params>`
  delete from token_revocations
  where role = 'agent' and exists (
    select 1 from removed_agents removal join agents on agents.id = removal.id
    where removal.id = token_revocations.sub and removal.change_id = token_revocations.change_id
      and removal.revoked_until_before is null and ${isSaved})`,
  statement<Params>`
  update token_revocations set issued_until = removal.revoked_until_before
  from removed_agents removal join agents on agents.id = removal.id
  where role = 'agent' and removal.id = token_revocations.sub
    and removal.change_id = token_revocations.change_id and ${isSaved}`,
  statement<Params>`
  delete from removed_agents where id in (select id from agents where ${isSaved})`,
];

const selectSaved = built((_: Placeholders<Params>) =>
  build.select(agentColumns).from(agents).where(sql.raw(isSaved)),
);

/** Creates or replaces agents’ records, all or none, and assigns waiting tickets to them. Adds removed agents again. */
export const putAgents = command({
  params: toParams,
  steps: [
    clearEmails,
    upsertAgents,
    appendAgentEvents<Params>('agent.saved', { where: isSaved }),
    ...endRemovals,
    assignToEach,
    appendAssignments,
  ],
  answer: { taken: selectTaken, saved: selectSaved },
  outcome: ({ taken, saved }, { now }: PutAgents): PutAgentsOutcome => {
    if (taken.length > 0) return { outcome: 'taken', taken };
    // A new agent has had its status since `now` and has never logged in.
    const created = saved.filter(
      ({ lastLoginAt, statusSince }) => lastLoginAt === null && statusSince === now,
    );
    return { outcome: 'done', agents: saved, created: created.length };
  },
});
