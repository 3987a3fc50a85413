// What a call of, or about, an agent does to the model.
import type { Settings } from '@chat-ticket/contract';
import { leaseIsDue, leaseMs } from '@chat-ticket/domain';
import { isOpen, type ModelAgent, type ModelDesk } from './model-desk.ts';
import { place } from './place-rules.ts';
import { assignWaiting, assignWaitingTo, unassign } from './assignment-rules.ts';
import { isActive, type Refusal } from './ticket-rules.ts';

const isRoutable = ({ statuses }: Settings, status: string) =>
  statuses.find(({ id }) => id === status)?.routable === true;

function createAgent(desk: ModelDesk, id: string, status: string, capacity: number | null): ModelAgent {
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

/** Renews the lease and returns whether the agent had lost it. */
function renewLease(desk: ModelDesk, agent: ModelAgent): boolean {
  const wasLost = !agent.isConnected || agent.leaseUntil <= desk.now;
  if (wasLost) desk.emit('agent.connected', agent);
  Object.assign(agent, { leaseUntil: desk.now + leaseMs, isConnected: true, releaseAt: null });
  return wasLost;
}

/** Every call of an agent renews its lease when that is due. */
export function touchLease(desk: ModelDesk, agentId: string): Refusal {
  const agent = desk.agents.get(agentId);
  if (!agent) return 'agent_not_found';
  if (!leaseIsDue(agent.leaseUntil, desk.now)) return null;
  if (renewLease(desk, agent)) assignWaitingTo(desk, agentId);
  return null;
}

export function setStatus(
  desk: ModelDesk,
  agentId: string,
  status: string,
  by: { isOwnCall: boolean; mayCreate: boolean; renewsLease: boolean },
): Refusal {
  if (!desk.settings.statuses.some(({ id }) => id === status)) return 'status_unknown';
  let agent = desk.agents.get(agentId);
  if (!agent) {
    if (!by.mayCreate || !desk.settings.createsAgents) return 'agent_not_found';
    agent = createAgent(desk, agentId, status, null);
    desk.emit('agent.status_changed', agent);
  } else if (agent.status !== status) {
    Object.assign(agent, {
      status,
      statusSince: desk.now,
      misses: 0,
      idleSince: agent.isRoutable ? agent.idleSince : desk.now,
      isRoutable: isRoutable(desk.settings, status),
    });
    desk.emit('agent.status_changed', agent);
  }
  if (by.renewsLease) renewLease(desk, agent);
  assignWaitingTo(desk, agentId);
  return by.isOwnCall ? touchLease(desk, agentId) : null;
}

export function saveAgent(
  desk: ModelDesk,
  id: string,
  record: { capacity?: number; skills: readonly string[] },
): Refusal {
  const capacity = record.capacity ?? null;
  const agent = desk.agents.get(id) ?? createAgent(desk, id, 'offline', capacity);
  Object.assign(agent, {
    capacity,
    maxLoad: capacity ?? desk.settings.capacity,
    skills: [...new Set(record.skills)].toSorted(),
  });
  desk.emit('agent.saved', agent);
  desk.removedAgents.delete(id);
  assignWaitingTo(desk, id);
  return null;
}

export function drainAgent(desk: ModelDesk, agentId: string, picked: 'keep' | 'requeue'): Refusal {
  const agent = desk.agents.get(agentId);
  if (agent && agent.status !== 'offline') {
    Object.assign(agent, { status: 'offline', statusSince: desk.now, isRoutable: false, misses: 0 });
    desk.emit('agent.status_changed', agent, { reason: 'drained' });
  }
  for (const ticket of desk.tickets.values())
    if (ticket.agentId === agentId && isActive(ticket) && (ticket.pickedAt === null || picked === 'requeue'))
      unassign(desk, ticket, { event: 'ticket.returned', reason: 'agent_drained', addsDecline: false });
  assignWaiting(desk, 8);
  return agent ? null : 'agent_not_found';
}

export function deleteAgent(desk: ModelDesk, agentId: string): Refusal {
  const agent = desk.agents.get(agentId);
  if (!agent) return 'agent_not_found';
  if (agent.load > 0) return 'agent_has_tickets';
  desk.emit('agent.removed', agent);
  desk.agents.delete(agentId);
  desk.removedAgents.add(agentId);
  return null;
}

export function putSettings(desk: ModelDesk, settings: Settings): Refusal {
  const placementChanges =
    settings.priorityPointSeconds !== desk.settings.priorityPointSeconds ||
    JSON.stringify(settings.queues) !== JSON.stringify(desk.settings.queues);
  desk.settings = settings;
  desk.writeFirstHours();
  for (const agent of desk.agents.values()) {
    if (!settings.statuses.some(({ id }) => id === agent.status)) {
      Object.assign(agent, { status: 'away', statusSince: desk.now });
      desk.emit('agent.status_changed', agent, { reason: 'status_removed' });
    }
    agent.isRoutable = isRoutable(settings, agent.status);
    agent.maxLoad = agent.capacity ?? settings.capacity;
  }
  if (placementChanges) for (const ticket of desk.tickets.values()) if (isOpen(ticket)) place(desk, ticket);
  assignWaiting(desk, 32);
  desk.events.push({ type: 'settings.changed', subjectId: 'settings', agentId: null, status: '' });
  return null;
}
