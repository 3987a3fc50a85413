import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import { text } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import { TicketStatus } from './ticket.ts';
import type * as types from './history.types.ts';

/** Schema of one event of a ticket’s history. */
export const HistoryEntry = v.pipe(
  v.strictObject({
    seq: v.pipe(
      v.number(),
      v.integer(),
      v.description('The number of the event in the event log. It grows; numbers can be missing.'),
      v.examples([17]),
    ),
    timestamp: timestamp('When it happened'),
    type: text('The type of the event.', 'ticket.assigned'),
    status: v.pipe(
      TicketStatus,
      v.description('The ticket’s status after the event, or UPDATE_FIELD or REFUND_CREATED.'),
    ),
    queueId: v.optional(text('The id of the ticket’s queue after the event.', 'default')),
    agentId: v.optional(identifier('The id of the agent that the event is about.', 'ann')),
    actor: v.pipe(
      v.strictObject({
        role: text('The role of the actor, or `system` for a rule of the desk.', 'system'),
        id: text('The id of the actor, or the name of the rule.', 'sweep'),
      }),
      v.description('Who or what caused the event.'),
    ),
    reason: v.optional(text('The rule or cause.', 'least_loaded')),
    note: v.optional(text('The note that the actor wrote.', 'asks for a refund')),
    tags: v.optional(
      v.pipe(v.array(text('A tag.', 'map pin')), v.description('The ticket’s tags after the event.')),
    ),
    closingCode: v.optional(text('The id of the ticket’s closing code after the event.', 'refunded')),
    closingNote: v.optional(text('The ticket’s closing note after the event.', 'One item was missing.')),
    step: v.optional(v.pipe(v.number(), v.description('The number of the widen step.'), v.examples([1]))),
    changes: v.optional(
      v.pipe(
        v.record(v.string(), v.unknown()),
        v.description('The fields that were changed. Null: the value was removed.'),
      ),
    ),
  }),
  v.description('One event of a ticket’s history: what happened, when, who caused it and why.'),
);
/** One event of a ticket’s history: what happened, when, who caused it and why. */
export type HistoryEntry = types.HistoryEntry;

/** Schema of the response of GET /v1/tickets/{ticketID}/history. */
export const History = v.pipe(
  v.strictObject({
    entries: v.pipe(v.array(HistoryEntry), v.description('The events, oldest first.')),
    hasMore: v.pipe(
      v.boolean(),
      v.description(
        'Whether the history goes on after the page. Call again with `after` set to the `seq` of the last entry.',
      ),
      v.examples([false]),
    ),
  }),
  v.description('The ticket’s history, or the next page of it. A page ends after about 1 MiB.'),
);
/** A ticket’s history, or a page of it. */
export type History = types.History;
