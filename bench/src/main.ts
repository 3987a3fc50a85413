import { parseArgs } from 'node:util';
import { summarize, toMarkdown } from './report.ts';
import { run } from './run.ts';

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

const report = summarize(plan, await run(plan, (line) => console.error(line)));
console.log(values.json ? JSON.stringify(report, null, 2) : toMarkdown(report));
