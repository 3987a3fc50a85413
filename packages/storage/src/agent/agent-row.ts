import { sql } from 'drizzle-orm';
import { agents } from '../schema.ts';

export const agentFields = {
  id: agents.id,
  email: agents.email,
  name: agents.name,
  status: agents.status,
  /** As shown to people; null for a status that the settings no longer have. */
  statusAlias: sql<
    string | null
  >`(select alias from agent_statuses where agent_statuses.id = ${agents.status})`,
  statusSince: agents.statusSince,
  isRoutable: agents.isRoutable,
  capacity: agents.capacity,
  maxLoad: agents.maxLoad,
  skills: agents.skills,
  lastLoginAt: agents.lastLoginAt,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
  idleSince: agents.idleSince,
  assignedAt: agents.assignedAt,
};

export type AgentRow = {
  id: string;
  email: string | null;
  name: string | null;
  status: string;
  statusAlias: string | null;
  statusSince: number;
  isRoutable: number;
  capacity: number | null;
  maxLoad: number;
  skills: string;
  lastLoginAt: number | null;
  leaseUntil: number;
  load: number;
  idleSince: number;
  assignedAt: number;
};
