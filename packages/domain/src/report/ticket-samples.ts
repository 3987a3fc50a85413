import type { Facts, TicketFact, TicketInterval } from '../fact/facts.ts';
import { servedMs } from './served-ms.ts';

/** What the tickets of a report are told apart by. */
export type Dimension = 'queue' | 'agent' | 'ccr' | 'language' | 'entity';

/** The values of a ticket that events do not name. Empty: none. */
export type TicketDescription = { entity: string; language: string; ccr: string };

/** What happens to tickets, and is counted when it happens. A wait, an offer, a chat and a wrap-up count when they end. */
export type TicketFigure =
  | 'created'
  | 'answered'
  | 'replied'
  | 'closed'
  | 'waited'
  | 'offered'
  | 'handled'
  | 'wrappedUp';

/** One thing that happened to a ticket. */
export type TicketSample = Record<Dimension, string> & {
  figure: TicketFigure;
  /** When it happened, in ms since 1970. */
  at: number;
  /** How long it took. Null: it has no length. */
  ms: number | null;
  /** `answered`: `in_goal` or `late`. `waited`: its cause and its end. `offered` and `handled`: their end. */
  detail: string;
};

const figures: Record<TicketInterval['phase'], TicketFigure | null> = {
  waiting: 'waited',
  offered: 'offered',
  picked: 'handled',
  wrap_up: 'wrappedUp',
  workflow: null,
  error: null,
};

/**
 * Everything that a report of tickets counts.
 * @see packages/storage/src/report/ticket-samples.ts `sources`, the same rule in SQL
 */
export function ticketSamples(
  facts: Facts,
  describe: (ticketId: string) => TicketDescription,
): TicketSample[] {
  return [
    ...facts.tickets.flatMap((fact) => samplesOfTicket(fact, describe(fact.ticketId))),
    ...facts.ticketIntervals.flatMap((own) => samplesOfInterval(own, facts, describe(own.ticketId))),
  ];
}

function samplesOfTicket(fact: TicketFact, description: TicketDescription): TicketSample[] {
  const sample = (
    figure: TicketFigure,
    at: number | null,
    agent: string | null,
    rest: Partial<TicketSample> = {},
  ): TicketSample[] =>
    at === null
      ? []
      : [
          {
            figure,
            at,
            ms: null,
            detail: '',
            ...description,
            queue: fact.queueId,
            agent: agent ?? '',
            ...rest,
          },
        ];
  const since = (at: number | null) => Math.max(0, (at ?? 0) - fact.createdAt);
  const isInGoal = fact.goalMs !== null && (fact.firstAssignedAt ?? 0) - fact.createdAt <= fact.goalMs;
  return [
    ...sample('created', fact.createdAt, fact.agentId),
    ...sample('answered', fact.firstAssignedAt, fact.firstAgentId, {
      ms: since(fact.firstAssignedAt),
      detail: isInGoal ? 'in_goal' : 'late',
    }),
    ...sample('replied', fact.firstReplyAt, fact.replyAgentId, { ms: since(fact.firstReplyAt) }),
    ...sample('closed', fact.closedAt, fact.agentId),
  ];
}

function samplesOfInterval(
  { phase, queueId, agentId, cause, beganAt, endedAt, endedBy }: TicketInterval,
  { gaps }: Facts,
  description: TicketDescription,
): TicketSample[] {
  const figure = figures[phase];
  if (figure === null || endedAt === null) return [];
  const ms =
    figure === 'offered'
      ? null
      : figure === 'waited'
        ? Math.max(0, endedAt - beganAt)
        : servedMs(beganAt, endedAt, gaps);
  const detail = figure === 'waited' ? `${cause ?? 'other'} ${endedBy}` : String(endedBy);
  return [{ figure, at: endedAt, ms, detail, ...description, queue: queueId, agent: agentId ?? '' }];
}
