import type { Strategy } from '@chat-ticket/contract';
import {
  type ConsideredAgent,
  type FieldKeys,
  type RoutedTicket,
  skillsNeeded,
  type TicketState,
} from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { one, select } from '../command/statement.ts';
import { hasDeclined } from '../sql/eligibility.ts';
import { nextOpening, queueIsOpen } from '../sql/opening-hours.ts';
import { queuePosition } from '../sql/queue-position.ts';

type Params = { ticketId: string; now: number };

type TicketRow = {
  id: string;
  status: TicketState;
  rank: number;
  queueId: string;
  queueIsOpen: 0 | 1;
  opensAt: number | null;
  strategy: Strategy;
  needSet: string;
  stage: number;
  position: number | null;
  preferredAgentId: string | null;
  preferUntil: number | null;
  widenAt: number | null;
  nextNeeds: string | null;
  nextTier: number | null;
  retryAt: number | null;
  agentId: string | null;
  assignedBy: string | null;
  isAgentFixed: 0 | 1;
  assignedAt: number | null;
  pickBy: number | null;
  pickedAt: number | null;
  wrapUpUntil: number | null;
  closedAt: number | null;
  entityId: string;
  language: string | null;
  ccr: string | null;
  fieldKeys: string;
};

// The needs and tiers come from the id of the need set, because the sweep deletes rows of `need_sets` that are not
// used.
const selectRouted = select<Params, TicketRow>`
  select
    tickets.id as "id",
    tickets.status as "status",
    tickets.rank as "rank",
    tickets.queue_id as "queueId",
    ${queueIsOpen('tickets.queue_id', ':now')} as "queueIsOpen",
    ${nextOpening('tickets.queue_id', ':now')} as "opensAt",
    (select strategy from settings) as "strategy",
    tickets.need_set as "needSet",
    tickets.stage as "stage",
    ${queuePosition} as "position",
    case when tickets.prefer_until > :now then tickets.preferred_agent_id end as "preferredAgentId",
    tickets.prefer_until as "preferUntil",
    tickets.widen_at as "widenAt",
    next_stage.needs as "nextNeeds",
    next_stage.tier as "nextTier",
    tickets.retry_at as "retryAt",
    tickets.agent_id as "agentId",
    (select data ->> 'reason' from events
     where change_id = tickets.assigned_change_id and type = 'ticket.assigned' and subject_id = tickets.id) as "assignedBy",
    tickets.is_agent_fixed as "isAgentFixed",
    tickets.assigned_at as "assignedAt",
    tickets.pick_by as "pickBy",
    tickets.picked_at as "pickedAt",
    tickets.wrap_up_until as "wrapUpUntil",
    tickets.closed_at as "closedAt",
    tickets.entity_id as "entityId",
    tickets.language as "language",
    tickets.ccr as "ccr",
    tickets.field_keys as "fieldKeys"
  from tickets left join queue_stages next_stage
    on next_stage.queue_id = tickets.queue_id and next_stage.stage = tickets.stage + 1
  where tickets.id = :ticketId`;

type AgentRow = {
  id: string;
  status: string;
  skills: string;
  isRoutable: 0 | 1;
  leaseUntil: number;
  load: number;
  maxLoad: number;
  idleSince: number;
  assignedAt: number;
  hasDeclined: 0 | 1;
};

/** The explanation lists at most this many agents. */
const maxAgents = 500;

const selectConsidered = select<Params, AgentRow>`
  select
    agents.id as "id",
    agents.status as "status",
    agents.skills as "skills",
    agents.is_routable as "isRoutable",
    agents.lease_until as "leaseUntil",
    agents.load as "load",
    agents.max_load as "maxLoad",
    agents.idle_since as "idleSince",
    agents.assigned_at as "assignedAt",
    ${hasDeclined(':ticketId', 'agents.id')} as "hasDeclined"
  from agents
  where agents.status <> 'offline' or agents.load > 0 or ${hasDeclined(':ticketId', 'agents.id')}
  order by agents.turn_load, agents.turn_since, agents.id
  limit ${maxAgents}`;

/**
 * The ticket as routing sees it, and the agents that routing considers, in the order of their turn. At most 500 agents.
 * Null if the ticket does not exist.
 */
export const getTicketRouting = query({
  answer: { ticket: one(selectRouted), agents: selectConsidered },
  outcome: ({ ticket, agents }): { ticket: RoutedTicket; agents: ConsideredAgent[] } | null => {
    if (!ticket) return null;
    const declinedBy = agents.flatMap((agent) => (agent.hasDeclined ? [agent.id] : []));
    return { ticket: toRoutedTicket(ticket, declinedBy), agents: agents.map(toConsidered) };
  },
});

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

function toRoutedTicket(row: TicketRow, declinedBy: string[]): RoutedTicket {
  const { ccr, entityId, fieldKeys, isAgentFixed, language, needSet, nextNeeds, nextTier, ...rest } = row;
  const [, needs, tierFrom, tierTo] = JSON.parse(needSet) as [string, string[], number, number];
  const widensTo =
    nextNeeds === null || nextTier === null
      ? null
      : {
          needs: skillsNeeded(JSON.parse(nextNeeds) as string[], {
            entityId,
            language,
            ccr,
            fieldKeys: JSON.parse(fieldKeys) as FieldKeys,
          }),
          tierTo: Math.max(tierTo, nextTier),
        };
  return {
    ...rest,
    queueIsOpen: row.queueIsOpen === 1,
    isAgentFixed: isAgentFixed === 1,
    needs,
    tierFrom,
    tierTo,
    declinedBy,
    widensTo,
  };
}
