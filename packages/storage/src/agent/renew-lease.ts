import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { Command } from '../command.ts';
import { appendAssignments, fillAgent, type RoutingParams } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, statement } from '../statement.ts';

/** A lease is only ever prolonged. */
export const renewLeaseOf = (agentId: SQL, leaseUntil: SQL) =>
  build
    .update(agents)
    .set({ leaseUntil: sql`max(${agents.leaseUntil}, ${leaseUntil})` })
    .where(sql`${agents.id} = ${agentId}`);

type Params = RoutingParams & { agentId: string; leaseUntil: number };

const renew = statement<Params>((p) => renewLeaseOf(p.agentId, p.leaseUntil));
const fill = statement<Params>((p) => fillAgent(p, p.agentId));

export type RenewLease = Command & { agentId: string; leaseUntil: number; defaultCapacity: number };

/** Prolongs an agent’s lease; one that had lost it gets what waits. */
export async function renewLease(db: Database, command: RenewLease): Promise<void> {
  await db.batch(
    [renew, fill, appendAssignments].map((bind) => bind(command)),
    'write',
  );
}
