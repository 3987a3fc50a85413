import {
  type ConsideredAgent,
  type RoutedTicket,
  type RoutingFields,
  skillsNeeded,
  type TicketState,
} from '@chat-ticket/domain';
import type { Strategy } from '@chat-ticket/contract';
import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { nextOpening, queueIsOpen } from '../queue/opening-sql.ts';
import { positionInQueue } from '../queue/position-sql.ts';
import { agents, tickets } from '../schema.ts';
import { build, computed, reader } from '../statement.ts';
import { hasDeclined } from './able.ts';

type Params = { ticketId: string; now: number };

const now = sql`${sql.placeholder('now')}`;
const nextStage = (column: 'needs' | 'tier') =>
  sql.raw(`(select ${column} from queue_stages
    where queue_stages.queue_id = tickets.queue_id and queue_stages.stage = tickets.stage + 1)`);

const ticketFields = {
  id: tickets.id,
  status: tickets.status,
  rank: tickets.rank,
  queueId: tickets.queueId,
  queueIsOpen: computed<number>(queueIsOpen(tickets.queueId, now)),
  opensAt: computed<number | null>(nextOpening(tickets.queueId, now)),
  strategy: sql<Strategy>`(select strategy from settings)`,
  // The id says it all, and is there when the row of `need_sets` has been pruned.
  needSet: tickets.needSet,
  stage: tickets.stage,
  position: computed<number | null>(positionInQueue),
  preferredAgentId: sql<
    string | null
  >`case when ${tickets.preferUntil} > ${now} then ${tickets.preferredAgentId} end`,
  preferUntil: tickets.preferUntil,
  widenAt: tickets.widenAt,
  nextNeeds: computed<string | null>(nextStage('needs')),
  nextTier: computed<number | null>(nextStage('tier')),
  retryAt: tickets.retryAt,
  agentId: tickets.agentId,
  assignedBy: computed<string | null>(sql`(select data ->> 'reason' from events
    where events.change_id = ${tickets.assignedChangeId} and events.type = 'ticket.assigned' and events.subject_id = ${tickets.id})`),
  isAgentFixed: tickets.isAgentFixed,
  assignedAt: tickets.assignedAt,
  pickBy: tickets.pickBy,
  pickedAt: tickets.pickedAt,
  wrapUpUntil: tickets.wrapUpUntil,
  closedAt: tickets.closedAt,
  entityId: tickets.entityId,
  language: tickets.language,
  ccr: tickets.ccr,
};
const selectRouted = reader<Params>()(ticketFields, (p, fields) =>
  build.select(fields).from(tickets).where(eq(tickets.id, p.ticketId)),
);
type Row = ReturnType<typeof selectRouted.rows>[number];

const ticketId = sql`${sql.placeholder('ticketId')}`;
const agentFields = {
  id: agents.id,
  status: agents.status,
  skills: agents.skills,
  isRoutable: agents.isRoutable,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
  maxLoad: agents.maxLoad,
  idleSince: agents.idleSince,
  assignedAt: agents.assignedAt,
  hasDeclined: computed<number>(hasDeclined(ticketId, agents.id)),
};
const agentsShown = 500;
const selectConsidered = reader<Params>()(agentFields, (p, fields) =>
  build
    .select(fields)
    .from(agents)
    .where(sql`${agents.status} <> 'offline' or ${agents.load} > 0 or ${hasDeclined(p.ticketId, agents.id)}`)
    .orderBy(asc(agents.turnLoad), asc(agents.turnSince), asc(agents.id))
    .limit(agentsShown),
);

type AgentRow = ReturnType<typeof selectConsidered.rows>[number];

/** A ticket as routing sees it, and the agents whom it may go to in the order of their turn; null: none. */
export async function getRouting(
  db: Database,
  params: Params,
): Promise<{ ticket: RoutedTicket; agents: ConsideredAgent[] } | null> {
  const [routed, considered] = await db.batch([selectRouted(params), selectConsidered(params)], 'read');
  const [row] = selectRouted.rows(routed!);
  if (!row) return null;
  const people = selectConsidered.rows(considered!);
  const declinedBy = people.flatMap((agent) => (agent.hasDeclined ? [agent.id] : []));
  return { ticket: toRoutedTicket(row, declinedBy), agents: people.map(toConsidered) };
}

const toConsidered = (row: AgentRow): ConsideredAgent => ({
  id: row.id,
  status: row.status,
  skills: JSON.parse(row.skills) as string[],
  routable: row.isRoutable === 1,
  leaseUntil: row.leaseUntil,
  load: row.load,
  capacity: row.maxLoad,
  idleSince: row.idleSince,
  assignedAt: row.assignedAt,
});

function toRoutedTicket(row: Row, declinedBy: string[]): RoutedTicket {
  const { ccr, entityId, isAgentFixed, language, needSet, nextNeeds, nextTier, status, ...rest } = row;
  const [, needs, tierFrom, tierTo] = JSON.parse(needSet!) as [string, string[], number, number];
  return {
    ...rest,
    status: status as TicketState,
    queueIsOpen: row.queueIsOpen === 1,
    isAgentFixed: isAgentFixed === 1,
    needs,
    tierFrom,
    tierTo,
    declinedBy,
    widensTo: widensTo({ entityId, language, ccr }, nextNeeds, nextTier, tierTo),
  };
}

const widensTo = (fields: RoutingFields, needs: string | null, tier: number | null, tierTo: number) =>
  needs === null || tier === null
    ? null
    : {
        needs: skillsNeeded(JSON.parse(needs) as string[], fields),
        tierTo: Math.max(tierTo, tier),
      };
