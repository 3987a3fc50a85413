import { missingSkills, releaseAfterMs, tierOf } from '@chat-ticket/domain';
import type { ModelAgent, ModelDesk, ModelTicket } from './model-desk.ts';
import { place } from './place.ts';
import { assign, isAtRest, takeBack } from './route.ts';
import { end, isActive } from './ticket-life.ts';

const openHoursLeftMs = 60 * 86_400_000;

/** When the next deadline falls due; null: none will. */
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

/** Does what is due. Answers how often something was. */
export function sweepModel(desk: ModelDesk): number {
  for (let batch = 0; ; batch++) {
    if (desk.hoursUntil - openHoursLeftMs <= desk.now) desk.writeHours();
    if ((nextDueAt(desk) ?? Infinity) > desk.now && isAtRest(desk)) return batch;
    if (batch === 10) throw new Error('the model finds no rest');
    doDue(desk);
  }
}

function doDue(desk: ModelDesk): void {
  const due = (column: 'pickBy' | 'widenAt' | 'retryAt' | 'wrapUpUntil') =>
    [...desk.tickets.values()].filter((ticket) => (ticket[column] ?? Infinity) <= desk.now);
  const activeOf = (agentId: string) =>
    [...desk.tickets.values()].filter((ticket) => ticket.agentId === agentId && isActive(ticket));

  const missed = due('pickBy');
  for (const ticket of missed) desk.agents.get(ticket.agentId!)!.misses++;
  for (const ticket of missed) takeBack(desk, ticket, { event: 'ticket.missed', asksOthersFirst: true });
  for (const agent of desk.agents.values())
    if (agent.isRoutable && agent.misses >= desk.settings.missesUntilAway) {
      Object.assign(agent, { status: 'away', statusSince: desk.now, isRoutable: false, misses: 0 });
      desk.tell('agent.status_changed', agent, { reason: 'offers_missed' });
    }

  for (const agent of desk.agents.values()) {
    if (!agent.isConnected || agent.leaseUntil > desk.now) continue;
    desk.tell('agent.disconnected', agent);
    for (const ticket of activeOf(agent.id))
      if (ticket.pickedAt === null && !ticket.isAgentFixed) leave(desk, ticket);
    Object.assign(agent, { isConnected: false, releaseAt: agent.leaseUntil + releaseAfterMs });
  }
  for (const agent of desk.agents.values()) {
    if ((agent.releaseAt ?? Infinity) > desk.now) continue;
    for (const ticket of activeOf(agent.id)) leave(desk, ticket);
    agent.releaseAt = null;
  }

  for (const ticket of due('wrapUpUntil')) end(desk, ticket, 'wrap_up_over');
  for (const ticket of due('widenAt')) {
    desk.tell('ticket.widened', ticket);
    place(desk, ticket);
  }
  for (const ticket of due('retryAt')) {
    if (!someoneElseIsThere(desk, ticket)) ticket.declinedBy = [];
    const again = desk.now + desk.queueOf(ticket).pickTimeoutSeconds * 1000;
    ticket.retryAt = ticket.declinedBy.length > 0 ? again : null;
  }
  assign(desk, 32);
}

const leave = (desk: ModelDesk, ticket: ModelTicket) =>
  takeBack(desk, ticket, { event: 'ticket.returned', reason: 'agent_gone', asksOthersFirst: false });

/** Whether anyone on duty fits who has not declined: full, perhaps, but there. */
const someoneElseIsThere = (desk: ModelDesk, ticket: ModelTicket): boolean =>
  [...desk.agents.values()].some(
    (agent) =>
      agent.isRoutable &&
      agent.leaseUntil > desk.now &&
      fits(agent, ticket) &&
      !ticket.declinedBy.includes(agent.id),
  );

const fits = (agent: ModelAgent, { needs, tierFrom, tierTo }: ModelTicket): boolean => {
  const tier = tierOf(agent.skills);
  return tierFrom <= tier && tier <= tierTo && missingSkills(agent, needs).length === 0;
};
