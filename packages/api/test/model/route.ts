import { type Candidate, choosePair, type WaitingTicket } from '@chat-ticket/domain';
import { isWaiting, type ModelAgent, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place.ts';

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

/** The assignment that the domain’s rule makes next, among all agents or for one. */
const nextPair = (desk: ModelDesk, agents: Iterable<ModelAgent>) =>
  choosePair(
    [...desk.tickets.values()].filter(isWaiting).map((ticket) => waitingTicket(desk, ticket)),
    [...agents].map(candidate),
    { strategy: desk.settings.strategy, now: desk.now },
  );

/** Whether no waiting ticket could go to anyone. */
export const isAtRest = (desk: ModelDesk): boolean => nextPair(desk, desk.agents.values()) === undefined;

/** Makes up to so many next assignments. */
export function assign(desk: ModelDesk, count: number): void {
  giveNext(desk, () => desk.agents.values(), count);
}

/** Gives an agent what it has room for. */
export function fill(desk: ModelDesk, agentId: string | null): void {
  const agent = desk.agents.get(agentId ?? '');
  if (agent) giveNext(desk, () => [agent], Infinity);
}

function giveNext(desk: ModelDesk, agents: () => Iterable<ModelAgent>, count: number): void {
  for (let given = 0; given < count; given++) {
    const pair = nextPair(desk, agents());
    if (!pair) return;
    give(desk, desk.tickets.get(pair.ticketId)!, pair.agentId, 'rule');
  }
}

export function give(desk: ModelDesk, ticket: ModelTicket, agentId: string, by: 'rule' | 'person'): void {
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
  desk.tell('ticket.assigned', ticket, { reason: by === 'person' ? 'chosen_by_person' : byRule });
}

/** Takes a ticket from its agent, if it has one: it waits at its original place. */
export function takeBack(
  desk: ModelDesk,
  ticket: ModelTicket,
  options: {
    event: string;
    reason?: string;
    asksOthersFirst: boolean;
    set?: Partial<ModelTicket>;
  },
): void {
  const status = options.set?.waitingStatus ?? ticket.waitingStatus;
  desk.tell(options.event, ticket, { status, ...(options.reason ? { reason: options.reason } : {}) });
  const declinedBy = options.asksOthersFirst && ticket.agentId !== null ? [ticket.agentId] : [];
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
