// The deadlines of the model, in the order in which a sweep acts on them.
import {
  deadlineAfterGap,
  type Gap,
  leaseMs,
  missingSkills,
  pastTimeAfterGap,
  releaseAfterMs,
  tierOf,
} from '@chat-ticket/domain';
import type { ModelAgent, ModelDesk, ModelTicket } from './model-desk.ts';
import { place } from './place-rules.ts';
import { assignWaiting, hasNothingToAssign, unassign } from './assignment-rules.ts';
import { isWaiting } from './model-desk.ts';
import { endTicket, isActive } from './ticket-rules.ts';

const openHoursLeftMs = 60 * 86_400_000;

/** The time of the next deadline, or null if there is none. */
export function nextDueAt(desk: ModelDesk): number | null {
  const times = [
    ...[...desk.tickets.values()].flatMap((t) => [t.pickBy, t.widenAt, t.retryAt, t.wrapUpUntil]),
    ...[...desk.agents.values()].flatMap((agent) => [
      agent.isConnected ? agent.leaseUntil : null,
      agent.releaseAt,
    ]),
    ...[...desk.periods.values()].flat().map(({ opensAt }) => (opensAt > desk.now ? opensAt : null)),
  ].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Acts on every deadline that has passed, and returns the number of rounds that it took. */
export function sweepModel(desk: ModelDesk): number {
  for (let batch = 0; ; batch++) {
    if (desk.hoursUntil - openHoursLeftMs <= desk.now) desk.writeHours();
    if ((nextDueAt(desk) ?? Infinity) > desk.now && hasNothingToAssign(desk)) return batch;
    if (batch === 10) throw new Error('the model still has deadlines after 10 rounds');
    sweepOnce(desk);
  }
}

function sweepOnce(desk: ModelDesk): void {
  const due = (column: 'pickBy' | 'widenAt' | 'retryAt' | 'wrapUpUntil') =>
    [...desk.tickets.values()].filter((ticket) => (ticket[column] ?? Infinity) <= desk.now);
  const activeOf = (agentId: string) =>
    [...desk.tickets.values()].filter((ticket) => ticket.agentId === agentId && isActive(ticket));

  const missed = due('pickBy');
  for (const ticket of missed) desk.agents.get(ticket.agentId!)!.misses++;
  for (const ticket of missed) unassign(desk, ticket, { event: 'ticket.missed', addsDecline: true });
  for (const agent of desk.agents.values())
    if (agent.isRoutable && agent.misses >= desk.settings.missesUntilAway) {
      Object.assign(agent, { status: 'away', statusSince: desk.now, isRoutable: false, misses: 0 });
      desk.emit('agent.status_changed', agent, { reason: 'offers_missed' });
    }

  for (const agent of desk.agents.values()) {
    if (!agent.isConnected || agent.leaseUntil > desk.now) continue;
    desk.emit('agent.disconnected', agent);
    for (const ticket of activeOf(agent.id))
      if (ticket.pickedAt === null && !ticket.isAgentFixed) returnTicket(desk, ticket);
    Object.assign(agent, { isConnected: false, releaseAt: agent.leaseUntil + releaseAfterMs });
  }
  for (const agent of desk.agents.values()) {
    if ((agent.releaseAt ?? Infinity) > desk.now) continue;
    for (const ticket of activeOf(agent.id)) returnTicket(desk, ticket);
    agent.releaseAt = null;
  }

  for (const ticket of due('wrapUpUntil')) endTicket(desk, ticket, 'wrap_up_over');
  for (const ticket of due('widenAt')) {
    // After a long gap, the known opening hours can begin after the ticket was created. Then its stage is not reached.
    const { stage } = ticket;
    place(desk, ticket);
    if (ticket.stage > stage) desk.emit('ticket.widened', ticket);
  }
  for (const ticket of due('retryAt')) {
    if (!hasOtherAgent(desk, ticket)) ticket.declinedBy = [];
    const again = desk.now + desk.queueOf(ticket).pickTimeoutSeconds * 1000;
    ticket.retryAt = ticket.declinedBy.length > 0 ? again : null;
  }
  assignWaiting(desk, 32);
}

const returnTicket = (desk: ModelDesk, ticket: ModelTicket) =>
  unassign(desk, ticket, { event: 'ticket.returned', reason: 'agent_gone', addsDecline: false });

/**
 * Whether an agent on duty could take the ticket and has not declined it, even one without capacity now.
 * @see packages/domain/src/routing/asks-again.ts#asksAgain
 */
const hasOtherAgent = (desk: ModelDesk, ticket: ModelTicket): boolean =>
  [...desk.agents.values()].some(
    (agent) =>
      agent.isRoutable &&
      agent.leaseUntil > desk.now &&
      isQualified(agent, ticket) &&
      !ticket.declinedBy.includes(agent.id),
  );

const isQualified = (agent: ModelAgent, { needs, tierFrom, tierTo }: ModelTicket): boolean => {
  const tier = tierOf(agent.skills);
  return tierFrom <= tier && tier <= tierTo && missingSkills(agent, needs).length === 0;
};

/**
 * Moves the deadlines by a gap.
 * @see packages/domain/src/deadline/gap.ts
 */
export function moveDeadlines(desk: ModelDesk, gap: Gap): void {
  desk.gapUntil = gap.now;
  const isBack = gap.now < gap.servedUntil;
  const move = (deadline: number | null, lengthMs: number) =>
    deadline === null ? null : deadlineAfterGap({ deadline, lengthMs }, gap);
  const past = (time: number) => pastTimeAfterGap(time, gap);
  const stickyMs = desk.settings.stickySeconds * 1000;
  for (const agent of desk.agents.values()) {
    if (agent.isConnected) agent.leaseUntil = gap.now + leaseMs;
    else if (isBack) agent.leaseUntil = Math.min(agent.leaseUntil, gap.now);
    agent.releaseAt = move(agent.releaseAt, releaseAfterMs);
    for (const name of ['statusSince', 'idleSince', 'assignedAt'] as const) agent[name] = past(agent[name]);
  }
  for (const ticket of desk.tickets.values()) {
    // The queue of a closed ticket may no longer exist.
    if (ticket.status === 'CLOSED') continue;
    const { pickTimeoutSeconds, wrapUpSeconds } = desk.queueOf(ticket);
    ticket.pickBy = move(ticket.pickBy, pickTimeoutSeconds * 1000);
    ticket.wrapUpUntil = move(ticket.wrapUpUntil, (wrapUpSeconds ?? Infinity) * 1000);
    if (!isBack) continue;
    if (ticket.retryAt !== null)
      ticket.retryAt = Math.min(ticket.retryAt, gap.now + pickTimeoutSeconds * 1000);
    if (!isWaiting(ticket)) continue;
    if (ticket.preferUntil !== null && ticket.preferUntil > gap.now)
      ticket.preferUntil = Math.min(ticket.preferUntil, gap.now + stickyMs);
    if (ticket.createdAt <= gap.now) continue;
    ticket.createdAt = past(ticket.createdAt);
    place(desk, ticket);
  }
  if (isBack) desk.hoursUntil = 0;
}
