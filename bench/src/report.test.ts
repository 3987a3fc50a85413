import { describe, expect, it } from 'vitest';
import { summarize, toMarkdown } from './report.ts';
import type { Result } from './run.ts';

const plan = { rounds: 3, warmUpRounds: 1, connections: 1, requestsScale: 1 };
const sampled = (contender: Result['contender'], rates: number[]): Result => ({
  case: 'GET /v1/tickets',
  contender,
  samples: rates.map((requestsPerSecond, i) => ({
    requestsPerSecond,
    latenciesMs: Float64Array.of(i + 1),
    clientBusy: 0.5,
  })),
});

describe('summarize', () => {
  const report = summarize(plan, [sampled('floor', [100, 200, 400]), sampled('desk', [50, 80, 300])]);
  const [, desk] = report.rows;

  it('compares a sample with the floor’s sample of the same round', () => {
    expect(desk!.ratio).toEqual({ min: 0.4, median: 0.5, max: 0.75 });
  });

  it('gives the spread over the rounds and the latencies of all of them', () => {
    expect(desk!.requestsPerSecond).toEqual({ min: 50, median: 80, max: 300 });
    expect(desk!.latencyMs).toEqual({ p50: 2, p99: 3 });
  });

  it('is shown as a table', () => {
    expect(toMarkdown(report).split('\n').at(-1)).toBe(
      '| GET /v1/tickets | desk | 50 / **80** / 300 | 0.40 / **0.50** / 0.75 | 2.0 | 3.0 | 50 % |',
    );
  });
});
