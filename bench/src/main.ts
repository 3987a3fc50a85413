import { parseArgs } from 'node:util';
import { summarize, toMarkdown } from './report.ts';
import { run } from './run.ts';
import { scaleMarkdown, scaleRows } from './scale/report.ts';
import { runScale } from './scale/run.ts';

const { values } = parseArgs({
  options: {
    /** A smoke test: checks both sides and measures too little to mean anything. */
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

const progress = (line: string) => console.error(line);
const report = summarize(plan, await run(plan, progress));
const scale = scaleRows(await runScale(scalePlan, progress));
console.log(
  values.json
    ? JSON.stringify({ ...report, scale }, null, 2)
    : `${toMarkdown(report)}\n\n${scaleMarkdown(scale)}`,
);
