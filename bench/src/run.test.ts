import { expect, it } from 'vitest';
import { run } from './run.ts';

it('gets right answers of the same size from every server, and measures each', async () => {
  const results = await run({ rounds: 1, warmUpRounds: 0, connections: 16, requestsScale: 0.05 }, () => {});

  const measured = results.map((result) => `${result.case}: ${result.contender}`);
  expect(measured).toEqual([
    'GET /v1/tickets: floor',
    'GET /v1/tickets: desk',
    'GET /v1/tickets: desk, logging',
    'PUT /v1/status: floor',
    'PUT /v1/status: desk',
    'PUT /v1/status: desk, logging',
    'POST /v1/tickets: floor',
    'POST /v1/tickets: desk',
    'POST /v1/tickets: desk, logging',
  ]);
  for (const { samples } of results) {
    expect(samples).toHaveLength(1);
    expect(samples[0]!.requestsPerSecond).toBeGreaterThan(0);
  }
}, 60_000);
