import fc from 'fast-check';
import { openHuntedDesk } from './hunted-desk.ts';
import { steps } from './steps.ts';

/** Runs so many random stories of a desk against the model. A failure prints its seed and path. */
export async function checkModel(numRuns: number): Promise<void> {
  const desk = await openHuntedDesk();
  const stories = fc.commands(steps, { size: 'max', maxCommands: 60 });
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      await desk.reset();
      await fc.asyncModelRun(() => ({ model: {}, real: desk }), story);
      await desk.sweep();
      await desk.checkAnswers();
    }),
    { numRuns, endOnFailure: process.env['MODEL_SHRINK'] === '0' },
  );
}
