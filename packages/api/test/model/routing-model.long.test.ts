import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

// Runs the model-based test of routing with 1,000 scenarios. check-model.ts says what it proves and how.

const runs = Number(process.env['MODEL_RUNS'] ?? 1_000);

it('does what the model predicts in a thousand random scenarios', { timeout: 3_600_000 }, async () => {
  expect(await checkModel(runs)).toBeGreaterThan(runs);
});
