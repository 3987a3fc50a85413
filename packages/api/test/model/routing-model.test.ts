import { it } from 'vitest';
import { checkModel } from './check-model.ts';

it('does what the rules say after any story of a desk', { timeout: 300_000 }, async () => {
  await checkModel(Number(process.env['MODEL_RUNS'] ?? 60));
});
