import { type Role, type Route, type RouteName, routes } from '@chat-ticket/contract';
import type { Desk } from '../../open-desk.ts';
import { routeTable } from './route-table.ts';

export const routesWithBody = routeTable.filter(({ route }) => route.body !== null);

/** A body that fits, for the routes that take one. */
export const validBody = (name: RouteName): { readonly json?: unknown } => {
  const bodies: Partial<Record<RouteName, () => unknown>> = {
    setStatus: () => ({ status: 'busy' }),
    createTicket: () => ({ customer: { id: crypto.randomUUID() } }),
    putAgent: () => ({ email: `${crypto.randomUUID()}@desk.example`, name: 'Kim' }),
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

/** A role that may call the route. */
export const allowedRole = (name: RouteName): Role => {
  const { access }: Route = routes[name];
  return access === 'public' || access.includes('supervisor') ? 'supervisor' : 'service';
};

/** Somebody who may send a body to the route. */
export const allowedClient = (desk: Desk, name: RouteName) => desk.signIn({ role: allowedRole(name) });

export const bytes = (text: string) => new TextEncoder().encode(text);

/** The text in pieces, so that it is sent without a Content-Length. */
export const streamText = (text: string, chunkSize = 4096) => {
  const all = bytes(text);
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= all.length) return controller.close();
      controller.enqueue(all.subarray(sent, (sent += chunkSize)));
    },
  });
};
