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
const all = [
  ...ticketEventTypes.map(ticketEvent),
  ...agentEventTypes.map(agentEvent),
  ...(['message', 'note', 'system'] as const).map(message),
];

describe('visibleEvent', () => {
  it.each(['supervisor', 'admin', 'service'] as const)('is every event for a %s', (role) => {
    for (const event of all) expect(visibleEvent(principal(role, 's'), event, 7)).toBe(event);
  });

  it('is, for an agent, what concerns the agent or its tickets, and the loss of a ticket', () => {
    for (const event of all) expect(visibleEvent(principal('agent', 'ann'), event, 7)).toBe(event);
    for (const event of all)
      expect(visibleEvent(principal('agent', 'ben'), event, 7)).toBe(
        event.data['fromAgentId'] === 'ben' ? event : null,
      );
    for (const event of all) expect(visibleEvent(principal('agent', 'cat'), event, 7)).toBeNull();
  });

  it('is, for a customer, its room’s messages, assignments and close, without internal fields', () => {
    const visible = all
      .map((event) => visibleEvent(principal('customer', 'c', 'r'), event, 7))
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
    expect(visible.map(({ data }) => data['kind'])).not.toContain('note');
    expect(JSON.stringify(visible)).not.toContain(secret);
  });

  it('is nothing for a customer without a position for customers, which the others do not need', () => {
    for (const event of all) {
      expect(visibleEvent(principal('customer', 'c', 'r'), event, null)).toBeNull();
      expect(visibleEvent(principal('supervisor', 's'), event, null)).toBe(event);
      expect(visibleEvent(principal('agent', 'ann'), event, null)).toBe(event);
    }
  });

  it('is nothing for a customer of another room or without a room', () => {
    for (const event of all) {
      expect(visibleEvent(principal('customer', 'c', 'other'), event, 7)).toBeNull();
      expect(visibleEvent(principal('customer', 'c'), event, 7)).toBeNull();
    }
  });
});
