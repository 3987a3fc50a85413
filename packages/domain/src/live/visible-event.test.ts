import { agentEventTypes, type LiveEvent, ticketEventTypes } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../principal/principal.ts';
import { visibleEvent } from './visible-event.ts';

const principal = (role: Principal['role'], sub: string, room?: string): Principal => ({
  role,
  sub,
  workspace: 'default',
  ...(room === undefined ? {} : { room }),
});

const secret = 'what no customer reads';
const ticketEvent = (type: (typeof ticketEventTypes)[number]): LiveEvent => ({
  seq: 1,
  type,
  data: {
    timestamp: 5,
    actor: { role: 'supervisor', id: secret },
    ticketId: 't',
    roomId: 'r',
    status: 'ASSIGNED',
    queueId: secret,
    agentId: 'ann',
    fromAgentId: 'ben',
    reason: secret,
    note: secret,
    comesLater: secret,
  },
});
const agentEvent = (type: (typeof agentEventTypes)[number]): LiveEvent => ({
  seq: 1,
  type,
  data: { timestamp: 5, actor: { role: 'system', id: 'sweep' }, agentId: 'ann', status: 'away' },
});
const message = (kind: 'message' | 'note' | 'system'): LiveEvent => ({
  seq: 1,
  type: 'message.posted',
  data: {
    timestamp: 5,
    actor: { role: 'agent', id: secret },
    ticketId: 't',
    roomId: 'r',
    agentId: 'ann',
    seq: 3,
    kind,
    from: { role: 'agent', id: 'ann', name: 'Ann' },
    text: 'Hello',
    attachments: [],
    timestampMs: 5_000,
  },
});
const numbers = { customerSeq: 7, customerMessageSeq: 2 };
const without = { customerSeq: null, customerMessageSeq: null };
const all = [
  ...ticketEventTypes.map(ticketEvent),
  ...agentEventTypes.map(agentEvent),
  ...(['message', 'note', 'system'] as const).map(message),
];

describe('visibleEvent', () => {
  it.each(['supervisor', 'admin', 'service'] as const)('is every event for a %s', (role) => {
    for (const event of all) expect(visibleEvent(principal(role, 's'), event, numbers)).toBe(event);
  });

  it('is, for an agent, what concerns the agent or its tickets, and the loss of a ticket', () => {
    for (const event of all) expect(visibleEvent(principal('agent', 'ann'), event, numbers)).toBe(event);
    for (const event of all)
      expect(visibleEvent(principal('agent', 'ben'), event, numbers)).toBe(
        event.data['fromAgentId'] === 'ben' ? event : null,
      );
    for (const event of all) expect(visibleEvent(principal('agent', 'cat'), event, numbers)).toBeNull();
  });

  it('is, for a customer, its room’s messages, assignments and close, without internal fields', () => {
    const visible = all
      .map((event) => visibleEvent(principal('customer', 'c', 'r'), event, numbers))
      .filter((event) => event !== null);
    expect(visible.map(({ type }) => type)).toEqual([
      'ticket.assigned',
      'ticket.closed',
      'room.closed',
      'message.posted',
      'message.posted',
    ]);
    expect(visible[0]).toEqual({
      seq: 7,
      type: 'ticket.assigned',
      data: { timestamp: 5, ticketId: 't', roomId: 'r', status: 'ASSIGNED' },
    });
    expect(visible.flatMap(({ data }) => data['seq'] ?? [])).toEqual([2, 2]);
    expect(visible.map(({ data }) => data['kind'])).not.toContain('note');
    expect(JSON.stringify(visible)).not.toContain(secret);
  });

  it('is nothing for a customer without a position for customers, which the others do not need', () => {
    for (const event of all) {
      expect(visibleEvent(principal('customer', 'c', 'r'), event, without)).toBeNull();
      expect(visibleEvent(principal('supervisor', 's'), event, without)).toBe(event);
      expect(visibleEvent(principal('agent', 'ann'), event, without)).toBe(event);
    }
  });

  it('is nothing for a customer of another room or without a room', () => {
    for (const event of all) {
      expect(visibleEvent(principal('customer', 'c', 'other'), event, numbers)).toBeNull();
      expect(visibleEvent(principal('customer', 'c'), event, numbers)).toBeNull();
    }
  });
});
