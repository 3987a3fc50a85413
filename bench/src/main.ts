import { parseArgs } from 'node:util';
import { liveMarkdown, liveRows } from './live/report.ts';
import type { LivePlan } from './live/live-plan.ts';
import { runLive } from './live/run.ts';
import { summarize, toMarkdown } from './report.ts';
import { run } from './run.ts';
import { scaleMarkdown, scaleRows } from './scale/report.ts';
import { runScale } from './scale/run.ts';

const { values } = parseArgs({
  options: {
    /** A smoke test: it checks every response, but measures too little for a comparison. */
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const plan = values.quick
  ? { rounds: 1, warmUpRounds: 0, connections: 16, requestsScale: 0.05 }
  : { rounds: 5, warmUpRounds: 1, connections: 16, requestsScale: 1 };

const scalePlan = values.quick
  ? { rounds: 1, perRound: 5, shrinkBy: 1_000 }
  : { rounds: 5, perRound: 60, shrinkBy: 1 };

const livePlan: LivePlan = values.quick
  ? {
      rounds: 1,
      agents: 4,
      sockets: [20, 40],
      supervisors: 2,
      perSecond: 100,
      pushMessages: 20,
      rateMessages: 50,
    }
  : {
      rounds: 3,
      agents: 50,
      sockets: [1_000, 5_000],
      supervisors: 100,
      perSecond: 100,
      pushMessages: 500,
      rateMessages: 1_000,
    };

const progress = (line: string) => console.error(line);
const report = summarize(plan, await run(plan, progress));
const live = liveRows(await runLive(livePlan, progress));
const scale = scaleRows(await runScale(scalePlan, progress));
console.log(
  values.json
    ? JSON.stringify({ ...report, live, scale }, null, 2)
    : [toMarkdown(report), liveMarkdown(live), scaleMarkdown(scale)].join('\n\n'),
);
