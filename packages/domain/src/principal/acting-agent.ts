import type { Principal } from './principal.ts';

/**
 * The agent that a call acts for. `ref` is its id or email. `self` is the id that it must have; null: any agent
 * will do.
 */
export type ActingAgent = { readonly ref: string; readonly self: string | null };

/**
 * Resolves X-Agent-ID. A service must name the agent, or gets `agent_required`. Any other principal is its own
 * agent and may name no other.
 */
export function actingAgent(principal: Principal, named: string | undefined): ActingAgent | 'agent_required' {
  if (principal.role === 'service')
    return named === undefined ? 'agent_required' : { ref: named, self: null };
  const isSelf = named === undefined || named === principal.sub || sameEmail(named, principal.email);
  return { ref: isSelf ? principal.sub : named, self: principal.sub };
}

const sameEmail = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
