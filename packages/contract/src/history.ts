import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';
import { TicketStatus } from './ticket.ts';

/** One thing that happened to a ticket. */
export const HistoryEntry = v.pipe(
  v.strictObject({
    seq: v.pipe(
      v.number(),
      v.integer(),
      v.description('Its number in the desk’s log, which only grows.'),
      v.examples([17]),
    ),
    timestamp: v.pipe(Timestamp, v.description('When.'), v.examples([1572499999])),
    type: v.pipe(v.string(), v.description('What happened.'), v.examples(['ticket.assigned'])),
    status: v.pipe(
      TicketStatus,
      v.description('The ticket’s status from then on, or UPDATE_FIELD or REFUND_CREATED.'),
    ),
    queueId: v.optional(v.pipe(v.string(), v.examples(['default']))),
    agentId: v.optional(v.pipe(Identifier, v.description('The agent concerned.'), v.examples(['ann']))),
    actor: v.pipe(
      v.strictObject({
        role: v.pipe(v.string(), v.examples(['system'])),
        id: v.pipe(v.string(), v.examples(['sweep'])),
      }),
      v.description('Who did it; `system` for a rule.'),
    ),
    reason: v.optional(
      v.pipe(v.string(), v.description('The rule or the cause.'), v.examples(['least_loaded'])),
    ),
    note: v.optional(
      v.pipe(v.string(), v.description('What the actor wrote.'), v.examples(['asks for a refund'])),
    ),
    step: v.optional(v.pipe(v.number(), v.description('The widen step taken.'), v.examples([1]))),
    changes: v.optional(
      v.pipe(v.record(v.string(), v.unknown()), v.description('The fields that UPDATE_FIELD changed.')),
    ),
  }),
  v.description('One thing that happened to a ticket: when, what, who and why.'),
);
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

/** A ticket’s history, oldest first. */
export const History = v.pipe(
  v.strictObject({ entries: v.array(HistoryEntry) }),
  v.description('The ticket’s history, oldest first.'),
);
export type History = v.InferOutput<typeof History>;
