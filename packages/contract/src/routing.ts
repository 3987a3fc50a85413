import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';
import { TicketStatus } from './ticket.ts';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = (description: string) =>
  v.optional(v.pipe(Timestamp, v.description(description), v.examples([1572499999])));

/** Why an agent may not receive a ticket. */
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
  v.description('A rule that keeps the ticket from the agent.'),
  v.examples(['full']),
);
export type RuledOut = v.InferOutput<typeof RuledOut>;

/** An agent as routing considers it for a ticket. */
export const RoutingCandidate = v.strictObject({
  agentId: v.pipe(Identifier, v.examples(['ann'])),
  status: v.pipe(v.string(), v.examples(['online'])),
  load: v.pipe(wholeNumber, v.examples([3])),
  capacity: v.pipe(wholeNumber, v.examples([3])),
  isConnected: v.pipe(v.boolean(), v.examples([true])),
  ruledOutBy: v.pipe(
    v.array(RuledOut),
    v.description('Empty: the agent can take it.'),
    v.examples([['full']]),
  ),
  missingSkills: v.optional(v.pipe(v.array(v.string()), v.examples([['language:tha']]))),
});
export type RoutingCandidate = v.InferOutput<typeof RoutingCandidate>;

/** Why a ticket is where it is. */
export const RoutingExplanation = v.pipe(
  v.strictObject({
    ticketId: v.pipe(Identifier, v.examples(['888bd869-9398-40de-9c61-3238d6208cf5'])),
    status: TicketStatus,
    agentId: v.optional(v.pipe(Identifier, v.examples(['ann']))),
    queueId: v.pipe(v.string(), v.examples(['default'])),
    queueIsOpen: v.pipe(v.boolean(), v.examples([true])),
    strategy: v.pipe(v.string(), v.examples(['least_loaded'])),
    needs: v.pipe(
      v.array(v.string()),
      v.description('The skills that an agent must have at this stage.'),
      v.examples([['language:tha']]),
    ),
    tiers: v.pipe(
      v.strictObject({ from: wholeNumber, to: wholeNumber }),
      v.description('The tiers whose agents may take it.'),
      v.examples([{ from: 1, to: 1 }]),
    ),
    stage: v.pipe(wholeNumber, v.description('How many widen steps have been taken.'), v.examples([0])),
    preferredAgentId: v.optional(
      v.pipe(Identifier, v.description('The customer’s last agent, who goes first.'), v.examples(['ann'])),
    ),
    position: v.optional(
      v.pipe(
        wholeNumber,
        v.description('Its place among those that wait in the queue; 1 is next.'),
        v.examples([2]),
      ),
    ),
    opensTimestamp: time('When the queue opens next.'),
    widenTimestamp: time('When the next widen step falls due.'),
    retryTimestamp: time('When those who declined are asked again, if nobody else can take it.'),
    pickByTimestamp: time('When the offer goes to the next agent.'),
    wrapUpTimestamp: time('When wrap-up ends by itself.'),
    agents: v.pipe(
      v.array(RoutingCandidate),
      v.description('The agents in the order in which their turn would come, 500 at most.'),
    ),
    sentences: v.pipe(
      v.array(v.string()),
      v.description('The same in plain words.'),
      v.examples([['It waits in the queue default, as number 2.']]),
    ),
  }),
  v.description('Why a ticket is where it is, and what happens next.'),
);
export type RoutingExplanation = v.InferOutput<typeof RoutingExplanation>;

/** A customer’s place in the queue. */
export const QueuePlace = v.pipe(
  v.strictObject({
    state: v.pipe(
      v.picklist(['waiting', 'assigned', 'closed']),
      v.description('Whether the customer waits, has an agent, or is done.'),
      v.examples(['waiting']),
    ),
    position: v.optional(v.pipe(wholeNumber, v.description('1 is next.'), v.examples([2]))),
    estimatedWaitSeconds: v.optional(
      v.pipe(
        wholeNumber,
        v.description('From how fast the queue has lately moved; left out where that says too little.'),
        v.examples([90]),
      ),
    ),
    estimate: v.optional(
      v.pipe(
        v.picklist(['measured', 'too_little_history', 'queue_closed']),
        v.description('Where the estimate comes from, or why there is none.'),
        v.examples(['measured']),
      ),
    ),
    opensTimestamp: time('When the queue opens, while it is closed.'),
  }),
  v.description('A customer’s place in the queue.'),
);
export type QueuePlace = v.InferOutput<typeof QueuePlace>;
