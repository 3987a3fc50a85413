import type { Obstacle, RoutingReason } from '@chat-ticket/domain';
import { clockTime, counted, listed } from './wording.ts';

type Reason<Code extends RoutingReason['code']> = Extract<RoutingReason, { code: Code }>;

/** The reasons in English, a sentence each. Times of another day than `now` have their date. */
export const routingSentences = (reasons: readonly RoutingReason[], now: number): string[] =>
  reasons.map((reason) => sentenceOf(reason, (time) => clockTime(time, now)));

function sentenceOf(reason: RoutingReason, at: (time: number) => string): string {
  switch (reason.code) {
    case 'waiting': {
      const { position, queueId } = reason;
      return `It waits in the queue ${queueId}${position === null ? '' : ` as number ${position}`}.`;
    }
    case 'needs':
      return needsSentence(reason);
    case 'queue_closed':
      return reason.opensAt === null
        ? 'The queue is closed, and its next opening is not known.'
        : `The queue is closed until ${at(reason.opensAt)}.`;
    case 'no_agent_considered':
      return 'No agent is considered: all are offline.';
    case 'no_agent_eligible':
      return `${consideredAgents(reason.considered)}; none can take it: ${reason.obstacles.map(obstaclePhrase).join(', ')}.`;
    case 'agents_eligible': {
      const { considered, eligible, firstId } = reason;
      const who = eligible === 1 ? `${firstId} can take it` : `${eligible} can take it, ${firstId} first`;
      return `${consideredAgents(considered)}; ${who}.`;
    }
    case 'prefers_last_agent':
      return `${reason.agentId}, the customer’s last agent, gets it first if available before ${at(reason.until)}.`;
    case 'declined':
      return declinedSentence(reason, at);
    case 'widens':
      return `At ${at(reason.at)} the search widens: ${widenedPhrase(reason)}.`;
    case 'in_workflow':
      return 'A workflow has it. Routing starts when its status is WORKFLOW_DONE.';
    case 'in_error':
      return 'An error stopped it. A person must assign it.';
    case 'chosen_by_person':
      return `A person chose ${reason.agentId}. Routing leaves it with ${reason.agentId} while ${reason.agentId} is connected.`;
    case 'chosen_by_rule':
      return `${reason.agentId} was chosen as ${choices[reason.rule]}.`;
    case 'offered': {
      const { agentId, pickBy, since } = reason;
      const offer = `It has been offered to ${agentId} since ${at(since)}`;
      return pickBy === null
        ? `${offer}.`
        : `${offer}, and goes to the next agent at ${at(pickBy)} unless ${agentId} picks it.`;
    }
    case 'picked':
      return `${reason.agentId} picked it at ${at(reason.at)}.`;
    case 'in_wrap_up': {
      const { agentId, until } = reason;
      const end = until === null ? 'somebody closes it' : `wrap-up ends at ${at(until)}`;
      return `Its room is closed. ${agentId} has it until ${end}.`;
    }
    case 'closed':
      return `It was closed at ${at(reason.at)}.`;
    case 'last_agent':
      return `${reason.agentId} had it last.`;
  }
}

function needsSentence({ skills, tierFrom, tierTo }: Reason<'needs'>): string {
  const tiers = tierFrom === tierTo ? `${tierFrom}` : `${tierFrom} to ${tierTo}`;
  const needs = tierTo === 1 ? skills : [...skills, `an agent of tier ${tiers}`];
  return needs.length === 0 ? 'It needs no particular skill.' : `It needs ${listed(needs)}.`;
}

const consideredAgents = (count: number) => counted(count, 'agent is considered', 'agents are considered');

function obstaclePhrase({ rule, count, status, missingSkills = [] }: Obstacle): string {
  switch (rule) {
    case 'full':
      return counted(count, 'is full', 'are full');
    case 'not_connected':
      return counted(count, 'is not connected', 'are not connected');
    case 'status_not_routable':
      return counted(count, `has the status ${status}`, `have the status ${status}`);
    case 'declined':
      return counted(count, 'was already offered it', 'were already offered it');
    case 'tier_too_low':
      return counted(count, 'is of a lower tier', 'are of a lower tier');
    case 'tier_too_high':
      return counted(count, 'is of a higher tier', 'are of a higher tier');
    case 'skills_missing':
      return counted(count, `lacks ${listed(missingSkills)}`, `lack ${listed(missingSkills)}`);
  }
}

const maxNames = 5;

function declinedSentence({ agentIds, retryAt }: Reason<'declined'>, at: (time: number) => string): string {
  const who = agentIds.length > maxNames ? `${agentIds.length} agents` : listed(agentIds);
  const declined = `${who} ${agentIds.length === 1 ? 'was' : 'were'} offered it and did not take it.`;
  if (retryAt === null) return declined;
  const again = agentIds.length === 1 ? `${who} is asked again` : 'They are asked again';
  return `${declined} ${again} at ${at(retryAt)} if nobody else can take it.`;
}

function widenedPhrase({ droppedSkills, tierTo }: Reason<'widens'>): string {
  const changes = [
    ...(droppedSkills.length === 0
      ? []
      : [`${listed(droppedSkills)} ${droppedSkills.length === 1 ? 'is' : 'are'} no longer needed`]),
    ...(tierTo === null ? [] : [`agents up to tier ${tierTo} can take it too`]),
  ];
  return changes.length === 0 ? 'nothing changes for this ticket' : listed(changes);
}

const choices: Readonly<Record<Reason<'chosen_by_rule'>['rule'], string>> = {
  least_loaded: 'the least loaded of the agents who could take it',
  longest_idle: 'the agent who had been idle the longest',
  round_robin: 'the agent whose turn it was',
  last_agent_of_customer: 'the customer’s last agent',
};
