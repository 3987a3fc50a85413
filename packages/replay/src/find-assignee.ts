import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, unwrap } from '@chat-ticket/client';
import type { Ticket, TicketRecord } from '@chat-ticket/contract';
import type { Participants } from './participants.ts';

/** The agent that has a ticket, with the ticket as the agent sees it and the record as the backend sees it. */
export type Assignee = { agentId: string; agent: Client; ticket: Ticket; record: TicketRecord };

export type WaitOptions = {
  /** How long to wait, in ms. */
  patienceMs: number;
  /** Ends the wait early. */
  signal: AbortSignal | undefined;
};

const pollMs = 200;
const setOnlineMs = 5_000;

/**
 * Waits until an agent has the ticket, the agent’s own list contains it, and the record matches. Returns undefined
 * when that does not happen within `patienceMs`.
 */
export async function findAssignee(
  participants: Participants,
  ticketID: string,
  { patienceMs, signal }: WaitOptions,
  isMatch: (record: TicketRecord) => boolean = () => true,
): Promise<Assignee | undefined> {
  const deadline = performance.now() + patienceMs;
  for (let onlineAt = performance.now() + setOnlineMs; ; await sleep(pollMs, undefined, { signal })) {
    const record = unwrap(await participants.backend.getTicket({ ticketID }));
    const { agentId } = record;
    if (agentId !== undefined && isMatch(record)) {
      const agent = participants.agent(agentId);
      const ticket = unwrap(await agent.listTickets()).find(({ id }) => id === ticketID);
      if (ticket) return { agentId, agent, ticket, record };
    }
    if (performance.now() > deadline) return undefined;
    if (performance.now() < onlineAt) continue;
    await participants.setOnline();
    onlineAt = performance.now() + setOnlineMs;
  }
}
