import * as fc from 'fast-check';
import { shift } from './agent-steps.ts';
import { crossing } from './crossing.ts';
import { documents } from './documents.ts';
import { openHuntedDesk } from './hunted-desk.ts';
import { story } from './story.ts';

const document = fc.nat(documents.length - 1).map((i) => documents[i]!);

/** Holds so many random stories to the model, and answers how many commands were compared. */
export async function checkModel(numRuns: number): Promise<number> {
  const desk = await openHuntedDesk();
  await fc.assert(
    fc.asyncProperty(
      document,
      fc.option(fc.oneof(shift, crossing)),
      story,
      async (settings, opening, steps) => {
        await desk.reset(settings);
        await opening?.run({}, desk);
        await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps);
        await desk.sweep();
        await desk.checkAnswers();
      },
    ),
    { numRuns },
  );
  return desk.comparisons;
}
