import type { Agent, AgentInfo, AgentStatusInfo } from '@chat-ticket/contract';
import type { AgentRow } from '@chat-ticket/storage';

/** `2012-12-11 08:52:31 +0000 UTC`: a time as the upstream API writes it. */
const utcTime = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;

/** An agent’s status on the wire. */
export const toAgentStatusInfo = (row: AgentRow): AgentStatusInfo => ({ id: row.id, status: row.status });

/** An agent as it sees itself. */
export const toAgentInfo = (row: AgentRow, now: number): AgentInfo => ({
  id: row.id,
  ...(row.name === null ? {} : { name: row.name }),
  status: row.status,
  statusAlias: row.statusAlias ?? row.status,
  ...(row.lastLoginAt === null ? {} : { lastLoginTime: utcTime(row.lastLoginAt) }),
  updatedAt: utcTime(row.statusSince),
  agentTimeInStatus: Math.max(0, Math.floor((now - row.statusSince) / 1000)),
});

/** An agent as supervisors see it. */
export const toAgent = (row: AgentRow, now: number): Agent => ({
  id: row.id,
  ...(row.email === null ? {} : { email: row.email }),
  ...(row.name === null ? {} : { name: row.name }),
  status: row.status,
  updatedAt: utcTime(row.statusSince),
  capacity: row.maxLoad,
  load: row.load,
  skills: row.skills,
  isConnected: row.leaseUntil > now,
  ...(row.lastLoginAt === null ? {} : { lastLoginTime: utcTime(row.lastLoginAt) }),
  isArchived: row.archivedAt !== null,
});
