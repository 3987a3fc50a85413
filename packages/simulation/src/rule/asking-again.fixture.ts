import { asksAgain, type WaitingTicket } from '@chat-ticket/domain';
import type { Decision } from '../engine.ts';

type Declined = { declinedBy: readonly string[]; dueAt: number; refusedAt?: number };

/** Hears how the waiting tickets stand, and holds when those who declined are forgotten against the rule. */
export function watchAskingAgain(timeoutMsOf: (ticketId: string) => number) {
  const seen = new Map<string, Declined>();
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
    countAsked: () => asked,
    observe: (decision: Decision) => {
      for (const ticket of decision.tickets) {
        const last = seen.get(ticket.id) ?? { declinedBy: [], dueAt: Infinity };
        seen.set(ticket.id, next(last, ticket, decision));
      }
    },
  };
}
