import type { TicketFigure } from './ticket-samples.ts';

/** How long something took: the mean, and percentiles by the nearest rank in whole seconds. All in ms. */
export type Durations = { meanMs: number; p50Ms: number; p95Ms: number };

/** The figures of a group of tickets. Durations are null if nothing was counted. */
export type TicketFigures = {
  created: number;
  answered: number;
  answeredInGoal: number;
  wait: Durations | null;
  replied: number;
  firstReply: Durations | null;
  offered: number;
  taken: number;
  missed: number;
  declined: number;
  transferred: number;
  handled: number;
  handling: Durations | null;
  wrappedUp: number;
  wrapUp: Durations | null;
  closed: number;
  waited: number;
  /** How many waits had each cause. */
  waitCauses: Record<string, number>;
};

/** Equal things of a figure, counted. */
export type CountedSamples = {
  figure: TicketFigure;
  detail: string;
  count: number;
  sumMs: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
};

const transfers = new Set(['transferred', 'moved']);
const isTransfer = (detail: string) => transfers.has(detail.split(' ').at(-1)!);
const lowest = (values: readonly (number | null)[]) => Math.min(...values.map((value) => value ?? Infinity));

/** The figures that follow from counted samples. The lowest percentile of all details is that of the figure. */
export function ticketFigures(counted: readonly CountedSamples[]): TicketFigures {
  const of = (figure: TicketFigure) => counted.filter((own) => own.figure === figure);
  const number = (figure: TicketFigure, passes: (detail: string) => boolean = () => true) =>
    of(figure).reduce((sum, { detail, count }) => sum + (passes(detail) ? count : 0), 0);
  const durations = (figure: TicketFigure): Durations | null => {
    const own = of(figure);
    if (own.length === 0) return null;
    const sum = own.reduce((all, { sumMs }) => all + (sumMs ?? 0), 0);
    return {
      meanMs: Math.round(sum / number(figure)),
      p50Ms: lowest(own.map(({ p50Ms }) => p50Ms)),
      p95Ms: lowest(own.map(({ p95Ms }) => p95Ms)),
    };
  };
  const waitCauses: Record<string, number> = {};
  for (const { detail, count } of of('waited')) {
    const cause = detail.split(' ')[0]!;
    waitCauses[cause] = (waitCauses[cause] ?? 0) + count;
  }
  return {
    created: number('created'),
    answered: number('answered'),
    answeredInGoal: number('answered', (detail) => detail === 'in_goal'),
    wait: durations('answered'),
    replied: number('replied'),
    firstReply: durations('replied'),
    offered: number('offered'),
    taken: number('offered', (detail) => detail === 'picked'),
    missed: number('offered', (detail) => detail === 'missed'),
    declined: number('offered', (detail) => detail === 'declined'),
    transferred: number('waited', isTransfer) + number('offered', isTransfer) + number('handled', isTransfer),
    handled: number('handled'),
    handling: durations('handled'),
    wrappedUp: number('wrappedUp'),
    wrapUp: durations('wrappedUp'),
    closed: number('closed'),
    waited: number('waited'),
    waitCauses,
  };
}
