import type { TicketFact } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';

/** The part of the facts to read: of tickets that were created in a range, after a place. Times are in ms since 1970. */
export type ListTicketFacts = {
  from: number;
  until: number;
  afterAt: number;
  afterId: number;
  limit: number;
};

/** A row of `ticket_facts`. */
export type TicketFactRow = TicketFact & {
  id: number;
  entityId: string;
  language: string | null;
  ccr: string | null;
};

const selectFacts = select<ListTicketFacts, TicketFactRow>`
  select id as "id", ticket_id as "ticketId", queue_id as "queueId", entity_id as "entityId", language as "language",
    ccr as "ccr", agent_id as "agentId", first_agent_id as "firstAgentId", reply_agent_id as "replyAgentId",
    created_at as "createdAt", first_assigned_at as "firstAssignedAt", goal_ms as "goalMs", picked_at as "pickedAt",
    first_reply_at as "firstReplyAt", room_closed_at as "roomClosedAt", closed_at as "closedAt",
    assignments as "assignments", misses as "misses", declines as "declines", transfers as "transfers"
  from ticket_facts
  where created_at >= :from and created_at < :until and (created_at, id) > (:afterAt, :afterId)
  order by created_at, id limit :limit`;

/** The facts of tickets by their creation, in pages. */
export const listTicketFacts = query({
  answer: { facts: selectFacts },
  outcome: ({ facts }) => facts,
});
