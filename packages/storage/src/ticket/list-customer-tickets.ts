import { everyTicket } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { hasTicketOfCustomer } from '../sql/room-access.ts';
import { type FoundTickets, searchParts, type TicketPlace } from './search-tickets.ts';

/** The page of a customer’s tickets to read. */
export type ListCustomerTickets = {
  customerId: string;
  /** The agent that reads them, who must have one of them. Null: the caller sees all tickets. */
  reader: string | null;
  /** The ticket before the first one. Null: from the start. */
  after: TicketPlace | null;
  /** The size of the page. */
  limit: number;
};

type ReaderParams = { customerId: string | null; reader: string | null };

const selectAccess = select<ReaderParams, { mayRead: 0 | 1 }>`
  select :reader is null or ${hasTicketOfCustomer(':reader', ':customerId')} as "mayRead"`;

const { params, answer, outcome } = searchParts('customer', 'newest');

/** A page of a customer’s tickets, the newest first, or null if the reader may not see them. */
export const listCustomerTickets = query({
  params: ({ reader, ...page }: ListCustomerTickets) => ({
    ...params({ ...everyTicket, ...page, owner: null }),
    reader,
  }),
  answer: { ...answer, access: only(selectAccess) },
  outcome: ({ access, ...found }, { limit }: ListCustomerTickets): FoundTickets | null =>
    access.mayRead ? outcome(found, limit) : null,
});
