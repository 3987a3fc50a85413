import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runTasks } from './run-tasks.ts';

const passes = { name: 'format', command: 'echo well formed', fix: 'Run `pnpm format:write`.' };
const fails = { name: 'lint', command: 'echo an error >&2; exit 3', fix: 'Run `pnpm lint:fix`.' };
const alsoFails = { name: 'types', command: 'no-such-command', fix: 'Correct the errors.' };

const linesOf = (report: string) => stripVTControlCharacters(report).split('\n');

describe('the tasks of `check`', () => {
  it('pass without output', async () => {
    const { ok, report } = await runTasks([passes]);
    expect({ ok, lines: linesOf(report) }).toEqual({ ok: true, lines: ['✓ format'] });
  });

  it('run to the end when one fails, and name the fix of each failure last', async () => {
    const { ok, report } = await runTasks([fails, passes, alsoFails]);
    const lines = linesOf(report);
    expect(ok).toBe(false);
    expect(lines.slice(0, 3)).toEqual(['✗ lint', '✓ format', '✗ types']);
    expect(lines).toContain('an error');
    expect(lines.slice(-2)).toEqual([
      'lint failed. Run `pnpm lint:fix`.',
      'types failed. Correct the errors.',
    ]);
  });
});
