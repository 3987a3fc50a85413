import { randomUUID } from 'node:crypto';
import { routes } from '@chat-ticket/contract';
import type { Call } from '../load/call.ts';
import type { Case } from './case.ts';

export type AssignedTicket = { id: string; agentId: string; metadata: { roomId: string } };
type TicketRecord = AssignedTicket & {
  status: string;
  content: object;
  customer: { id: string };
  metadata: { orderId: string; roomId: string };
};

const content = {
  subject: 'the rider went to the wrong address',
  firstMessage:
    'Hello, my order was due at seven. The app says that it was delivered, but there was no one at the door and the rider does not answer.',
  channel: 'app',
  isVip: false,
};

/** Creates a ticket of a new customer, which the server must assign at once. `onAssigned` receives it. */
export const createTicketCall = (token: string, onAssigned: (ticket: AssignedTicket) => void): Call => {
  const customer = { id: randomUUID(), firstName: 'Hugo', lastName: 'Dan', name: 'Hugo Dan' };
  const orderId = randomUUID();
  return {
    method: 'POST',
    path: '/v1/tickets',
    token,
    headers: { 'idempotency-key': orderId },
    body: {
      content,
      customer,
      metadata: { ccr: 'delivery - wrong address', orderId, entityId: 'FP_SG', language: 'eng' },
    },
    status: 201,
    check: (body) => {
      const ticket = body as TicketRecord;
      const isSame = ticket.customer.id === customer.id && ticket.metadata.orderId === orderId;
      if (
        !isSame ||
        ticket.status !== 'ASSIGNED' ||
        JSON.stringify(ticket.content) !== JSON.stringify(content)
      )
        throw new Error(`the ticket of order ${orderId} was not assigned: ${JSON.stringify(body)}`);
      onAssigned(ticket);
    },
  };
};

const closeCall = (token: string, { id, agentId }: Pick<AssignedTicket, 'id' | 'agentId'>): Call => ({
  method: 'POST',
  path: `/v1/tickets/${id}/close`,
  token,
  status: 200,
  check: (body) => {
    const ticket = body as TicketRecord;
    if (ticket.id !== id || ticket.agentId !== agentId || ticket.status !== 'CLOSED')
      throw new Error(`ticket ${id} was not closed: ${JSON.stringify(body)}`);
  },
});

/** A service creates tickets. They are closed between the samples. */
export const createTicket: Case = {
  name: 'POST /v1/tickets',
  route: routes.createTicket,
  requests: 1200,
  load: ({ users, assigned }) => {
    const created: AssignedTicket[] = [];
    return {
      callsOf: () => () =>
        createTicketCall(users.serviceToken, (ticket) => {
          if (!assigned.has(ticket.agentId)) throw new Error(`${ticket.agentId} is not an agent`);
          created.push(ticket);
        }),
      undo: () => created.map((ticket) => closeCall(users.serviceToken, ticket)),
    };
  },
};
