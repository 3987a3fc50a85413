/** Routable, connected and not full. The index `agents_turn` has these agents alone. */
export const hasCapacity = (agent: string): string =>
  `${agent}.is_routable = 1 and ${agent}.is_connected = 1 and ${agent}.load < ${agent}.max_load`;

/**
 * Whether the agent may be given a ticket at `:now`. Checked in the statement that gives it.
 *
 * @see packages/domain/src/routing/eligible.ts `isAvailable`, the same rule in TypeScript
 */
export const mayReceive = (agent: string): string => `${hasCapacity(agent)} and ${agent}.lease_until > :now`;

/** Whether the agent was offered the ticket and did not take it. */
export const hasDeclined = (ticketId: string, agentId: string): string =>
  `exists (select 1 from ticket_declines where ticket_id = ${ticketId} and agent_id = ${agentId})`;
