import type { TicketState } from '../ticket/transition.ts';
import type { IntervalEnd, TicketFact, TicketInterval } from './facts.ts';
import { type TicketPhase, ticketPhase } from './ticket-phase.ts';
import type { LoggedEvent } from './log-entry.ts';

type Ticket = { fact: TicketFact; phase: TicketPhase; agentId: string | null; open: TicketInterval | null };

/** The events that make a ticket wait, and how each ends the interval before. */
const returns: Readonly<Record<string, IntervalEnd>> = {
  'ticket.missed': 'missed',
  'ticket.declined': 'declined',
  'ticket.returned': 'returned',
  'ticket.moved': 'moved',
  'ticket.escalated': 'escalated',
};
const statusEnds: Readonly<Record<string, IntervalEnd>> = {
  WORKFLOW_PENDING: 'workflow',
  WORKFLOW_DONE: 'workflow_done',
  ERROR: 'error',
};
const heldPhases = new Set<TicketPhase>(['offered', 'picked', 'wrap_up']);
const isTransfer = (end: IntervalEnd) => end === 'transferred' || end === 'moved';

/** The facts and intervals of the tickets, as events change them. */
export class TicketWalk {
  readonly #tickets = new Map<string, Ticket>();
  readonly #ended: TicketInterval[] = [];
  readonly #changeLoad: (agentId: string, change: number, at: number) => void;
  /** The service goal of each queue, in ms. */
  goals: ReadonlyMap<string, number> = new Map();

  constructor(changeLoad: (agentId: string, change: number, at: number) => void) {
    this.#changeLoad = changeLoad;
  }

  facts = (): TicketFact[] => [...this.#tickets.values()].map(({ fact }) => fact);

  intervals = (): TicketInterval[] => [
    ...this.#ended,
    ...[...this.#tickets.values()].flatMap(({ open }) => open ?? []),
  ];

  apply(event: LoggedEvent): void {
    const { type, at, ticketId, status, queueId } = event;
    if (ticketId === null) return;
    if (type === 'ticket.created') return this.#create(event);
    const ticket = this.#tickets.get(ticketId);
    if (ticket === undefined) return;
    const { fact } = ticket;
    const end = returns[type];
    if (end !== undefined) {
      if (ticket.phase !== 'waiting') this.#change(ticket, 'waiting', null, end, at);
      if (type === 'ticket.moved') this.place(ticketId, queueId!, at, 'moved');
      return;
    }
    if (queueId !== null) this.place(ticketId, queueId, at, 'placed');
    if (type === 'ticket.assigned') {
      fact.firstAssignedAt ??= at;
      fact.goalMs ??= this.goals.get(fact.queueId) ?? null;
      fact.firstAgentId ??= event.agentId;
      fact.agentId = event.agentId;
      fact.assignments++;
      this.#change(
        ticket,
        'offered',
        event.agentId,
        ticket.agentId === null ? 'assigned' : 'transferred',
        at,
      );
    } else if (type === 'ticket.picked') {
      fact.pickedAt ??= at;
      this.#change(ticket, 'picked', ticket.agentId, 'picked', at);
    } else if (type === 'ticket.status_changed') {
      this.#change(ticket, ticketPhase(status as TicketState, false), null, statusEnds[status!]!, at);
    } else if (type === 'room.closed') {
      fact.roomClosedAt = at;
      this.#change(ticket, 'wrap_up', ticket.agentId, 'chat_closed', at);
    } else if (type === 'ticket.closed') {
      fact.roomClosedAt ??= at;
      fact.closedAt = at;
      this.#change(ticket, 'closed', ticket.agentId, 'closed', at);
    } else if (type === 'message.posted' && event.senderRole === 'agent' && event.kind === 'message') {
      if (fact.firstReplyAt === null) fact.replyAgentId = event.senderId;
      fact.firstReplyAt ??= at;
    }
  }

  /** The ticket is in the queue now. Only a wait ends by that. */
  place(ticketId: string, queueId: string, at: number, endedBy: 'moved' | 'placed'): void {
    const { fact, open } = this.#tickets.get(ticketId)!;
    fact.queueId = queueId;
    if (open?.phase !== 'waiting' || open.queueId === queueId) return;
    if (open.beganAt < at) {
      this.#ended.push({ ...open, endedAt: at, endedBy });
      if (endedBy === 'moved') fact.transfers++;
      Object.assign(open, { beganAt: at, cause: null });
    }
    open.queueId = queueId;
  }

  /** Changes the intake of the tickets that wait. */
  moveIntakes(move: (time: number) => number): void {
    for (const { fact, phase } of this.#tickets.values())
      if (phase === 'waiting') fact.createdAt = move(fact.createdAt);
  }

  #create({ at, ticketId, status, queueId }: LoggedEvent): void {
    const fact: TicketFact = {
      ticketId: ticketId!,
      queueId: queueId!,
      agentId: null,
      firstAgentId: null,
      replyAgentId: null,
      createdAt: at,
      firstAssignedAt: null,
      goalMs: null,
      pickedAt: null,
      firstReplyAt: null,
      roomClosedAt: null,
      closedAt: null,
      assignments: 0,
      misses: 0,
      declines: 0,
      transfers: 0,
    };
    const phase = ticketPhase(status as TicketState, false) as TicketInterval['phase'];
    this.#tickets.set(ticketId!, { fact, phase, agentId: null, open: intervalOf(fact, phase, null, at) });
  }

  #change(
    ticket: Ticket,
    phase: TicketPhase,
    agentId: string | null,
    endedBy: IntervalEnd,
    at: number,
  ): void {
    const { fact, open } = ticket;
    // A wait of 0 ms leaves no interval.
    if (open && !(open.phase === 'waiting' && open.beganAt >= at))
      this.#ended.push({ ...open, endedAt: Math.max(open.beganAt, at), endedBy });
    if (endedBy === 'missed') fact.misses++;
    if (endedBy === 'declined') fact.declines++;
    if (isTransfer(endedBy)) fact.transfers++;
    const cause = endedBy === 'missed' || endedBy === 'declined' ? endedBy : null;
    ticket.open = phase === 'closed' ? null : { ...intervalOf(fact, phase, agentId, at), cause };
    const before = heldPhases.has(ticket.phase) ? ticket.agentId : null;
    const after = heldPhases.has(phase) ? agentId : null;
    Object.assign(ticket, { phase, agentId });
    if (before === after) return;
    if (before !== null) this.#changeLoad(before, -1, at);
    if (after !== null) this.#changeLoad(after, 1, at);
  }
}

const intervalOf = (
  { ticketId, queueId }: TicketFact,
  phase: TicketInterval['phase'],
  agentId: string | null,
  beganAt: number,
): TicketInterval => ({
  ticketId,
  phase,
  queueId,
  agentId,
  cause: null,
  beganAt,
  endedAt: null,
  endedBy: null,
});
