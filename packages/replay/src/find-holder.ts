import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, unwrap } from '@chat-ticket/client';
import type { Ticket, TicketRecord } from '@chat-ticket/contract';
import type { Cast } from './cast.ts';

/** The agent that has a ticket, with the ticket as that agent and as the backend sees it. */
export type Holder = { agentId: string; agent: Client; held: Ticket; record: TicketRecord };

/** How long to wait, and what ends it before. */
export type Wait = { patienceMs: number; signal: AbortSignal | undefined };

const pollMs = 200;
const enterMs = 5_000;

/** The agent that has the ticket, as its own list of tickets says; waits for one, that `isIt`, for a while. */
export async function findHolder(
  cast: Cast,
  ticketID: string,
  { patienceMs, signal }: Wait,
  isIt: (record: TicketRecord) => boolean = () => true,
): Promise<Holder | undefined> {
  const deadline = performance.now() + patienceMs;
  for (let entersAt = performance.now() + enterMs; ; await sleep(pollMs, undefined, { signal })) {
    const record = unwrap(await cast.backend.getTicket({ ticketID }));
    const { agentId } = record;
    if (agentId !== undefined && isIt(record)) {
      const agent = cast.agent(agentId);
      const held = unwrap(await agent.listTickets()).find(({ id }) => id === ticketID);
      if (held) return { agentId, agent, held, record };
    }
    if (performance.now() > deadline) return undefined;
    if (performance.now() < entersAt) continue;
    await cast.enter();
    entersAt = performance.now() + enterMs;
  }
}
