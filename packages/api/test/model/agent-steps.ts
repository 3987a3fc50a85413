import * as fc from 'fast-check';
import { type AgentRecord, bySelf, put, setOnline } from './agent-calls.ts';
import { drain, hear, putSettings, remove, setStatus } from './agent-life.ts';
import { documents } from './documents.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import { agent, agents, asAgent, asSupervisor, step } from './step.ts';

const look = (desk: HuntedDesk, id: string) =>
  desk.send(asAgent(id, 'GET', '/v1/tickets'), () => hear(desk.model, id));

export const online = step('online', agent, setOnline);

export const offline = step('offline', agent, (desk, id) =>
  desk.send(asAgent(id, 'PUT', '/v1/offline'), () =>
    setStatus(desk.model, id, 'offline', { isSelf: true, mayCreate: false, renewsLease: false }),
  ),
);

export const busy = step('busy', agent, (desk, id) =>
  desk.send(asAgent(id, 'PUT', '/v1/status', { status: 'busy' }), () =>
    setStatus(desk.model, id, 'busy', bySelf),
  ),
);

export const bySupervisor = step(
  'bySupervisor',
  fc.record({ id: agent, status: fc.constantFrom('online', 'break') }),
  (desk, { id, status }) =>
    desk.send(asSupervisor('PUT', `/v1/agents/${id}/status`, { status }), () =>
      setStatus(desk.model, id, status, { isSelf: false, mayCreate: false, renewsLease: false }),
    ),
);

export const heartbeat = step('heartbeat', agent, look);

export const heartbeats = step('heartbeats', fc.constant(null), async (desk) => {
  for (const id of agents.filter((one) => desk.model.agents.has(one))) await look(desk, id);
});

export const drainAgent = step(
  'drain',
  fc.record({ id: agent, picked: fc.constantFrom('keep', 'requeue') }),
  (desk, { id, picked }) =>
    desk.send(asSupervisor('POST', `/v1/agents/${id}/drain`, { picked }), () =>
      drain(desk.model, id, picked),
    ),
);

const skillSets = fc.constantFrom(
  [],
  [],
  ['language:tha'],
  ['vip', 'language:eng', 'vip'],
  ['tier:2', 'language:tha'],
  ['tier:3', 'vip'],
);

export const putAgent = step(
  'putAgent',
  fc.record<AgentRecord, 'id' | 'skills'>(
    { id: agent, capacity: fc.constantFrom(0, 1, 1, 2, 4), skills: skillSets },
    { requiredKeys: ['id', 'skills'] },
  ),
  put,
);

export const deleteAgent = step('deleteAgent', agent, (desk, id) =>
  desk.send(asSupervisor('DELETE', `/v1/agents/${id}`), () => remove(desk.model, id)),
);

export const putDocument = step('putSettings', fc.nat(documents.length - 1), (desk, i) =>
  desk.send(asSupervisor('PUT', '/v1/settings', documents[i]), () => putSettings(desk.model, documents[i]!)),
);

const members = agents.map((id) =>
  fc.record({ id: fc.constant(id), capacity: fc.constantFrom(1, 1, 2), skills: skillSets }),
);

/** Agents of small room and different skills come to work, so that tickets wait. */
export const shift = step('shift', fc.tuple(...members), async (desk, crew) => {
  for (const member of crew) await put(desk, member);
  for (const { id } of crew) await setOnline(desk, id);
});
