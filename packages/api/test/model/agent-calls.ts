import { save, setStatus } from './agent-life.ts';
import type { HuntedDesk } from './hunted-desk.ts';
import { asAgent, asSupervisor } from './step.ts';

export type AgentRecord = { id: string; capacity?: number; skills: readonly string[] };

export const bySelf = { isSelf: true, mayCreate: true, renewsLease: true };

export const setOnline = (desk: HuntedDesk, id: string) =>
  desk.send(asAgent(id, 'PUT', '/v1/online'), () => setStatus(desk.model, id, 'online', bySelf));

export const put = (desk: HuntedDesk, { id, ...record }: AgentRecord) =>
  desk.send(asSupervisor('PUT', `/v1/agents/${id}`, { email: `${id}@desk.test`, name: id, ...record }), () =>
    save(desk.model, id, record),
  );
