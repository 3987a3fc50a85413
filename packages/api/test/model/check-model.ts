import * as fc from 'fast-check';
import { openHuntedDesk } from './hunted-desk.ts';
import { story } from './story.ts';

/** Runs so many random stories of a desk against the model. A failure prints its seed and path. */
export async function checkModel(numRuns: number): Promise<void> {
  const desk = await openHuntedDesk();
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      await desk.reset();
      await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps);
      await desk.sweep();
      await desk.checkAnswers();
    }),
    { numRuns },
  );
}
