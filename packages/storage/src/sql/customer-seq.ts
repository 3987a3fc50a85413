import { customerMessageKinds, type LiveEvent } from '@chat-ticket/contract';
import { isForCustomers } from '@chat-ticket/domain';

/**
 * The `customer_seq` of an event that a statement writes for a row of `tickets`: the next number of the room if
 * customers get the event, else null.
 */
export const nextCustomerSeq = (type: LiveEvent['type']): string =>
  isForCustomers(type) ? 'tickets.last_customer_seq + 1' : 'null';

const kinds = customerMessageKinds.map((kind) => `'${kind}'`).join(', ');

/** The highest `customer_seq` of the messages in the room of a row of `tickets`, or 0. */
export const lastMessageCustomerSeq = `coalesce((
    select max(customer_seq) from messages where ticket_id = tickets.id and customer_seq is not null), 0)`;

/** The `customer_seq` of a message that a statement writes for a row of `tickets`, by the SQL expression of its kind. */
export const nextCustomerSeqOfKind = (kind: string): string =>
  `case when ${kind} in (${kinds}) then ${lastMessageCustomerSeq} + 1 end`;

/** The `customer_seq` of the event of a row of `messages`. Customers do not get every kind. */
export const nextCustomerSeqOfMessage = `case when messages.kind in (${kinds}) then ${nextCustomerSeq('message.posted')} end`;
