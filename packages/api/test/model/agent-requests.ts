import { saveAgent, setStatus } from './agent-rules.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { asAgent, asSupervisor } from './http-request.ts';

export type AgentRecord = { id: string; capacity?: number; skills: readonly string[] };

/** How an agent’s own call sets its status. */
export const byAgent = { isOwnCall: true, mayCreate: true, renewsLease: true };

export const setOnline = (desk: DeskUnderTest, id: string) =>
  desk.send(asAgent(id, 'PUT', '/v1/online'), () => setStatus(desk.model, id, 'online', byAgent));

export const putAgent = (desk: DeskUnderTest, { id, ...record }: AgentRecord) =>
  desk.send(asSupervisor('PUT', `/v1/agents/${id}`, { email: `${id}@desk.test`, name: id, ...record }), () =>
    saveAgent(desk.model, id, record),
  );
