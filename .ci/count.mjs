// Adds up what vitest has run, and fails when a runtime is missing from it.
import { readFileSync } from 'node:fs';

const runtimes = ['node', 'bun', 'deno', 'wrangler dev'];

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tests = report.testResults.flatMap((file) => file.assertionResults);
const isOn = (runtime) => (test) =>
  test.status === 'passed' && test.ancestorTitles.includes(`the desk on ${runtime}`);
const missing = runtimes.filter((runtime) => !tests.some(isOn(runtime)));
for (const runtime of missing) console.log(`no test has run on ${runtime}`);

// A file or a suite that failed before its tests began shows no failed test of its own.
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
);
for (const file of broken) console.log(`${file.name} did not run: ${file.message}`);

const failed = report.numFailedTests + broken.length + missing.length;
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
console.log(`${report.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(failed > 0 ? 1 : 0);
