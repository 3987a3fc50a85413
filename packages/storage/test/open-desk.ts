import { leaseMs } from '@chat-ticket/domain';
import {
  closeRoom,
  closeTicket,
  createTicket,
  type Database,
  declineTicket,
  drainAgent,
  getTicket,
  putAgents,
  renewLease,
  send,
  sendMessage,
  setAgentStatus,
  setPickedTime,
  setTicketStatus,
  sweep,
} from '../src/index.ts';

type CreateTicket = Parameters<typeof createTicket.bind>[0];
type SendMessage = Parameters<typeof sendMessage.bind>[0];

/**
 * A desk for tests. Each method sends one command, with defaults for what the test does not set. Its clock starts at
 * 0 ms and advances by 1 ms for each command. Change ids are numbered.
 */
export function openDesk(db: Database) {
  let now = 0;
  let id = 0;
  const context = () => ({ changeId: `change-${++id}`, now: ++now, actorRole: 'service', actorId: 'test' });
  const setStatus = (ref: string, status: string) =>
    send(db, setAgentStatus, {
      ...context(),
      ref,
      self: ref,
      status,
      leaseUntil: now + leaseMs,
      create: { email: `${ref}@desk.test`, name: ref, mayJoin: false },
    });
  const newTicket = (overrides: Partial<CreateTicket> = {}): CreateTicket => {
    const own = context();
    return {
      ...own,
      scope: 'test',
      key: own.changeId,
      bodyHash: 'body',
      roomId: `room-${own.changeId}`,
      priority: 0,
      entityId: '',
      language: null,
      ccr: null,
      orderId: '',
      customerId: `customer-${own.changeId}`,
      status: 'CREATED' as const,
      customerFirstName: null,
      customerLastName: null,
      customerName: null,
      content: {},
      ...overrides,
    };
  };
  return {
    context,
    newTicket,
    wait: (ms: number) => {
      now += ms;
    },
    online: (agent: string) => setStatus(agent, 'online'),
    busy: (agent: string) => setStatus(agent, 'busy'),
    offline: (agent: string) => setStatus(agent, 'offline'),
    setCapacity: (agent: string, capacity: number) =>
      send(db, putAgents, {
        ...context(),
        agents: [{ id: agent, email: `${agent}@desk.test`, name: agent, capacity, skills: [] }],
      }),
    createTicket: async (overrides: Partial<CreateTicket> = {}) => {
      const result = await send(db, createTicket, newTicket(overrides));
      if (!('ticket' in result)) throw new Error(`The ticket was not created: ${result.outcome}.`);
      return result.ticket;
    },
    agentOf: async (ticketId: string) => (await send(db, getTicket, { ticketId })).ticket?.agentId,
    pick: (agent: string, ticketId: string) =>
      send(db, setPickedTime, { ...context(), ref: agent, self: agent, ticketId }),
    /** Sends a message of the customer. */
    sendMessage: (roomId: string, overrides: Partial<SendMessage> = {}) => {
      const own = context();
      return send(db, sendMessage, {
        ...own,
        actorRole: 'customer',
        actorId: 'customer',
        roomId,
        owner: null,
        clientMessageId: own.changeId,
        kind: 'message',
        senderName: null,
        text: 'hello',
        attachments: [],
        effect: 'stops',
        ...overrides,
      });
    },
    closeRoom: (agent: string, roomId: string) =>
      send(db, closeRoom, { ...context(), ref: agent, self: agent, roomId }),
    decline: (agent: string, ticketId: string) =>
      send(db, declineTicket, { ...context(), ref: agent, self: agent, ticketId, note: null }),
    drain: (agentId: string) => send(db, drainAgent, { ...context(), agentId, requeuesPicked: true }),
    setTicketStatus: (ticketId: string, status: keyof typeof setTicketStatus) =>
      send(db, setTicketStatus[status], { ...context(), ticketId, owner: null, ifVersion: null, note: null }),
    /** Advances the clock, renews the leases of these agents, and sweeps. */
    sweepAfter: async (ms: number, ...agents: string[]) => {
      now += ms;
      for (const agent of agents)
        await send(db, renewLease, { ...context(), agentId: agent, leaseUntil: now + leaseMs });
      return sweep(db, { now, newId: () => `sweep-${++id}` });
    },
    close: (ticketId: string, owner: string | null = null) =>
      send(db, closeTicket, { ...context(), ticketId, owner, ifVersion: null, note: null }),
  };
}
