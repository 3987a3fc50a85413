import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';

const scenario = {
  seed: 5,
  runs: 2,
  durationSeconds: 1_800,
  arrivals: [{ perHour: 120 }],
  handling: { distribution: 'constant', seconds: 20 },
  agents: [{ id: 'ann', capacity: 1 }],
};

function scenarioFile(over: object = {}) {
  const file = join(freshFolder(), 'scenario.json');
  writeFileSync(file, JSON.stringify({ ...scenario, ...over }));
  return file;
}

const simulate = (file: string, ...options: string[]) => runCli(['simulate', file, ...options], {});

describe('chat-ticket simulate', () => {
  it('prints the figures of tickets, queues and agents, and exits 0', async () => {
    const file = scenarioFile();
    const { code, stdout, stderr } = await simulate(file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [heading, total, queues, agents] = stdout.split('\n\n');
    expect(heading).toBe(`${file}: 2 runs of 0.5 h, seed 5`);
    expect(total).toMatch(/^tickets +\d+\.\d ± \d+\.\d$/m);
    expect(queues).toMatch(/^default +80 % in 60 s /m);
    expect(agents).toMatch(/^ann /m);
  });

  it('prints the same figures with both engines, as JSON', async () => {
    const file = scenarioFile();
    const [rule, sql] = await Promise.all(
      ['rule', 'sql'].map(async (engine) => {
        const { code, stdout, stderr } = await simulate(file, '--json', '--engine', engine);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        return JSON.parse(stdout) as object;
      }),
    );
    expect(rule).toMatchObject({ scenario: file, engine: 'rule', seed: 5, runs: 2, durationSeconds: 1_800 });
    expect(sql).toEqual({ ...rule, engine: 'sql' });
  });

  it('deletes the database of the sql engine', async () => {
    const folder = freshFolder();
    const { code } = await runCli(['simulate', scenarioFile({ runs: 1 }), '--engine', 'sql'], {
      TMPDIR: folder,
    });
    expect({ code, left: readdirSync(folder) }).toEqual({ code: 0, left: [] });
  });

  it('prints each problem of a scenario on its own line, and exits 1', async () => {
    const file = scenarioFile({ runs: 0, handling: undefined });
    const { code, stdout, stderr } = await simulate(file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.toSorted()).toEqual([
      `${file} $.handling: is required`,
      expect.stringMatching(/ \$\.runs: /),
    ]);
  });

  it('names a file that it cannot read, and exits 1', async () => {
    const { code, stdout, stderr } = await simulate(join(freshFolder(), 'nothing.json'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Cannot read .*nothing\.json: it does not exist \(ENOENT\)\.$/m);
  });

  it('refuses more than two settings, and exits 1', async () => {
    const settings = ['a.json', 'b.json', 'c.json'].flatMap((name) => ['--settings', name]);
    const { code, stderr } = await simulate(scenarioFile(), ...settings);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: '--settings is given 3 times. Give it once, or twice to compare.\n',
    });
  });

  it('refuses an unknown engine in one line, and exits 2', async () => {
    const { code, stdout, stderr } = await simulate(scenarioFile(), '--engine', 'sequel');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*'sequel' is invalid\. Allowed choices are rule, sql\.\n$/);
  });
});
