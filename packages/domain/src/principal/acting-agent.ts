import { emailKey } from './email-key.ts';
import { type Principal, seesAllTickets } from './principal.ts';

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

/**
 * Resolves X-Agent-ID for a call that only reads. Like a service, a supervisor or admin may name any agent; without a
 * name it is its own agent.
 */
export function readableAgent(
  principal: Principal,
  named: string | undefined,
): ActingAgent | 'agent_required' {
  const acting = actingAgent(principal, named);
  if (acting === 'agent_required' || !seesAllTickets(principal) || acting.ref === acting.self) return acting;
  return { ref: acting.ref, self: null };
}

const sameEmail = (a: string, b: string | undefined) => b !== undefined && emailKey(a) === emailKey(b);
