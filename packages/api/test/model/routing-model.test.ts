import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

const runs = Number(process.env['MODEL_RUNS'] ?? 60);

it('does what the rules say in any story of a desk', { timeout: 300_000 }, async () => {
  expect(await checkModel(runs)).toBeGreaterThan(runs);
});
