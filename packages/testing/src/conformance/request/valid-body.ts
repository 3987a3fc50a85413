import { type ErrorCode, type Role, type Route, type RouteName, routes } from '@chat-ticket/contract';
import { expect } from 'vitest';
import type { CheckedResponse } from '../../check-response.ts';
import type { Desk } from '../../open-desk.ts';
import { routeTable } from './route-table.ts';

export const routesWithBody = routeTable.filter(({ route }) => route.body !== null);

/** Returns a valid body for a route that accepts one. */
export const validBody = (name: RouteName): { readonly json?: unknown } => {
  const bodies: Partial<Record<RouteName, () => unknown>> = {
    setStatus: () => ({ status: 'busy' }),
    createTicket: () => ({ customer: { id: crypto.randomUUID() } }),
    putAgent: () => ({ email: `${crypto.randomUUID()}@desk.example`, name: 'Kim' }),
    closeTicket: () => ({ closingNote: 'all is well' }),
    changeFields: () => ({ fields: { due: null } }),
    changeTags: () => ({ add: ['photo'] }),
    setClosingCode: () => ({ closingCode: 'solved' }),
    setTicketStatus: () => ({ status: 'REFUND_CREATED' }),
    declineTicket: () => ({ note: 'not mine' }),
    transferTicket: () => ({ queueId: 'default' }),
    escalateTicket: () => ({ note: 'over my limit' }),
    requeueTicket: () => ({ note: 'wrong agent' }),
    setAgentStatus: () => ({ status: 'busy' }),
    drainAgent: () => ({ picked: 'keep' }),
    sendMessage: () => ({ clientMessageId: crypto.randomUUID(), text: 'hello' }),
    setReadPosition: () => ({ seq: 1 }),
    putSettings: () => ({ capacity: 3 }),
    revokeTokens: () => ({ role: 'agent', sub: crypto.randomUUID() }),
  };
  const body = bodies[name];
  return body ? { json: body() } : {};
};

/** The errors that a valid request may get when its path names nothing that exists. */
const notFound: readonly ErrorCode[] = [
  'agent_not_found',
  'ticket_not_found',
  'room_not_found',
  'customer_not_found',
];

/** Expects that the desk accepted the form of the request: it succeeded, or only what its path names is unknown. */
export const expectAccepted = ({ error, text }: CheckedResponse) =>
  expect([undefined, ...notFound], text).toContain(error?.code);

/** Returns a role that may call the route. */
export const allowedRole = (name: RouteName): Role => {
  const { access }: Route = routes[name];
  return access === 'public' || access.includes('supervisor') ? 'supervisor' : 'service';
};

/** Returns a client that may call the route. */
export const allowedClient = (desk: Desk, name: RouteName) => desk.signIn({ role: allowedRole(name) });

export const encode = (text: string) => new TextEncoder().encode(text);

/** Returns the text as a stream of chunks, which is sent without a Content-Length. */
export const streamText = (text: string, chunkSize = 4096) => {
  const bytes = encode(text);
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(sent, (sent += chunkSize)));
    },
  });
};
