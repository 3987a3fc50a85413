import type { InferSelectModel } from 'drizzle-orm';
import { agents } from '../schema.ts';

export type AgentRow = Omit<InferSelectModel<typeof agents>, 'changeId' | 'idleSince' | 'isRoutable'>;

export const agentFields = {
  id: agents.id,
  email: agents.email,
  name: agents.name,
  status: agents.status,
  statusSince: agents.statusSince,
  capacity: agents.capacity,
  skills: agents.skills,
  lastLoginAt: agents.lastLoginAt,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
};
