import type { MessageKind, Role } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Principal } from '../principal/principal.ts';
import { autoCloseEffect, maySend, seesNotes } from './message-rule.ts';
import { roomOwner } from './room-owner.ts';

const principal = (role: Role, room?: string): Principal => ({
  sub: 'me',
  role,
  workspace: 'default',
  ...(room === undefined ? {} : { room }),
});
const roles = ['agent', 'customer', 'service', 'supervisor', 'admin'] as const;
const kinds = ['message', 'note', 'system'] as const;

const sentWith = (effect: string) =>
  roles.flatMap((role) =>
    kinds
      .filter((kind) => maySend(role, kind) && autoCloseEffect(role, kind) === effect)
      .map((kind) => `${role} ${kind}`),
  );

describe('roomOwner', () => {
  it('lets an agent in while it has the ticket, and every principal that sees all tickets', () => {
    expect(roomOwner(principal('agent'), 'r')).toEqual({ owner: 'me' });
    for (const role of ['service', 'supervisor', 'admin'] as const)
      expect(roomOwner(principal(role), 'r')).toEqual({ owner: null });
  });

  it('lets a customer in by the claim of its token, which other roles cannot use', () => {
    expect(roomOwner(principal('customer', 'r'), 'r')).toEqual({ owner: null });
    expect(roomOwner(principal('customer', 'r'), 'other')).toBe('not_theirs');
    expect(roomOwner(principal('customer'), 'r')).toBe('not_theirs');
    expect(roomOwner(principal('agent', 'r'), 'r')).toEqual({ owner: 'me' });
  });
});

describe('a message', () => {
  it('has a kind that its sender’s role may send', () => {
    const may = (kind: MessageKind) => roles.filter((role) => maySend(role, kind));
    expect(may('message')).toEqual(roles);
    expect(may('note')).toEqual(['agent', 'supervisor', 'admin']);
    expect(may('system')).toEqual(['service']);
    expect(roles.filter((role) => !seesNotes(role))).toEqual(['customer']);
  });

  it('starts the close of an idle chat only when a person of the desk writes to the customer', () => {
    expect(sentWith('starts')).toEqual(['agent message', 'supervisor message', 'admin message']);
    expect(sentWith('stops')).toEqual(['customer message']);
    expect(sentWith('restarts')).toEqual([
      'agent note',
      'service message',
      'service system',
      'supervisor note',
      'admin note',
    ]);
  });
});
