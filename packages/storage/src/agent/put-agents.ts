import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { appendAssignments, fillAgent } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { agentFields, type AgentRow } from './agent-row.ts';

/** An agent as a person keeps it. */
export type AgentRecord = {
  id: string;
  email: string;
  name: string;
  /** Null: the workspace’s default. */
  capacity: number | null;
  skills: readonly string[];
};

export type PutAgents = Command & { agents: readonly AgentRecord[] };

/** `email_taken`: the records, by index, whose email an agent has that is not among them. */
export type PutAgentsOutcome =
  | { outcome: 'saved'; agents: AgentRow[]; created: number }
  | { outcome: 'email_taken'; taken: { index: number; agentId: string }[] };

/** `records` is JSON: one statement takes them all. */
type Params = CommandParams & { records: string };

const records = (p: { records: SQL }) => sql`json_each(${p.records}) as record`;
const member = (name: keyof AgentRecord) => sql.raw(`record.value ->> '${name}'`);
const isAmong = (p: { records: SQL }) => sql`${agents.id} in (select ${member('id')} from ${records(p)})`;
const hasEmailOfOne = (p: { records: SQL }) =>
  sql`lower(${agents.email}) = lower(${member('email')}) and not ${isAmong(p)}`;
const allEmailsAreFree = (p: { records: SQL }) =>
  sql`not exists (select 1 from ${records(p)} join ${agents} on ${hasEmailOfOne(p)})`;

// Two agents may swap their emails, and the unique index looks at every row on its own.
const letGoOfEmails = statement<Params>((p) =>
  build
    .update(agents)
    .set({ email: null })
    .where(sql`${isFirstTime(p)} and ${isAmong(p)} and ${allEmailsAreFree(p)}`),
);

/** Sorted, each once, so that agents of the same skills have the same text. */
const skills = sql`(select json_group_array(skill) from (select distinct value as skill from json_each(record.value -> 'skills') order by skill))`;

const upsertAgents = statement<Params>(
  (p) => sql`
    insert into ${agents} (id, email, name, capacity, max_load, skills, status, status_since, is_routable, idle_since, strategy, change_id)
    select ${member('id')}, ${member('email')}, ${member('name')}, ${member('capacity')},
      coalesce(${member('capacity')}, settings.capacity), ${skills}, 'offline', ${p.now}, 0, ${p.now}, strategy, ${p.changeId}
    from ${records(p)}, settings where ${isFirstTime(p)} and ${allEmailsAreFree(p)}
    on conflict (id) do update set
      email = excluded.email, name = excluded.name, capacity = excluded.capacity, max_load = excluded.max_load,
      skills = excluded.skills, change_id = excluded.change_id`,
);

const isSaved = (p: { records: SQL; changeId: SQL }) =>
  sql`${isAmong(p)} and ${agents.changeId} = ${p.changeId}`;

const appendSaved = appendAgentEvent<Params>('agent.saved', isSaved);
const fill = fillAgent<CommandParams & { agentId: string }>((p) => p.agentId);

const selectTaken = reader<Params>()({ index: sql<number>`record.key`, agentId: agents.id }, (p, fields) =>
  build.select(fields).from(agents).innerJoin(records(p), hasEmailOfOne(p)),
);

const selectSaved = reader<Params>()(agentFields, (p, fields) =>
  build.select(fields).from(agents).where(isSaved(p)),
);

/** Makes or replaces agents’ records, all or none. No id and no email may stand twice among them. */
export async function putAgents(db: Database, command: PutAgents): Promise<PutAgentsOutcome> {
  const { agents: list, ...rest } = command;
  const params = { ...rest, records: JSON.stringify(list) };
  const results = await db.batch(
    [
      noteRepeat(params),
      letGoOfEmails(params),
      upsertAgents(params),
      appendSaved(params),
      ...list.map(({ id }) => fill({ ...rest, agentId: id })),
      appendAssignments(params),
      selectTaken(params),
      selectSaved(params),
    ],
    'write',
  );
  const taken = selectTaken.rows(results.at(-2)!);
  if (taken.length > 0) return { outcome: 'email_taken', taken };
  const saved = selectSaved.rows(results.at(-1)!);
  // A record that this command made has had its status for no time.
  const created = saved.filter(
    ({ lastLoginAt, statusSince }) => lastLoginAt === null && statusSince === rest.now,
  );
  return { outcome: 'saved', agents: saved, created: created.length };
}
