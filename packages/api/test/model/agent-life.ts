import type { Settings } from '@chat-ticket/contract';
import { leaseIsDue, leaseMs } from '@chat-ticket/domain';
import { isOpen, type ModelAgent, type ModelDesk } from './model-desk.ts';
import { place } from './place.ts';
import { assign, fill, takeBack } from './route.ts';
import { isActive, type Refusal } from './ticket-life.ts';

const isRoutable = ({ statuses }: Settings, status: string) =>
  statuses.find(({ id }) => id === status)?.routable === true;

function make(desk: ModelDesk, id: string, status: string, capacity: number | null): ModelAgent {
  const agent: ModelAgent = {
    id,
    status,
    statusSince: desk.now,
    isRoutable: isRoutable(desk.settings, status),
    capacity,
    maxLoad: capacity ?? desk.settings.capacity,
    skills: [],
    leaseUntil: 0,
    isConnected: false,
    releaseAt: null,
    load: 0,
    idleSince: desk.now,
    assignedAt: 0,
    misses: 0,
  };
  desk.agents.set(id, agent);
  return agent;
}

/** Answers whether the agent had lost its lease. */
function renew(desk: ModelDesk, agent: ModelAgent): boolean {
  const wasGone = !agent.isConnected || agent.leaseUntil <= desk.now;
  if (wasGone) desk.tell('agent.connected', agent);
  Object.assign(agent, { leaseUntil: desk.now + leaseMs, isConnected: true, releaseAt: null });
  return wasGone;
}

/** Any call of the agent: its lease is prolonged when it is due. */
export function hear(desk: ModelDesk, agentId: string): Refusal {
  const agent = desk.agents.get(agentId);
  if (!agent) return 'agent_not_found';
  if (!leaseIsDue(agent.leaseUntil, desk.now)) return null;
  if (renew(desk, agent)) fill(desk, agentId);
  return null;
}

export function setStatus(
  desk: ModelDesk,
  agentId: string,
  status: string,
  by: { isSelf: boolean; mayCreate: boolean; renewsLease: boolean },
): Refusal {
  if (!desk.settings.statuses.some(({ id }) => id === status)) return 'status_unknown';
  let agent = desk.agents.get(agentId);
  if (!agent) {
    if (!by.mayCreate || !desk.settings.createsAgents) return 'agent_not_found';
    agent = make(desk, agentId, status, null);
    desk.tell('agent.status_changed', agent);
  } else if (agent.status !== status) {
    Object.assign(agent, {
      status,
      statusSince: desk.now,
      misses: 0,
      idleSince: agent.isRoutable ? agent.idleSince : desk.now,
      isRoutable: isRoutable(desk.settings, status),
    });
    desk.tell('agent.status_changed', agent);
  }
  if (by.renewsLease) renew(desk, agent);
  fill(desk, agentId);
  return by.isSelf ? hear(desk, agentId) : null;
}

export function save(
  desk: ModelDesk,
  id: string,
  record: { capacity?: number; skills: readonly string[] },
): Refusal {
  const capacity = record.capacity ?? null;
  const agent = desk.agents.get(id) ?? make(desk, id, 'offline', capacity);
  Object.assign(agent, {
    capacity,
    maxLoad: capacity ?? desk.settings.capacity,
    skills: [...new Set(record.skills)].toSorted(),
  });
  desk.tell('agent.saved', agent);
  fill(desk, id);
  return null;
}

export function drain(desk: ModelDesk, agentId: string, picked: 'keep' | 'requeue'): Refusal {
  const agent = desk.agents.get(agentId);
  if (agent && agent.status !== 'offline') {
    Object.assign(agent, { status: 'offline', statusSince: desk.now, isRoutable: false, misses: 0 });
    desk.tell('agent.status_changed', agent, { reason: 'drained' });
  }
  for (const ticket of desk.tickets.values())
    if (ticket.agentId === agentId && isActive(ticket) && (ticket.pickedAt === null || picked === 'requeue'))
      takeBack(desk, ticket, { event: 'ticket.returned', reason: 'agent_drained', asksOthersFirst: false });
  assign(desk, 8);
  return agent ? null : 'agent_not_found';
}

export function remove(desk: ModelDesk, agentId: string): Refusal {
  const agent = desk.agents.get(agentId);
  if (!agent) return 'agent_not_found';
  if (agent.load > 0) return 'agent_has_tickets';
  desk.tell('agent.removed', agent);
  desk.agents.delete(agentId);
  return null;
}

export function putSettings(desk: ModelDesk, settings: Settings): Refusal {
  desk.settings = settings;
  desk.writeHours();
  for (const agent of desk.agents.values()) {
    if (!settings.statuses.some(({ id }) => id === agent.status)) {
      Object.assign(agent, { status: 'away', statusSince: desk.now });
      desk.tell('agent.status_changed', agent, { reason: 'status_removed' });
    }
    agent.isRoutable = isRoutable(settings, agent.status);
    agent.maxLoad = agent.capacity ?? settings.capacity;
  }
  for (const ticket of desk.tickets.values()) if (isOpen(ticket)) place(desk, ticket);
  assign(desk, 32);
  desk.told.push({ type: 'settings.changed', subjectId: 'settings', agentId: null, status: '' });
  return null;
}
