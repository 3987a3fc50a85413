import type { RoutedTicket } from './routed-ticket.ts';
import { clockTime } from './wording.ts';

const choices: Readonly<Record<string, string>> = {
  least_loaded: 'as the least loaded of those who could take it',
  longest_idle: 'as the one who had been idle for longest',
  round_robin: 'as the one whose turn it was',
  last_agent_of_customer: 'as the customer’s last agent',
};

/** Why a ticket has its agent and for how long, or that it is done. */
export function describeHold(ticket: RoutedTicket, now: number): string[] {
  const agent = ticket.agentId ?? 'its agent';
  const at = (time: number | null) => clockTime(time ?? now, now);
  if (ticket.status === 'CLOSED')
    return [
      `It was closed at ${at(ticket.closedAt)}.`,
      ...(ticket.agentId === null ? [] : [`${agent} had it last.`]),
    ];
  if (ticket.status === 'CHAT_CLOSED')
    return [
      `Its room is closed; ${agent} has it until ${ticket.wrapUpUntil === null ? 'somebody closes it' : `wrap-up ends by itself at ${at(ticket.wrapUpUntil)}`}.`,
    ];
  return [...choiceOf(ticket, agent), stateOfOffer(ticket, agent, at)];
}

function choiceOf({ isAgentFixed, assignedBy }: RoutedTicket, agent: string): string[] {
  if (isAgentFixed)
    return [`${agent} was chosen by a person: no rule takes it from ${agent} while ${agent} is there.`];
  const choice = choices[assignedBy ?? ''];
  return choice === undefined ? [] : [`${agent} was chosen ${choice}.`];
}

function stateOfOffer(
  { assignedAt, pickBy, pickedAt }: RoutedTicket,
  agent: string,
  at: (time: number | null) => string,
): string {
  if (pickedAt !== null) return `${agent} picked it at ${at(pickedAt)}.`;
  const since = `It has been offered to ${agent} since ${at(assignedAt)}`;
  return pickBy === null
    ? `${since}.`
    : `${since}, and goes to the next agent at ${at(pickBy)} unless picked.`;
}
