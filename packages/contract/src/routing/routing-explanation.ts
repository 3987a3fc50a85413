import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import { count } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import { TicketStatus } from '../ticket/ticket.ts';
import type * as types from './routing-explanation.types.ts';

/** Schema of a rule that excludes an agent from a ticket. */
export const RuledOut = v.pipe(
  v.picklist([
    'status_not_routable',
    'not_connected',
    'full',
    'tier_too_low',
    'tier_too_high',
    'skills_missing',
    'declined',
  ]),
  v.description('A rule that excludes the agent from the ticket.'),
  v.examples(['full']),
);
/** A rule that excludes an agent from a ticket. `full`: the agent is at capacity. */
export type RuledOut = types.RuledOut;

/** Schema of an agent as routing considers it for a ticket. */
export const RoutingCandidate = v.pipe(
  v.strictObject({
    agentId: identifier('The agent’s id.', 'ann'),
    status: text('The agent’s status.', 'online'),
    load: count('How many open tickets the agent has.', 3),
    capacity: count('How many open tickets the agent can have at the same time.', 3),
    isConnected: v.pipe(
      v.boolean(),
      v.description('Whether the agent’s connection lease is live.'),
      v.examples([true]),
    ),
    ruledOutBy: v.pipe(
      v.array(RuledOut),
      v.description('The rules that exclude the agent. If empty, the agent can take the ticket.'),
      v.examples([['full']]),
    ),
    missingSkills: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('The required skills that the agent does not have.'),
        v.examples([['language:tha']]),
      ),
    ),
  }),
  v.description('An agent, as routing considers it for a ticket.'),
);
/** An agent, as routing considers it for a ticket. */
export type RoutingCandidate = types.RoutingCandidate;

/** Schema of the response of GET /v1/tickets/{ticketID}/routing. */
export const RoutingExplanation = v.pipe(
  v.strictObject({
    ticketId: identifier('The ticket’s id.', '888bd869-9398-40de-9c61-3238d6208cf5'),
    status: TicketStatus,
    agentId: v.optional(identifier('The id of the agent who has the ticket, if any.', 'ann')),
    queueId: text('The id of the ticket’s queue.', 'default'),
    queueIsOpen: v.pipe(v.boolean(), v.description('Whether the queue is open now.'), v.examples([true])),
    strategy: text('The strategy that chooses between the agents who can take the ticket.', 'least_loaded'),
    needs: v.pipe(
      v.array(v.string()),
      v.description('The skills that an agent must have at the current stage.'),
      v.examples([['language:tha']]),
    ),
    tiers: v.pipe(
      v.strictObject({
        from: count('The lowest tier.', 1),
        to: count('The highest tier.', 1),
      }),
      v.description('The tiers whose agents may take the ticket at the current stage.'),
      v.examples([{ from: 1, to: 1 }]),
    ),
    stage: count('How many widen steps have been taken.', 0),
    preferredAgentId: v.optional(
      identifier('The id of the customer’s last agent, who is considered first.', 'ann'),
    ),
    position: v.optional(count('The ticket’s position in its queue. 1 is next.', 2)),
    opensTimestamp: v.optional(timestamp('When the queue opens next')),
    widenTimestamp: v.optional(timestamp('When the next widen step is due')),
    retryTimestamp: v.optional(
      timestamp('When the ticket is offered again to agents who declined it, if nobody else can take it'),
    ),
    pickByTimestamp: v.optional(timestamp('When the ticket goes to the next agent unless it is picked')),
    wrapUpTimestamp: v.optional(timestamp('When wrap-up ends and the ticket closes automatically')),
    agents: v.pipe(
      v.array(RoutingCandidate),
      v.description('The agents in the order in which they would be chosen, up to 500.'),
    ),
    sentences: v.pipe(
      v.array(v.string()),
      v.description('The explanation in plain English.'),
      v.examples([['It waits in the queue default, as number 2.']]),
    ),
  }),
  v.description('Why a ticket waits or has its agent, and what happens next.'),
);
/** Why a ticket waits or has its agent, and what happens next. */
export type RoutingExplanation = types.RoutingExplanation;
