import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

const runs = Number(process.env['MODEL_RUNS'] ?? 1_000);

it('does what the rules say in a thousand stories of a desk', { timeout: 3_600_000 }, async () => {
  expect(await checkModel(runs)).toBeGreaterThan(runs);
});
