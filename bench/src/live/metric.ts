import { quantile } from '../report.ts';
import type { Samples } from './interleave.ts';
import type { Memory } from './memory.ts';
import type { PushSample, RateSample } from './sample.ts';

/** One measure of both servers, with one value for each round. */
export type Metric = {
  what: string;
  unit: string;
  sockets: number;
  baseline: number[];
  desk: number[];
  /** The largest share of a sample in which the client’s thread was busy. */
  clientBusy?: number;
};

const valuesOf = <Sample>({ baseline, desk }: Samples<Sample>, value: (sample: Sample) => number) => ({
  baseline: baseline.map(value),
  desk: desk.map(value),
});

const maxClientBusy = ({ baseline, desk }: Samples<{ clientBusy: number }>) =>
  Math.max(...[...baseline, ...desk].map(({ clientBusy }) => clientBusy));

const quantileOf = (values: readonly number[], share: number) =>
  quantile(
    values.toSorted((a, b) => a - b),
    share,
  );

export function pushMetrics(listeners: string, sockets: number, samples: Samples<PushSample>): Metric[] {
  const common = { sockets, clientBusy: maxClientBusy(samples) };
  return [
    {
      ...common,
      what: `push latency to ${listeners}, p50`,
      unit: 'ms',
      ...valuesOf(samples, ({ pushMs }) => quantileOf(pushMs, 0.5)),
    },
    {
      ...common,
      what: `push latency to ${listeners}, p99`,
      unit: 'ms',
      ...valuesOf(samples, ({ pushMs }) => quantileOf(pushMs, 0.99)),
    },
    {
      ...common,
      what: 'response time, p50',
      unit: 'ms',
      ...valuesOf(samples, ({ responseMs }) => quantileOf(responseMs, 0.5)),
    },
    {
      ...common,
      what: 'server CPU for each message',
      unit: 'ms',
      ...valuesOf(samples, ({ cpuMsPerMessage }) => cpuMsPerMessage),
    },
  ];
}

export const rateMetric = (rooms: string, sockets: number, samples: Samples<RateSample>): Metric => ({
  what: `messages to ${rooms}`,
  unit: '/s',
  sockets,
  clientBusy: maxClientBusy(samples),
  ...valuesOf(samples, ({ perSecond }) => perSecond),
});

export function memoryMetrics(baseline: Memory[], desk: Memory[]): Metric[] {
  const { sockets } = baseline[0]!;
  const samples = { baseline, desk };
  return [
    { what: 'RSS of an idle socket', unit: 'KiB', sockets, ...valuesOf(samples, ({ rss }) => rss / 1024) },
    {
      what: 'V8 heap of an idle socket',
      unit: 'KiB',
      sockets,
      ...valuesOf(samples, ({ heap }) => heap / 1024),
    },
  ];
}
