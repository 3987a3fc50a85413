import * as v from 'valibot';
import { nextCursor } from '../route/list.ts';
import { Identifier } from '../scalar/identifier.ts';
import { toLanguage } from '../scalar/language.ts';
import { booleanQuery } from '../scalar/query-boolean.ts';
import { timestampQuery } from '../scalar/query-number.ts';
import { timestamp } from '../scalar/timestamp.ts';
import { visible } from '../scalar/visible-text.ts';
import { Customer, TicketRecord, TicketStatus } from './ticket.ts';
import type * as types from './ticket-search.types.ts';

/** A filter that compares a text of a ticket, in the form in which tickets store it. */
const sameText = (description: string, example: string) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(256),
    visible,
    v.description(description),
    v.examples([example]),
  );

const ticketStatuses = TicketStatus.pipe[0].options.filter(
  (status) => status !== 'UPDATE_FIELD' && status !== 'REFUND_CREATED',
);

/** The orders of GET /v1/tickets/search. */
export const ticketOrders = ['newest', 'oldest', 'longestWaiting'] as const;

/** The filters of GET /v1/tickets/search. A ticket must pass all that are given. */
export const ticketFilters = {
  status: v.pipe(
    v.picklist(ticketStatuses),
    v.description('Only tickets with this status.'),
    v.examples(['ASSIGNED']),
  ),
  isOpen: booleanQuery('`true`: only tickets that are not closed. `false`: only closed tickets.'),
  queueId: v.pipe(Identifier, v.description('Only tickets of this queue.'), v.examples(['default'])),
  agentId: v.pipe(
    Identifier,
    v.description('Only tickets that this agent has, or that it has picked.'),
    v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
  ),
  customerId: v.pipe(
    Customer.pipe[0].entries.id,
    v.description('Only tickets of the customer with this id in the integrating system.'),
    v.examples(['c-4711']),
  ),
  orderId: sameText('Only tickets about this order.', 'sdw-srr'),
  entityId: sameText('Only tickets of this entity.', 'FP_SG'),
  ccr: sameText(
    'Only tickets with this contact reason. Case, spaces and dashes do not matter.',
    'delivery - wrong address',
  ),
  language: v.pipe(
    sameText('Only tickets in this language: a BCP 47 tag or a code of ISO 639.', 'eng'),
    v.transform(toLanguage),
  ),
  hasWaitingCustomer: booleanQuery(
    '`true`: only tickets whose customer waits for a reply: for the first one, or since its first message after the last message of an agent, supervisor or admin. `false`: only the others.',
  ),
  createdFrom: timestampQuery('Only tickets that were created at this time or later'),
  createdTo: timestampQuery('Only tickets that were created before this time'),
  closedFrom: timestampQuery('Only tickets that were closed at this time or later'),
  closedTo: timestampQuery('Only tickets that were closed before this time'),
};

/** The order of GET /v1/tickets/search. */
export const ticketOrder = v.pipe(
  v.picklist(ticketOrders),
  v.description(
    '`newest` or `oldest` tickets first, by their creation, or by their close if `closedFrom` or `closedTo` is given. `longestWaiting`: only tickets whose customer waits for a reply, the longest wait first. Default: `newest`.',
  ),
  v.examples(['newest']),
);

/** Schema of a ticket that a search has found. */
export const FoundTicket = v.pipe(
  v.strictObject({
    ...TicketRecord.pipe[0].entries,
    customerWaitsSinceTimestamp: v.optional(
      timestamp('Since when the customer waits for a reply. Left out: it waits for none'),
    ),
    goalLeftMs: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.description(
          'How long the ticket can wait for its first agent until it misses the goal of its queue, in milliseconds. Negative: it has missed the goal by that time. Left out if it waits for no agent, or already had one.',
        ),
        v.examples([42_000]),
      ),
    ),
  }),
  v.description('A ticket, and how long its customer waits.'),
);
/** A ticket, and how long its customer waits. */
export type FoundTicket = types.FoundTicket;

/** Schema of the response of GET /v1/tickets/search. */
export const TicketPage = v.pipe(
  v.strictObject({
    tickets: v.pipe(v.array(FoundTicket), v.description('The tickets, in the order of the request.')),
    nextCursor,
  }),
  v.description('A page of tickets. It ends after about 1 MiB, however many tickets `limit` allows.'),
);
/** A page of tickets. It ends after about 1 MiB, however many tickets `limit` allows. */
export type TicketPage = types.TicketPage;
