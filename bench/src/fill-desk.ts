import type { DeskState } from './case/case.ts';
import { createTicketCall } from './case/create-ticket.ts';
import { statusCall } from './case/set-status.ts';
import { type Connection, connect } from './load/call.ts';
import { sendAll } from './load/send-all.ts';
import type { Users } from './users.ts';

const ticketsPerAgent = 3;
// The maximum of the desk. The agents must have capacity for the tickets of a whole sample.
const capacity = 100;

/** A measured server: the connections to it, and its agents and tickets. */
export type MeasuredDesk = { connections: readonly Connection[]; state: DeskState };

/** Fills an empty server: every agent is online and has three tickets. */
export async function fillDesk(url: string, users: Users, connectionCount: number): Promise<MeasuredDesk> {
  const connections = Array.from({ length: connectionCount }, () => connect(url));
  const assigned = new Map(users.agents.map(({ id }) => [id, new Set<string>()]));
  await sendAll(
    connections,
    users.agents.map(({ id, email, name }) => ({
      method: 'PUT' as const,
      path: `/v1/agents/${id}`,
      token: users.serviceToken,
      body: { email, name, capacity },
      status: 200,
      check: () => {},
    })),
  );
  await setAgentsOnline({ connections, state: { users, assigned } });
  await sendAll(
    connections,
    Array.from({ length: users.agents.length * ticketsPerAgent }, () =>
      createTicketCall(users.serviceToken, ({ id, agentId }) => assigned.get(agentId)!.add(id)),
    ),
  );
  for (const [agentId, tickets] of assigned)
    if (tickets.size !== ticketsPerAgent) throw new Error(`agent ${agentId} got ${tickets.size} tickets`);
  return { connections, state: { users, assigned } };
}

/** Sets every agent online, which renews its lease, so that no lease ends during the next sample. */
export const setAgentsOnline = ({ connections, state }: MeasuredDesk): Promise<void> =>
  sendAll(
    connections,
    state.users.agents.map((agent) => statusCall(agent, 'online')),
  );
