import { expect, it } from 'vitest';
import { overloadDesk } from './overload/overload-desk.ts';

it('goes on serving under twice the load that it can take, and refuses the rest', async () => {
  const result = await overloadDesk({ peakMs: 1_500, overloadMs: 5_000 });
  const { peak, overload, memoryBefore, memoryDuring, recoveryMs } = result;
  // The generator needs a part of the machine itself, so the long form has the stricter bound.
  expect(overload.goodput / peak.goodput, 'goodput of the peak').toBeGreaterThan(0.6);
  const others = Object.keys(overload.statuses).filter((status) => !['201', '503'].includes(status));
  expect(others).toEqual([]);
  expect(memoryDuring - memoryBefore, 'additional memory, in MiB').toBeLessThan(256);
  expect(recoveryMs).toBeLessThan(5_000);
});
