import type { ServedQueue } from '@chat-ticket/domain';
import { and, asc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import { agentColumns, type AgentRow } from '../rows/agent-row.ts';
import { agents } from '../schema.ts';

/** Where an agent is in the list. */
export type AgentPlace = { sortName: string; id: string };

/** The part of the list to read. */
export type ListAgents = {
  /** The agent before the first one. Null: from the start. */
  after: AgentPlace | null;
  /** How many agents to read at most. */
  limit: number;
};

type Params = { sortName: string; id: string; limit: number };

/** An agent of the list. */
export type ListedAgentRow = AgentRow & AgentPlace;

const selectAgents = (condition: SQL) =>
  built((p: Placeholders<Params>) =>
    build
      .select({ ...agentColumns, sortName: sql<string>`${agents.sortName}` })
      .from(agents)
      .where(and(condition, sql`(${agents.sortName}, ${agents.id}) > (${p.sortName}, ${p.id})`))
      .orderBy(asc(agents.sortName), asc(agents.id))
      .limit(sql.placeholder('limit')),
  );

type QueueRow = { [Column in keyof ServedQueue]: Column extends 'id' ? string : string | null };

const selectQueues = select<Params, QueueRow>`
  select
    queues.id as "id", entity_ids as "entityIds", languages as "languages", ccrs as "ccrs", fields as "fields",
    (select needs from queue_stages where queue_id = queues.id order by stage desc limit 1) as "needs"
  from queues order by position`;

const listOf = (json: string | null): string[] | null => (json === null ? null : JSON.parse(json));

const listOfAgents = (condition: SQL) =>
  query({
    params: ({ after, limit }: ListAgents): Params => ({ sortName: '', id: '', ...after, limit }),
    answer: { agents: selectAgents(condition), queues: selectQueues },
    outcome: ({ agents: rows, queues }) => ({
      agents: rows as ListedAgentRow[],
      queues: queues.map(({ id, needs, entityIds, languages, ccrs, fields }): ServedQueue => ({
        id,
        needs: listOf(needs) ?? [],
        entityIds: listOf(entityIds),
        languages: listOf(languages),
        ccrs: listOf(ccrs),
        fields: fields === null ? null : (JSON.parse(fields) as ServedQueue['fields']),
      })),
    }),
  });

/** Agents by name, either those who are archived or the others, and the queues in the order of the settings. */
export const listAgents = {
  present: listOfAgents(isNull(agents.archivedAt)),
  archived: listOfAgents(isNotNull(agents.archivedAt)),
};
