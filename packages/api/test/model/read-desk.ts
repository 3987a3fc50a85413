import type { Database } from '@chat-ticket/storage';
import type { ModelAgent, ModelDesk, ModelTicket, ModelEvent } from './model-desk.ts';

type Value = string | number | null;
export type Row = Record<string, Value>;

export async function query(db: Database, ...statements: string[]): Promise<Row[][]> {
  const results = await db.batch(statements, 'read');
  return results.map(({ columns, rows }) =>
    rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] as Value]))),
  );
}

const agentSql = `select id, status, status_since, is_routable, capacity, max_load, skills, lease_until, is_connected,
  release_at, load, idle_since, assigned_at, misses from agents order by id`;
const ticketSql = `select t.*, (select json_group_array(agent_id) from (
    select agent_id from ticket_declines where ticket_id = t.id order by agent_id)) as declined_by
  from tickets t order by id`;
const eventSql = (after: number) =>
  `select seq, type, subject_id, ticket_id, agent_id, data ->> 'status' as status, data ->> 'reason' as reason, change_id, at,
   data ->> 'queueId' as queue_id, data ->> 'joinedFrom' as joined_from, data ->> '$.from.role' as sender_role,
   data ->> '$.from.id' as sender_id, data ->> 'kind' as kind
   from events where seq > ${after} order by seq`;

/** Reads the desk from the database, in the types of the model, with the ticket versions and the events after `afterSeq`. */
export async function readDesk(db: Database, afterSeq: number) {
  const [agents, tickets, events] = await query(db, agentSql, ticketSql, eventSql(afterSeq));
  return {
    agents: agents!.map(toAgent),
    tickets: tickets!.map(toTicket),
    versions: new Map(tickets!.map((row) => [String(row['id']), String(row['change_id'])])),
    events: events!,
  };
}

/** The model in the same order. */
export const sortedModel = (desk: ModelDesk) => ({
  agents: [...desk.agents.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  tickets: [...desk.tickets.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

/** The events sorted as text, because a statement for several tickets writes them in any order. */
export const sortedEvents = (events: readonly ModelEvent[]): string[] =>
  events
    .map(({ type, subjectId, agentId, status, reason }) =>
      [type, subjectId, agentId ?? '', status, reason ?? ''].join(' '),
    )
    .toSorted();

export const toModelEvent = (row: Row): ModelEvent => ({
  type: String(row['type']),
  subjectId: String(row['subject_id']),
  agentId: row['agent_id'] as string | null,
  status: String(row['status'] ?? ''),
  ...(row['reason'] === null ? {} : { reason: String(row['reason']) }),
});

const toAgent = (row: Row): ModelAgent =>
  ({
    id: row['id'],
    status: row['status'],
    statusSince: row['status_since'],
    isRoutable: row['is_routable'] === 1,
    capacity: row['capacity'],
    maxLoad: row['max_load'],
    skills: JSON.parse(String(row['skills'])),
    leaseUntil: row['lease_until'],
    isConnected: row['is_connected'] === 1,
    releaseAt: row['release_at'],
    load: row['load'],
    idleSince: row['idle_since'],
    assignedAt: row['assigned_at'],
    misses: row['misses'],
  }) as ModelAgent;

const toTicket = (row: Row): ModelTicket => {
  const [queueId, needs, tierFrom, tierTo] = JSON.parse(String(row['need_set'])) as unknown[];
  return {
    id: row['id'],
    roomId: row['room_id'],
    status: row['status'],
    waitingStatus: row['waiting_status'],
    priority: row['priority'],
    rank: row['rank'],
    entityId: row['entity_id'],
    language: row['language'],
    ccr: row['ccr'],
    fieldKeys: JSON.parse(String(row['field_keys'])),
    orderId: row['order_id'],
    customerId: row['customer_id'],
    queueId: row['queue_id'] === queueId ? queueId : `${row['queue_id']} <> ${String(queueId)}`,
    isQueueFixed: row['is_queue_fixed'] === 1,
    tier: row['tier'],
    stage: row['stage'],
    needs,
    tierFrom,
    tierTo,
    widenAt: row['widen_at'],
    preferredAgentId: row['preferred_agent_id'],
    preferUntil: row['prefer_until'],
    agentId: row['agent_id'],
    assignments: row['assignments'],
    isAgentFixed: row['is_agent_fixed'] === 1,
    pickBy: row['pick_by'],
    pickedAt: row['picked_at'],
    retryAt: row['retry_at'],
    wrapUpUntil: row['wrap_up_until'],
    createdAt: row['created_at'],
    closedAt: row['closed_at'],
    closingCode: row['closing_code'],
    declinedBy: JSON.parse(String(row['declined_by'])),
  } as ModelTicket;
};
