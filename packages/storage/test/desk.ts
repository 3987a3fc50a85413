import { leaseMs } from '@chat-ticket/domain';
import {
  closeRoom,
  closeTicket,
  type Database,
  declineTicket,
  drainAgent,
  intake,
  sendMessage,
  putAgent,
  renewLease,
  setPickedTime,
  setStatus,
  setTicketStatus,
  sweep,
} from '../src/index.ts';

/** Commands with everything that a test does not care about filled in. Times and ids count up from 1. */
export function deskOn(db: Database) {
  let now = 0;
  let id = 0;
  const command = () => ({ changeId: `change-${++id}`, now: ++now, actorRole: 'service', actorId: 'test' });
  const setTo = (ref: string, status: string) =>
    setStatus(db, {
      ...command(),
      ref,
      self: ref,
      status,
      leaseUntil: now + leaseMs,
      create: { email: `${ref}@desk.test`, name: ref },
    });
  const intakeOf = (over: Partial<Parameters<typeof intake>[1]> = {}) => {
    const own = command();
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
      content: '{}',
      ...over,
    };
  };
  return {
    command,
    intakeOf,
    pass: (ms: number) => {
      now += ms;
    },
    online: (agent: string) => setTo(agent, 'online'),
    offline: (agent: string) => setTo(agent, 'offline'),
    capacity: (agent: string, capacity: number) =>
      putAgent(db, {
        ...command(),
        agentId: agent,
        email: `${agent}@desk.test`,
        name: agent,
        capacity,
        skills: [],
      }),
    takeIn: async (over: Partial<Parameters<typeof intake>[1]> = {}) => {
      const result = await intake(db, intakeOf(over));
      if (!('ticket' in result)) throw new Error(`not taken in: ${result.outcome}`);
      return result.ticket;
    },
    pick: (agent: string, ticketId: string) =>
      setPickedTime(db, { ...command(), ref: agent, self: agent, ticketId }),
    /** A customer’s message, unless the arguments say otherwise. */
    say: (roomId: string, over: Partial<Parameters<typeof sendMessage>[1]> = {}) => {
      const own = command();
      return sendMessage(db, {
        ...own,
        actorRole: 'customer',
        actorId: 'customer',
        roomId,
        owner: null,
        clientMessageId: own.changeId,
        kind: 'message',
        senderName: null,
        text: 'hello',
        attachments: '[]',
        effect: 'stops',
        ...over,
      });
    },
    closeRoom: (agent: string, roomId: string) =>
      closeRoom(db, { ...command(), ref: agent, self: agent, roomId }),
    decline: (agent: string, ticketId: string) =>
      declineTicket(db, { ...command(), ref: agent, self: agent, ticketId, note: null }),
    drain: (agentId: string) => drainAgent(db, { ...command(), agentId, requeuesPicked: true }),
    workflow: (ticketId: string, status: 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR') =>
      setTicketStatus(db, { ...command(), ticketId, owner: null, ifVersion: null, status, note: null }),
    /** Hears of these agents, lets time pass and does what has fallen due by then. */
    sweepAfter: async (ms: number, ...agents: string[]) => {
      now += ms;
      for (const agent of agents)
        await renewLease(db, { ...command(), agentId: agent, leaseUntil: now + leaseMs });
      return sweep(db, { now, newId: () => `sweep-${++id}` });
    },
    close: (ticketId: string, owner: string | null = null) =>
      closeTicket(db, { ...command(), ticketId, owner, ifVersion: null, note: null }),
  };
}
