/** Whether the agent is routable, connected and not full. The index `agents_turn` contains only these agents. */
export const hasCapacity = (agent: string): string =>
  `${agent}.is_routable = 1 and ${agent}.is_connected = 1 and ${agent}.load < ${agent}.max_load`;

/**
 * Whether the agent may get a ticket at `:now`. The statement that assigns the ticket checks it.
 *
 * @see packages/domain/src/routing/eligible.ts `isAvailable`, the same rule in TypeScript
 */
export const mayReceive = (agent: string): string => `${hasCapacity(agent)} and ${agent}.lease_until > :now`;

/** Whether the agent has declined, missed or lost the ticket. Other agents are asked first. */
export const hasDeclined = (ticketId: string, agentId: string): string =>
  `exists (select 1 from ticket_declines where ticket_id = ${ticketId} and agent_id = ${agentId})`;
