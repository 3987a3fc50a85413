import { isStep, type TicketState } from '@chat-ticket/domain';

export type TicketEventRow = {
  type: string;
  ticketId: string;
  agentId: string | null;
  status: TicketState;
  reason: string | null;
};

type Standing = { status: TicketState; agentId: string | null; assignments: number };

/** What the log, read in its order, says that must not have happened. */
export type Violations = {
  /** A rule gave a ticket to an agent while another had it. */
  doubles: string[];
  /** An agent got a ticket when it was full. */
  overCapacity: string[];
  /** A step that the table of transitions does not have, or one that was taken from an agent without the ticket. */
  badSteps: string[];
};

const held: ReadonlySet<TicketState> = new Set(['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED']);
const takesFromAgent = new Set(['ticket.declined', 'ticket.missed', 'ticket.returned']);

/** Follows every ticket and the load of every agent through the log. */
export function replayEvents(events: readonly TicketEventRow[], capacity: number) {
  const violations: Violations = { doubles: [], overCapacity: [], badSteps: [] };
  const tickets = new Map<string, Standing>();
  const loads = new Map<string, number>();
  const addTo = (agentId: string | null, change: number) => {
    if (agentId !== null) loads.set(agentId, (loads.get(agentId) ?? 0) + change);
  };

  for (const { type, ticketId, agentId, status, reason } of events) {
    const before = tickets.get(ticketId);
    const isGiven = type === 'ticket.assigned';
    const told = `${type} of ${ticketId} by ${agentId}: ${before?.status} to ${status}`;
    const holder = before && held.has(before.status) ? before.agentId : null;
    if (before === undefined ? type !== 'ticket.created' : !isAllowed(before.status, status, isGiven))
      violations.badSteps.push(told);
    if (takesFromAgent.has(type) && holder !== agentId) violations.badSteps.push(told);
    if (isGiven && holder !== null && reason !== 'chosen_by_person') violations.doubles.push(told);

    const next = isGiven ? agentId : held.has(status) ? holder : null;
    addTo(holder, -1);
    addTo(next, 1);
    if (isGiven && loads.get(agentId!)! > capacity) violations.overCapacity.push(told);
    const assignments = (before?.assignments ?? 0) + Number(isGiven);
    tickets.set(ticketId, { status, agentId: next, assignments });
  }
  return { violations, tickets, loads };
}

const isAllowed = (from: TicketState, to: TicketState, isGiven: boolean) =>
  (from === to && !isGiven) || isStep(from, to);
