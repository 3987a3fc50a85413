// Assignments of the model. The rule itself is the specification in domain, which SQL repeats in production.
// @see packages/domain/src/routing/choose.ts#choosePair
import { type Candidate, choosePair, type WaitingTicket } from '@chat-ticket/domain';
import { isWaiting, type ModelAgent, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place-rules.ts';

const candidate = (agent: ModelAgent): Candidate => ({
  ...agent,
  routable: agent.isRoutable,
  leaseUntil: agent.isConnected ? agent.leaseUntil : 0,
  capacity: agent.maxLoad,
});

const waitingTicket = (desk: ModelDesk, ticket: ModelTicket): WaitingTicket => ({
  ...ticket,
  queueIsOpen: desk.isQueueOpen(ticket.queueId),
  preferredAgentId: (ticket.preferUntil ?? 0) > desk.now ? ticket.preferredAgentId : null,
});

/** The next assignment among these agents, by the specification. */
const nextPair = (desk: ModelDesk, agents: Iterable<ModelAgent>) =>
  choosePair(
    [...desk.tickets.values()].filter(isWaiting).map((ticket) => waitingTicket(desk, ticket)),
    [...agents].map(candidate),
    { strategy: desk.settings.strategy, now: desk.now },
  );

/** Whether no waiting ticket can be assigned to any agent. */
export const hasNothingToAssign = (desk: ModelDesk): boolean =>
  nextPair(desk, desk.agents.values()) === undefined;

/** Makes up to `count` assignments. */
export function assignWaiting(desk: ModelDesk, count: number): void {
  assignNext(desk, () => desk.agents.values(), count);
}

/** Assigns waiting tickets to one agent, up to its capacity. */
export function assignWaitingTo(desk: ModelDesk, agentId: string | null): void {
  const agent = desk.agents.get(agentId ?? '');
  if (agent) assignNext(desk, () => [agent], Infinity);
}

function assignNext(desk: ModelDesk, agents: () => Iterable<ModelAgent>, count: number): void {
  for (let n = 0; n < count; n++) {
    const pair = nextPair(desk, agents());
    if (!pair) return;
    assignTo(desk, desk.tickets.get(pair.ticketId)!, pair.agentId, 'rule');
  }
}

/** Assigns a ticket, by the rule or by the choice of a person. */
export function assignTo(desk: ModelDesk, ticket: ModelTicket, agentId: string, by: 'rule' | 'person'): void {
  const isPreferred = agentId === ticket.preferredAgentId && (ticket.preferUntil ?? 0) > desk.now;
  desk.change(ticket, {
    agentId,
    status: ticket.assignments === 0 ? 'ASSIGNED' : 'REASSIGNED',
    assignments: ticket.assignments + 1,
    isAgentFixed: by === 'person',
    pickBy: by === 'person' ? null : desk.now + desk.queueOf(ticket).pickTimeoutSeconds * 1000,
    pickedAt: null,
    widenAt: null,
    retryAt: null,
  });
  const byRule = isPreferred ? 'last_agent_of_customer' : desk.settings.strategy;
  desk.emit('ticket.assigned', ticket, { reason: by === 'person' ? 'chosen_by_person' : byRule });
}

/** Takes a ticket from its agent, if it has one. It waits at its original rank. */
export function unassign(
  desk: ModelDesk,
  ticket: ModelTicket,
  options: {
    event: string;
    reason?: string;
    /** Whether the agent counts as one who declined, so that other agents get the ticket first. */
    addsDecline: boolean;
    set?: Partial<ModelTicket>;
  },
): void {
  const status = options.set?.waitingStatus ?? ticket.waitingStatus;
  desk.emit(options.event, ticket, { status, ...(options.reason ? { reason: options.reason } : {}) });
  const declinedBy = options.addsDecline && ticket.agentId !== null ? [ticket.agentId] : [];
  desk.change(ticket, {
    ...options.set,
    agentId: null,
    isAgentFixed: false,
    pickBy: null,
    pickedAt: null,
    status,
    declinedBy: [...new Set([...ticket.declinedBy, ...declinedBy])].toSorted(),
  });
  place(desk, ticket);
}
