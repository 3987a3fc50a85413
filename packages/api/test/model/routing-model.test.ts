import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

const runs = Number(process.env['MODEL_RUNS'] ?? 60);

it('does what the model predicts in every random scenario', { timeout: 300_000 }, async () => {
  expect(await checkModel(runs)).toBeGreaterThan(runs);
});
