import { randomUUID } from 'node:crypto';
import { routes } from '@chat-ticket/contract';
import type { Call } from '../load/call.ts';
import type { Case } from './case.ts';

export type TicketGiven = { id: string; agentId: string; metadata: { roomId: string } };
type Answer = TicketGiven & {
  status: string;
  content: object;
  customer: { id: string };
  metadata: { orderId: string; roomId: string };
};

const content = {
  subject: 'the rider went to the wrong address',
  firstMessage:
    'Hello, my order was to come at seven. The app says that it was delivered, but nobody was at the door and the rider does not answer.',
  channel: 'app',
  isVip: false,
};

/** Takes a new chat of a new customer in; an agent gets it at once. */
export const intakeCall = (token: string, given: (ticket: TicketGiven) => void): Call => {
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
      const ticket = body as Answer;
      const isOurs = ticket.customer.id === customer.id && ticket.metadata.orderId === orderId;
      if (
        !isOurs ||
        ticket.status !== 'ASSIGNED' ||
        JSON.stringify(ticket.content) !== JSON.stringify(content)
      )
        throw new Error(`the ticket of order ${orderId} was not given to an agent: ${JSON.stringify(body)}`);
      given(ticket);
    },
  };
};

const closeCall = (token: string, { id, agentId }: Pick<TicketGiven, 'id' | 'agentId'>): Call => ({
  method: 'POST',
  path: `/v1/tickets/${id}/close`,
  token,
  status: 200,
  check: (body) => {
    const ticket = body as Answer;
    if (ticket.id !== id || ticket.agentId !== agentId || ticket.status !== 'CLOSED')
      throw new Error(`ticket ${id} was to be closed, but got ${JSON.stringify(body)}`);
  },
});

/** The backend takes new chats in; they are closed again between the samples. */
export const intake: Case = {
  name: 'POST /v1/tickets',
  route: routes.createTicket,
  requests: 1200,
  load: ({ crew, held }) => {
    const taken: TicketGiven[] = [];
    return {
      callsOf: () => () =>
        intakeCall(crew.service, (ticket) => {
          if (!held.has(ticket.agentId)) throw new Error(`nobody is agent ${ticket.agentId}`);
          taken.push(ticket);
        }),
      undo: () => taken.map((ticket) => closeCall(crew.service, ticket)),
    };
  },
};
