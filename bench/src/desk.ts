import type { DeskState } from './case/case.ts';
import { intakeCall } from './case/intake.ts';
import { statusCall } from './case/set-status.ts';
import type { Crew } from './crew.ts';
import { type Connection, connect } from './load/call.ts';
import { sendAll } from './load/send-all.ts';

const ticketsHeld = 3;
// The most that the desk allows: room for the tickets of a whole sample.
const capacity = 100;

/** A server that is measured, with its connections and what it holds. */
export type MeasuredDesk = { connections: readonly Connection[]; state: DeskState };

/** Fills an empty server: every agent of the crew is there and holds three tickets. */
export async function fillDesk(url: string, crew: Crew, connectionCount: number): Promise<MeasuredDesk> {
  const connections = Array.from({ length: connectionCount }, () => connect(url));
  const held = new Map(crew.agents.map(({ id }) => [id, new Set<string>()]));
  await sendAll(
    connections,
    crew.agents.map(({ id, email, name }) => ({
      method: 'PUT' as const,
      path: `/v1/agents/${id}`,
      token: crew.service,
      body: { email, name, capacity },
      status: 200,
      check: () => {},
    })),
  );
  await connectAgents({ connections, state: { crew, held } });
  await sendAll(
    connections,
    Array.from({ length: crew.agents.length * ticketsHeld }, () =>
      intakeCall(crew.service, ({ id, agentId }) => held.get(agentId)!.add(id)),
    ),
  );
  for (const [agentId, tickets] of held)
    if (tickets.size !== ticketsHeld) throw new Error(`agent ${agentId} got ${tickets.size} tickets`);
  return { connections, state: { crew, held } };
}

/** Makes every agent online with a fresh lease, so that none ends during the next sample. */
export const connectAgents = ({ connections, state }: MeasuredDesk): Promise<void> =>
  sendAll(
    connections,
    state.crew.agents.map((agent) => statusCall(agent, 'online')),
  );
