import * as fc from 'fast-check';
import { shift } from './agent-steps.ts';
import { openDeskUnderTest } from './desk-under-test.ts';
import { scenario } from './scenario.ts';
import { settingsDocuments } from './settings-documents.ts';
import { twoAssignments } from './two-assignments.ts';

// A model-based test of routing.
//
// It proves that every command and every sweep leaves the database exactly as the rules say, whatever happened before.
// fast-check generates random scenarios: requests of agents, supervisors and a service, sweeps, and time that passes. Each
// step runs on a real desk in this process and on a model in memory. After each step the test compares agents, tickets,
// events and refusals, and checks invariants that hold without a model. A failure prints the shortest scenario that shows
// the difference.
//
// At the end of a scenario the test also compares the facts in the database with those that `walkEvents` computes from the
// events alone: fact-watch.ts.
// @see packages/domain/src/fact/walk-events.ts#walkEvents
//
// The model repeats these rules of the desk on purpose. To change a rule, change the model as well:
// - assignment-rules.ts: which ticket goes next and to whom, through the specification itself.
//   @see packages/domain/src/routing/choose.ts#choosePair
// - place-rules.ts: queue, rank, stage and needs. @see packages/domain/src/routing/match-queue.ts, queue-rank.ts, stage.ts
// - sweep-rules.ts: deadlines, and when agents who declined are asked again.
//   @see packages/domain/src/routing/asks-again.ts#asksAgain
// - agent-rules.ts: leases, statuses, drain. @see packages/domain/src/agent/lease.ts
// - ticket-rules.ts, transfer-rules.ts: what each change of a ticket allows and does.
//   @see packages/domain/src/ticket/transition.ts, state.ts
// - create-ticket-rules.ts: idempotency keys, one open ticket of a customer, closed queues.

const anySettings = fc.nat(settingsDocuments.length - 1).map((i) => settingsDocuments[i]!);

/** Runs so many random scenarios and returns the number of comparisons. Throws at the first difference. */
export async function checkModel(numRuns: number): Promise<number> {
  const desk = await openDeskUnderTest();
  await fc.assert(
    fc.asyncProperty(
      anySettings,
      fc.option(fc.oneof(shift, twoAssignments)),
      scenario,
      async (settings, opening, steps) => {
        await desk.reset(settings);
        await opening?.run({}, desk);
        await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps);
        await desk.sweep();
        await desk.checkResponses();
        await desk.checkFacts();
      },
    ),
    { numRuns },
  );
  return desk.comparisons;
}
