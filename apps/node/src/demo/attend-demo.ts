import { setTimeout as sleep } from 'node:timers/promises';
import type { SignIn } from '../config/create-sign-in.ts';
import { demoAgents } from './demo-agents.ts';

/** How often it acts. A lease of 60 s is renewed by a call in its second half. */
const pauseMs = 15_000;
/** How long an offer waits for a person who tries the desk. An offer times out after 60 s. */
const offerSeconds = 40;

/**
 * Acts for the demo agents until it is aborted, so that the demo desk looks the same an hour later. An agent that
 * somebody took offline stays offline.
 */
export async function keepAttending(signIn: SignIn, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // It rejects when `signal` aborts it.
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
    if (!signal.aborted) await attendOnce(signIn);
  }
}

/** Renews the lease of each demo agent who is online, and picks the offers that nobody has picked. */
export async function attendOnce(signIn: SignIn): Promise<void> {
  const backend = signIn({ sub: 'demo', role: 'service' });
  for (const { id } of demoAgents) {
    const record = await backend.getAgent({ agentID: id });
    if (!record.ok || record.data.status !== 'online') continue;
    const agent = signIn({ sub: id, role: 'agent' });
    const tickets = await agent.listTickets();
    for (const { id: ticketID, metadata } of tickets.ok ? tickets.data : []) {
      const { assignedTimestamp, currentTimestamp, pickedTimestamp } = metadata;
      const isPicked = pickedTimestamp !== undefined || assignedTimestamp === undefined;
      if (!isPicked && currentTimestamp - assignedTimestamp >= offerSeconds)
        await agent.setPickedTime({ ticketID });
    }
  }
}
