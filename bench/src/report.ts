import { availableParallelism, cpus } from 'node:os';
import type { Plan, Result } from './run.ts';

export type Spread = { min: number; median: number; max: number };

export type Row = {
  case: string;
  server: string;
  requestsPerSecond: Spread;
  /** Divided by the baseline’s sample of the same round. */
  ratio: Spread;
  /** Over the requests of all rounds. */
  latencyMs: { p50: number; p99: number };
  clientBusy: Spread;
};

export type Report = { at: string; node: string; cpu: string; cpus: number; plan: Plan; rows: Row[] };

export const summarize = (plan: Plan, results: readonly Result[]): Report => ({
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cpus: availableParallelism(),
  plan,
  rows: results.map((result) => {
    const baseline = results.find((other) => other.case === result.case && other.server === 'baseline')!;
    const latencies = result.samples.flatMap((sample) => [...sample.latenciesMs]).toSorted((a, b) => a - b);
    return {
      case: result.case,
      server: result.server,
      requestsPerSecond: spread(result.samples.map((sample) => sample.requestsPerSecond)),
      ratio: spread(
        result.samples.map(
          (sample, round) => sample.requestsPerSecond / baseline.samples[round]!.requestsPerSecond,
        ),
      ),
      latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
      clientBusy: spread(result.samples.map((sample) => sample.clientBusy)),
    };
  }),
});

export const spread = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: quantile(sorted, 0.5), max: sorted.at(-1)! };
};

/** Returns the smallest value that at least `share` of the values do not exceed. */
export const quantile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;

export function toMarkdown({ at, node, cpu, cpus: count, plan, rows }: Report): string {
  const lines = [
    `${at}, Node ${node}, ${count} × ${cpu}, ${plan.connections} connections, ${plan.rounds} rounds`,
    '',
    '| request | server | requests/s | ratio to baseline | p50 ms | p99 ms | client busy |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) =>
      [
        '',
        row.case,
        row.server,
        show(row.requestsPerSecond, 0),
        row.server === 'baseline' ? '' : show(row.ratio, 2),
        row.latencyMs.p50.toFixed(1),
        row.latencyMs.p99.toFixed(1),
        `${(row.clientBusy.median * 100).toFixed(0)} %`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
  return lines.join('\n');
}

export const show = ({ min, median, max }: Spread, digits: number) =>
  `${min.toFixed(digits)} / **${median.toFixed(digits)}** / ${max.toFixed(digits)}`;
