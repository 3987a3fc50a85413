import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { noteRepeat } from '../event/repeat.ts';
import { appendAssignments, fillAgent } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, statement } from '../statement.ts';

type Lease = { agentId: SQL; leaseUntil: SQL };

/** The agent is there: its lease is only ever prolonged, and what would have been taken from it stays. */
export const renewLeaseOf = ({ agentId, leaseUntil }: Lease) =>
  build
    .update(agents)
    .set({
      leaseUntil: sql`max(${agents.leaseUntil}, ${leaseUntil})`,
      isConnected: 1,
      releaseAt: null,
    })
    .where(sql`${agents.id} = ${agentId} and ${leaseUntil} > 0`);

/** Goes before the renewal. */
export const appendConnected = <P extends CommandParams>(
  leaseOf: (p: { readonly [Name in keyof P]: SQL }) => Lease,
) =>
  appendAgentEvent<P>('agent.connected', (p) => {
    const { agentId, leaseUntil } = leaseOf(p);
    return sql`${agents.id} = ${agentId} and ${leaseUntil} > 0
      and (${agents.isConnected} = 0 or ${agents.leaseUntil} <= ${p.now})`;
  });

export type RenewLease = Command & { agentId: string; leaseUntil: number };
type Params = CommandParams & { agentId: string; leaseUntil: number };

const append = appendConnected<Params>((p) => p);
const renew = statement<Params>(renewLeaseOf);
/** Who was connected all along is filled in its turn by what makes room or work, never by its renewal. */
const fill = fillAgent<Params>(
  (p) => sql`(select agent_id from events where change_id = ${p.changeId} and type = 'agent.connected')`,
);

/** Prolongs an agent’s lease; one that had lost it gets what waits. */
export async function renewLease(db: Database, command: RenewLease): Promise<void> {
  await db.batch(
    [noteRepeat, append, renew, fill, appendAssignments].map((bind) => bind(command)),
    'write',
  );
}
