import * as fc from 'fast-check';
import { type AgentRecord, byAgent, putAgent as sendPutAgent, setOnline } from './agent-requests.ts';
import * as rules from './agent-rules.ts';
import { asAgent, asSupervisor } from './http-request.ts';
import { settingsDocuments } from './settings-documents.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { agent, agents, step } from './step.ts';

const listTickets = (desk: DeskUnderTest, id: string) =>
  desk.send(asAgent(id, 'GET', '/v1/tickets'), () => rules.touchLease(desk.model, id));

export const online = step('online', agent, setOnline);

export const offline = step('offline', agent, (desk, id) =>
  desk.send(asAgent(id, 'PUT', '/v1/offline'), () =>
    rules.setStatus(desk.model, id, 'offline', { isOwnCall: true, mayCreate: false, renewsLease: false }),
  ),
);

export const busy = step('busy', agent, (desk, id) =>
  desk.send(asAgent(id, 'PUT', '/v1/status', { status: 'busy' }), () =>
    rules.setStatus(desk.model, id, 'busy', byAgent),
  ),
);

export const setAgentStatus = step(
  'setAgentStatus',
  fc.record({ id: agent, status: fc.constantFrom('online', 'break') }),
  (desk, { id, status }) =>
    desk.send(asSupervisor('PUT', `/v1/agents/${id}/status`, { status }), () =>
      rules.setStatus(desk.model, id, status, { isOwnCall: false, mayCreate: false, renewsLease: false }),
    ),
);

export const heartbeat = step('heartbeat', agent, listTickets);

export const heartbeats = step('heartbeats', fc.constant(null), async (desk) => {
  for (const id of agents.filter((one) => desk.model.agents.has(one))) await listTickets(desk, id);
});

export const drainAgent = step(
  'drainAgent',
  fc.record({ id: agent, picked: fc.constantFrom('keep', 'requeue') }),
  (desk, { id, picked }) =>
    desk.send(asSupervisor('POST', `/v1/agents/${id}/drain`, { picked }), () =>
      rules.drainAgent(desk.model, id, picked),
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
  sendPutAgent,
);

export const deleteAgent = step('deleteAgent', agent, (desk, id) =>
  desk.send(asSupervisor('DELETE', `/v1/agents/${id}`), () => rules.deleteAgent(desk.model, id)),
);

export const putSettings = step('putSettings', fc.nat(settingsDocuments.length - 1), (desk, i) =>
  desk.send(asSupervisor('PUT', '/v1/settings', settingsDocuments[i]), () =>
    rules.putSettings(desk.model, settingsDocuments[i]!),
  ),
);

const agentRecords = agents.map((id) =>
  fc.record({ id: fc.constant(id), capacity: fc.constantFrom(1, 1, 2), skills: skillSets }),
);

/** Agents with little capacity and different skills come online, so that tickets wait. */
export const shift = step('shift', fc.tuple(...agentRecords), async (desk, records) => {
  for (const record of records) await sendPutAgent(desk, record);
  for (const { id } of records) await setOnline(desk, id);
});
