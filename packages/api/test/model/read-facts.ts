import type { AgentInterval, FactGap, Facts, TicketFact, TicketInterval } from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { query, type Row } from './read-desk.ts';

/** Reads the facts from the database. Only the causes that an event names are compared. */
export async function readFacts(db: Database): Promise<Facts> {
  const [tickets, ticketIntervals, agentIntervals, gaps] = await query(
    db,
    `select ticket_id as ticketId, queue_id as queueId, agent_id as agentId, first_agent_id as firstAgentId,
       reply_agent_id as replyAgentId, created_at as createdAt, first_assigned_at as firstAssignedAt, goal_ms as goalMs,
       picked_at as pickedAt, first_reply_at as firstReplyAt, room_closed_at as roomClosedAt, closed_at as closedAt,
       assignments, misses, declines, transfers
     from ticket_facts`,
    `select ticket_id as ticketId, phase, queue_id as queueId, agent_id as agentId,
       case when cause in ('missed', 'declined') then cause end as cause,
       began_at as beganAt, ended_at as endedAt, ended_by as endedBy
     from ticket_intervals`,
    `select agent_id as agentId, status, is_routable as isRoutable, has_tickets as hasTickets, began_at as beganAt,
       ended_at as endedAt
     from agent_intervals`,
    'select began_at as beganAt, ended_at as endedAt from gaps',
  );
  return {
    tickets: tickets as TicketFact[],
    ticketIntervals: ticketIntervals as TicketInterval[],
    agentIntervals: agentIntervals!.map(toAgentInterval),
    gaps: gaps as FactGap[],
  };
}

const toAgentInterval = (row: Row): AgentInterval =>
  ({ ...row, isRoutable: row['isRoutable'] === 1, hasTickets: row['hasTickets'] === 1 }) as AgentInterval;
