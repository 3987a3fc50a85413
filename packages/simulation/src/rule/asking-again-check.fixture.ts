import { asksAgain, type WaitingTicket } from '@chat-ticket/domain';
import type { Decision } from '../engine/engine.ts';

type Declined = {
  readonly declinedBy: readonly string[];
  /** When the rule must be applied next. Ms since 1970. */
  readonly dueAt: number;
  /** When the rule last answered no. */
  readonly refusedAt?: number;
};

/** Observes every decision and collects each time a ticket’s declines were cleared, or kept, against the rule. */
export function createAskingAgainCheck(timeoutMsOf: (ticketId: string) => number) {
  const known = new Map<string, Declined>();
  const faults: string[] = [];
  let asked = 0;

  const next = (last: Declined, ticket: WaitingTicket, { now, agents }: Decision): Declined => {
    const { id, declinedBy } = ticket;
    if (declinedBy.length > last.declinedBy.length) return { declinedBy, dueAt: now + timeoutMsOf(id) };
    const isOver = last.dueAt < now;
    if (isOver && last.refusedAt !== last.dueAt) faults.push(`${id} not asked at ${last.dueAt}`);
    const dueAt = isOver ? last.dueAt + timeoutMsOf(id) : last.dueAt;
    if (dueAt < now) faults.push(`${id} not asked at ${dueAt}`);
    if (declinedBy.length < last.declinedBy.length) {
      const isRight = asksAgain({ ...ticket, declinedBy: last.declinedBy }, agents, now);
      if (declinedBy.length > 0 || dueAt !== now || !isRight) faults.push(`${id} asked at ${now}`);
      asked++;
      return { declinedBy, dueAt: Infinity };
    }
    const refusedAt = asksAgain(ticket, agents, now) ? last.refusedAt : now;
    return { declinedBy, dueAt, ...(refusedAt !== undefined && { refusedAt }) };
  };

  return {
    faults,
    askedCount: () => asked,
    observe: (decision: Decision) => {
      for (const ticket of decision.tickets) {
        const last = known.get(ticket.id) ?? { declinedBy: [], dueAt: Infinity };
        known.set(ticket.id, next(last, ticket, decision));
      }
    },
  };
}
