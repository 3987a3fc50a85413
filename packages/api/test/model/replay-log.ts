import { type TicketState, transitions } from '@chat-ticket/domain';
import { expect } from 'vitest';
import type { Row } from './read-desk.ts';

type Standing = { status: TicketState; agentId: string | null };

const tellOnly = ['ticket.picked', 'ticket.updated', 'ticket.widened', 'ticket.refund_created'];
const takesFromAgent = ['ticket.declined', 'ticket.missed', 'ticket.returned'];
const withAgent: readonly TicketState[] = ['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED', 'CLOSED'];

/** Follows the log in order: what each event says must be a step from where its ticket stood. */
export class LogReplay {
  readonly #standings = new Map<string, Standing>();

  follow(events: readonly Row[]): void {
    for (const event of events)
      if (event['ticket_id'] !== null) this.#step(String(event['ticket_id']), String(event['type']), event);
  }

  /** The tickets as the log has them. */
  standings = () => new Map([...this.#standings].toSorted(([a], [b]) => (a < b ? -1 : 1)));

  #step(ticketId: string, type: string, event: Row): void {
    const status = event['status'] as TicketState;
    const before = this.#standings.get(ticketId);
    const kept = withAgent.includes(status) ? (before?.agentId ?? null) : null;
    const agentId = type === 'ticket.assigned' ? String(event['agent_id']) : kept;
    this.#standings.set(ticketId, { status, agentId });
    if (before === undefined)
      return expect({ type, status }).toEqual({ type: 'ticket.created', status: 'CREATED' });

    const step = { type, from: before.status, to: status };
    const moved = before.status !== status || before.agentId !== agentId;
    if (type === 'ticket.moved') expect(before.agentId).toBe(event['agent_id']);
    else expect({ ...step, moved }).toEqual({ ...step, moved: !tellOnly.includes(type) });
    if (moved)
      expect({ ...step, may: transitions[before.status] }).toEqual({
        ...step,
        may: expect.arrayContaining([status]),
      });
    if (takesFromAgent.includes(type))
      expect({ ...step, of: before.agentId }).toEqual({ ...step, of: event['agent_id'] });
    return undefined;
  }
}
