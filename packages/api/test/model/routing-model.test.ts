import { expect, it } from 'vitest';
import { checkModel } from './check-model.ts';

// Runs the model-based test of routing with 60 scenarios. check-model.ts says what it proves and how.

const runs = Number(process.env['MODEL_RUNS'] ?? 60);

it('does what the model predicts in every random scenario', { timeout: 300_000 }, async () => {
  expect(await checkModel(runs)).toBeGreaterThan(runs);
});
