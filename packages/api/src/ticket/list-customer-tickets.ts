import type { Routes } from '@chat-ticket/contract';
import { seesAllTickets } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import { placeText, placeTime, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { toFoundTicket } from './search-tickets.ts';

const Place = v.strictTuple([v.literal('newest'), placeTime, placeText]);

export const listCustomerTickets: Handler<Routes['listCustomerTickets']> = async ({
  principal,
  context,
  send,
  params,
  query: { limit = 50, cursor = null },
}) => {
  const place = readCursor(Place, cursor);
  const found = await send(storage.listCustomerTickets, {
    customerId: params.customerID,
    reader: seesAllTickets(principal) ? null : principal.sub,
    after: place && { at: place[1], id: place[2] },
    limit,
  });
  if (!found) throw new ApiError('customer_not_found', { source: { parameter: 'customerID' } });
  const { tickets, next } = found;
  return {
    status: 200,
    body: {
      tickets: tickets.map((row) => toFoundTicket(row, context.now)),
      ...(next && { nextCursor: writeCursor(['newest', next.at, next.id]) }),
    },
  };
};
