import { customerMessageKinds, type LiveEvent } from '@chat-ticket/contract';
import { isForCustomers } from '@chat-ticket/domain';

/**
 * The `customer_seq` of an event that a statement writes for a row of `tickets`: the next number of the room if
 * customers get the event, else null.
 */
export const nextCustomerSeq = (type: LiveEvent['type']): string =>
  isForCustomers(type) ? 'tickets.last_customer_seq + 1' : 'null';

const kinds = customerMessageKinds.map((kind) => `'${kind}'`).join(', ');

/** The same for the event of a row of `messages`. Customers do not get every kind. */
export const nextCustomerSeqOfMessage = `case when messages.kind in (${kinds}) then ${nextCustomerSeq('message.posted')} end`;
