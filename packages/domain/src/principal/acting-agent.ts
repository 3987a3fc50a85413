import type { Caller } from './principal.ts';

/**
 * The agent that a call acts for: `ref` is its id or email; `self`, when not null, is the id it must turn
 * out to have.
 */
export type ActingAgent = { readonly ref: string; readonly self: string | null };

/** Resolves X-Agent-ID: a service names the agent; anyone else is its own agent and may name no other. */
export function actingAgent(caller: Caller, named: string | undefined): ActingAgent | 'agent_required' {
  if (caller.role === 'service') return named === undefined ? 'agent_required' : { ref: named, self: null };
  const isSelf = named === undefined || named === caller.sub || sameEmail(named, caller.email);
  return { ref: isSelf ? caller.sub : named, self: caller.sub };
}

const sameEmail = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
