import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { agents } from '../schema.ts';
import { statement } from '../statement.ts';

/** `leaseUntil`, in ms since 1970, counts from the last sign of life, not from now. */
export type Lease = { agentId: string; leaseUntil: number };

/** `leases` is JSON: one statement takes them all. */
type Params = CommandParams & { leases: string };

const lease = (name: keyof Lease) => sql.raw(`lease.value ->> '${name}'`);
const isLive = (p: { leases: SQL; now: SQL }) => sql`
  select ${lease('agentId')} from json_each(${p.leases}) as lease where ${lease('leaseUntil')} > ${p.now}`;

const appendConnected = appendAgentEvent<Params>(
  'agent.connected',
  (p) => sql`${agents.isConnected} = 0 and ${agents.id} in (${isLive(p)})`,
);
const renew = statement<Params>(
  (p) => sql`
    update ${agents} set lease_until = max(lease_until, ${lease('leaseUntil')}), is_connected = 1, release_at = null
    from json_each(${p.leases}) as lease
    where ${agents.id} = ${lease('agentId')} and ${lease('leaseUntil')} > ${p.now}`,
);

/**
 * Prolongs the leases of all agents that a hub has heard of, in one statement. Who had lost its lease gets
 * what waits from the sweep.
 */
export async function renewLeases(
  db: Database,
  { leases, ...command }: Command & { leases: readonly Lease[] },
): Promise<void> {
  const params = { ...command, leases: JSON.stringify(leases) };
  await db.batch([appendConnected(params), renew(params)], 'write');
}
