import * as fc from 'fast-check';
import { openHuntedDesk } from './hunted-desk.ts';
import { story } from './story.ts';

/** Holds so many random stories to the model, and answers how many commands were compared. */
export async function checkModel(numRuns: number): Promise<number> {
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
  return desk.comparisons;
}
