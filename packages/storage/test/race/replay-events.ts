import { isStep, type TicketState } from '@chat-ticket/domain';

export type TicketEventRow = {
  type: string;
  ticketId: string;
  agentId: string | null;
  status: TicketState;
  reason: string | null;
};

type ReplayedTicket = { status: TicketState; agentId: string | null; assignments: number };

/** The events that break a promise of the desk, each as a text. */
export type Violations = {
  /** A rule gave a ticket to an agent while another agent held it. */
  doubleAssignments: string[];
  /** An agent got a ticket when it was full. */
  overCapacity: string[];
  /** A change that the table of transitions does not allow, or that names an agent who does not hold the ticket. */
  invalidChanges: string[];
};

const heldStatuses: ReadonlySet<TicketState> = new Set(['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED']);
const removesAgent = new Set(['ticket.declined', 'ticket.missed', 'ticket.returned']);

/** Replays the event log. Returns its violations, every ticket at its end, and the load of every agent. */
export function replayEvents(events: readonly TicketEventRow[], capacity: number) {
  const violations: Violations = { doubleAssignments: [], overCapacity: [], invalidChanges: [] };
  const tickets = new Map<string, ReplayedTicket>();
  const loads = new Map<string, number>();
  const addLoad = (agentId: string | null, change: number) => {
    if (agentId !== null) loads.set(agentId, (loads.get(agentId) ?? 0) + change);
  };

  for (const { type, ticketId, agentId, status, reason } of events) {
    const before = tickets.get(ticketId);
    const isAssignment = type === 'ticket.assigned';
    const event = `${type} of ${ticketId} by ${agentId}: ${before?.status} to ${status}`;
    const holder = before && heldStatuses.has(before.status) ? before.agentId : null;
    if (before === undefined ? type !== 'ticket.created' : !isAllowed(before.status, status, isAssignment))
      violations.invalidChanges.push(event);
    if (removesAgent.has(type) && holder !== agentId) violations.invalidChanges.push(event);
    if (isAssignment && holder !== null && reason !== 'chosen_by_person')
      violations.doubleAssignments.push(event);

    const nextHolder = isAssignment ? agentId : heldStatuses.has(status) ? holder : null;
    addLoad(holder, -1);
    addLoad(nextHolder, 1);
    if (isAssignment && loads.get(agentId!)! > capacity) violations.overCapacity.push(event);
    const assignments = (before?.assignments ?? 0) + Number(isAssignment);
    tickets.set(ticketId, { status, agentId: nextHolder, assignments });
  }
  return { violations, tickets, loads };
}

const isAllowed = (from: TicketState, to: TicketState, isAssignment: boolean) =>
  (from === to && !isAssignment) || isStep(from, to);
