import { describe, expect, it } from 'vitest';
import { summarize, toMarkdown } from './report.ts';
import type { Result } from './run.ts';

const plan = { rounds: 3, warmUpRounds: 1, connections: 1, requestsScale: 1 };
const sampled = (server: Result['server'], rates: number[]): Result => ({
  case: 'GET /v1/tickets',
  server,
  samples: rates.map((requestsPerSecond, i) => ({
    requestsPerSecond,
    latenciesMs: Float64Array.of(i + 1),
    clientBusy: 0.5,
  })),
});

describe('summarize', () => {
  const report = summarize(plan, [sampled('baseline', [100, 200, 400]), sampled('desk', [50, 80, 300])]);
  const [, desk] = report.rows;

  it('divides each sample by the baseline’s sample of the same round', () => {
    expect(desk!.ratio).toEqual({ min: 0.4, median: 0.5, max: 0.75 });
  });

  it('returns the spread over the rounds and the latencies of all rounds', () => {
    expect(desk!.requestsPerSecond).toEqual({ min: 50, median: 80, max: 300 });
    expect(desk!.latencyMs).toEqual({ p50: 2, p99: 3 });
  });

  it('prints a table row for each server', () => {
    expect(toMarkdown(report).split('\n').at(-1)).toBe(
      '| GET /v1/tickets | desk | 50 / **80** / 300 | 0.40 / **0.50** / 0.75 | 2.0 | 3.0 | 50 % |',
    );
  });
});
