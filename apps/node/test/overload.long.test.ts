import { expect, it } from 'vitest';
import { overloadDesk } from './overload/overload-desk.ts';

// A long version of overload.test.ts.

it('serves at least 80 % of its peak in two minutes of twice that load, and recovers within 5 s', async () => {
  const { log, ...result } = await overloadDesk({ peakMs: 10_000, overloadMs: 120_000 });
  console.log(JSON.stringify(result));
  const { peak, overload, memoryBefore, memoryDuring, recoveryMs } = result;
  expect(overload.goodput / peak.goodput, 'goodput of the peak').toBeGreaterThan(0.8);
  expect(memoryDuring - memoryBefore, 'additional memory, in MiB').toBeLessThan(256);
  expect(recoveryMs).toBeLessThan(5_000);
  expect(log).toContain('requests refused');
});
