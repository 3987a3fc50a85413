import { quantile } from '../report.ts';
import type { Samples } from './in-turns.ts';
import type { Memory } from './memory.ts';
import type { PushSample, RateSample } from './sample.ts';

/** One figure of both servers, a sample a round. */
export type Metric = {
  what: string;
  unit: string;
  sockets: number;
  floor: number[];
  desk: number[];
  /** The largest share of a sample in which the client’s own thread worked. */
  clientBusy?: number;
};

const both = <Sample>({ floor, desk }: Samples<Sample>, figure: (sample: Sample) => number) => ({
  floor: floor.map(figure),
  desk: desk.map(figure),
});

const busiest = ({ floor, desk }: Samples<{ clientBusy: number }>) =>
  Math.max(...[...floor, ...desk].map(({ clientBusy }) => clientBusy));

const quantileOf = (values: readonly number[], share: number) =>
  quantile(
    values.toSorted((a, b) => a - b),
    share,
  );

export function pushMetrics(what: string, sockets: number, samples: Samples<PushSample>): Metric[] {
  const known = { sockets, clientBusy: busiest(samples) };
  return [
    {
      ...known,
      what: `push to ${what}, p50`,
      unit: 'ms',
      ...both(samples, ({ pushMs }) => quantileOf(pushMs, 0.5)),
    },
    {
      ...known,
      what: `push to ${what}, p99`,
      unit: 'ms',
      ...both(samples, ({ pushMs }) => quantileOf(pushMs, 0.99)),
    },
    {
      ...known,
      what: 'its answer, p50',
      unit: 'ms',
      ...both(samples, ({ answerMs }) => quantileOf(answerMs, 0.5)),
    },
    {
      ...known,
      what: 'server’s CPU for it',
      unit: 'ms',
      ...both(samples, ({ cpuMsAMessage }) => cpuMsAMessage),
    },
  ];
}

export const rateMetric = (what: string, sockets: number, samples: Samples<RateSample>): Metric => ({
  what: `messages ${what}`,
  unit: '/s',
  sockets,
  clientBusy: busiest(samples),
  ...both(samples, ({ perSecond }) => perSecond),
});

export function memoryMetrics(floor: Memory[], desk: Memory[]): Metric[] {
  const { sockets } = floor[0]!;
  const samples = { floor, desk };
  return [
    { what: 'memory of an idle socket', unit: 'KiB', sockets, ...both(samples, ({ rss }) => rss / 1024) },
    { what: 'of that in V8’s heap', unit: 'KiB', sockets, ...both(samples, ({ heap }) => heap / 1024) },
  ];
}
