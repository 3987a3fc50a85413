import { type FoundTicket, reasonKey, type Routes, type TicketPage } from '@chat-ticket/contract';
import { goalLeftMs, seesAllTickets, type TicketFilter, type TicketOrder } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { placeText, placeTime, readCursor, writeCursor } from '../list/cursor.ts';
import type { DeskRequest, Handler } from '../route/handler.ts';
import { toTimestamp, withoutEmpty } from '../route/wire.ts';
import { toTicketRecord } from './ticket-response.ts';

type Query = DeskRequest<Routes['searchTickets']>['query'];
/** The filters and the order of a search. */
type SearchQuery = { [Name in Exclude<keyof Query, 'limit' | 'cursor'>]?: Query[Name] | undefined };

/** The page of a search to read. */
export type TicketPageRequest = {
  readonly query: SearchQuery;
  /** The agent whose tickets alone the caller may see. Null: the caller sees all tickets. */
  readonly owner: string | null;
  readonly limit: number;
  /** Null: the first page. */
  readonly cursor: string | null;
};

export const searchTickets: Handler<Routes['searchTickets']> = async ({
  principal,
  context,
  send,
  query: { limit = 50, cursor = null, ...query },
}) => {
  const owner = seesAllTickets(principal) ? null : principal.sub;
  const body = await readTicketPage(send, context.now, { query, owner, limit, cursor });
  return { status: 200, body };
};

/** Reads a page of a search. Throws `parameter_invalid` for a cursor that is not of the same order. */
export async function readTicketPage(
  send: storage.Send,
  now: number,
  { query, owner, limit, cursor }: TicketPageRequest,
): Promise<TicketPage> {
  const order = query.order ?? 'newest';
  const filter = filterOf(query);
  // A place in the order of the close is none in the order of creation.
  const sort = filter.closedFrom === null && filter.closedTo === null ? order : orderByClose(order);
  const place = readCursor(v.strictTuple([v.literal(sort), placeTime, placeText]), cursor);
  const { tickets, next } = await send(storage.ticketSearch(filter, order, owner), {
    ...filter,
    owner,
    after: place && { at: place[1], id: place[2] },
    limit,
  });
  return {
    tickets: tickets.map((row) => toFoundTicket(row, now)),
    ...(next && { nextCursor: writeCursor([sort, next.at, next.id]) }),
  };
}

const orderByClose = (order: TicketOrder) => (order === 'longestWaiting' ? order : `${order}Close`);

const toMs = (seconds: number | undefined) => (seconds === undefined ? null : seconds * 1000);

const filterOf = (query: SearchQuery): TicketFilter => ({
  status: query.status ?? null,
  isOpen: query.isOpen ?? null,
  queueId: query.queueId ?? null,
  agentId: query.agentId ?? null,
  customerId: query.customerId ?? null,
  orderId: query.orderId ?? null,
  entityId: query.entityId ?? null,
  ccrKey: query.ccr === undefined ? null : reasonKey(query.ccr),
  language: query.language ?? null,
  hasWaitingCustomer: query.hasWaitingCustomer ?? null,
  createdFrom: toMs(query.createdFrom),
  createdTo: toMs(query.createdTo),
  closedFrom: toMs(query.closedFrom),
  closedTo: toMs(query.closedTo),
});

/** A ticket that was found, on the wire. */
export const toFoundTicket = (row: storage.FoundTicketRow, now: number): FoundTicket => ({
  ...toTicketRecord(row, now),
  ...withoutEmpty({
    customerWaitsSinceTimestamp: row.roomClosedAt === null ? toTimestamp(row.customerWaitsSince) : null,
    goalLeftMs: goalLeftMs(row, now),
  }),
});
