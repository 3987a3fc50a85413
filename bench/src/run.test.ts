import { expect, it } from 'vitest';
import { run } from './run.ts';

it('verifies the responses of every server, and measures each in every case', async () => {
  const results = await run({ rounds: 1, warmUpRounds: 0, connections: 16, requestsScale: 0.05 }, () => {});

  const measured = results.map((result) => `${result.case}: ${result.server}`);
  expect(measured).toEqual([
    'GET /v1/tickets: baseline',
    'GET /v1/tickets: desk',
    'GET /v1/tickets: desk, logging',
    'PUT /v1/status: baseline',
    'PUT /v1/status: desk',
    'PUT /v1/status: desk, logging',
    'POST /v1/tickets: baseline',
    'POST /v1/tickets: desk',
    'POST /v1/tickets: desk, logging',
  ]);
  for (const { samples } of results) {
    expect(samples).toHaveLength(1);
    expect(samples[0]!.requestsPerSecond).toBeGreaterThan(0);
  }
}, 60_000);
