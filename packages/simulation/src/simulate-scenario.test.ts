import { defaultSettings } from '@chat-ticket/contract';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from './day/day.ts';
import { disposition } from './engine/outcome.ts';
import { renderReport } from './report/render-report.ts';
import { ruleEngine } from './rule/simulate-day.ts';
import { readScenario } from './scenario/read-scenario.ts';
import { createTestFolder, files, scenario } from './scenario/scenario.fixture.ts';
import { simulateDesks } from './simulate-desks.ts';
import { simulateScenario } from './simulate-scenario.ts';

const folder = createTestFolder();
afterAll(folder.remove);
const { write } = folder;

const reportOf = (file: string, settingsFiles: string[] = []) =>
  simulateScenario(file, { files, engine: ruleEngine, settingsFiles });
const current = { queues: [{ id: 'all', widen: [{ afterSeconds: 600, tier: 2 }] }] };
const faster = { queues: [{ id: 'all', widen: [{ afterSeconds: 60, tier: 2 }] }] };

describe('simulateScenario', () => {
  it('returns the same report for the same seed, and another for another seed', async () => {
    const file = write('scenario.json', scenario);
    const first = await reportOf(file);
    expect(JSON.stringify(await reportOf(file))).toBe(JSON.stringify(first));
    const other = await reportOf(write('scenario.json', { ...scenario, seed: 4 }));
    expect(other.desks).not.toEqual(first.desks);
  });

  it('has every figure with its interval, in total, by queue and by agent', async () => {
    const report = await reportOf(
      write('scenario.json', {
        ...scenario,
        settings: current,
        warmUpSeconds: 3_600,
        thresholdsSeconds: [90],
      }),
    );
    expect(report).toMatchObject({ seed: 3, runs: 4, durationSeconds: 36_000, warmUpSeconds: 3_600 });
    const [desk] = report.desks;
    const interval = { mean: expect.any(Number), halfWidth: expect.any(Number) };
    expect(desk!.total).toMatchObject({
      tickets: interval,
      occupancy: interval,
      waitOver90Seconds: interval,
    });
    expect(Math.abs(desk!.total['tickets']!.mean - 720)).toBeLessThan(100);
    expect(desk!.queues).toMatchObject([{ id: 'all', goal: { seconds: 60, percent: 80 } }]);
    expect(desk!.agents.map(({ id }) => id)).toEqual(['ann', 'agent-1', 'agent-2', 'agent-3', 'agent-4']);
  });

  it('compares two settings on the same days', async () => {
    const settingsFiles = [
      write('current.json', { version: 7, settings: current }),
      write('faster.json', faster),
    ];
    const { desks, difference } = await reportOf(write('scenario.json', scenario), settingsFiles);
    expect(desks.map(({ settings }) => settings)).toEqual(settingsFiles);
    const [first, second] = desks.map(({ total }) => total['meanWaitSeconds']!);
    const wait = difference!['meanWaitSeconds']!;
    expect(difference!['tickets']).toEqual({ mean: 0, halfWidth: 0 });
    expect(wait.mean).toBeCloseTo(second!.mean - first!.mean);
    expect(wait.mean + wait.halfWidth!).toBeLessThan(0);
  });

  it('renders the report as tables', async () => {
    const settingsFiles = [write('current.json', current), write('faster.json', faster)];
    const text = renderReport(await reportOf(write('scenario.json', scenario), settingsFiles));
    expect(text).toMatch(/4 runs of 10 h, seed 3/);
    expect(text).toMatch(/^wait, mean +\d+\.\d ± \d+\.\d s +\d+\.\d ± \d+\.\d s +-\d+\.\d ± \d+\.\d s \*$/m);
    expect(text).toMatch(/^service level .* \+\d+\.\d ± \d+\.\d pp \*$/m);
    expect(text).toMatch(/^ann +\d+\.\d ± \d+\.\d +0\.0 ± 0\.0 +\d+\.\d ± \d+\.\d %$/m);
  });

  it('reads arrivals, handling times and patience from files next to the scenario', async () => {
    write(
      'chats.csv',
      'time,language,handlingSeconds,patienceSeconds\n2026-06-01T09:01:00Z,tha,500,\n2026-06-01T09:00:00Z,,600,\n2026-06-01T10:00:00+01:00,tha,,30\n',
    );
    write('handling.csv', 'agent,seconds\nann,40\nben,40\n');
    const file = write('scenario.json', {
      ...scenario,
      runs: 1,
      startsAt: '2026-06-01T08:59:00Z',
      arrivals: { csv: 'chats.csv' },
      handling: { csv: 'handling.csv', column: 'seconds' },
      agents: [{ id: 'ann', capacity: 1 }],
    });
    const { desks } = await reportOf(file);
    expect(desks[0]!.total).toMatchObject({
      tickets: { mean: 3 },
      answered: { mean: 2 },
      abandoned: { mean: 1 },
      meanWaitSeconds: { mean: 270 },
      occupancy: { mean: 1_100 / 36_000 },
    });
  });

  it('returns the figures of the example in the docs', async () => {
    const [docs, examples] = ['simulate.md', 'examples'].map((name) =>
      join(import.meta.dirname, '../../../docs', name),
    );
    const [day, ...settings] = ['delivery-day', 'settings-today', 'settings-sooner'].map((name) =>
      join(examples!, `${name}.json`),
    );
    const text = renderReport(await reportOf(day!, settings));
    const [, total, queues] = text.split('\n\n');
    expect(readFileSync(docs!, 'utf8')).toContain(`${total}\n\n${queues}`);
  });

  it('gives the same days to every engine', async () => {
    const days: Day[] = [];
    const plan = readScenario(write('scenario.json', { ...scenario, runs: 2 }), files);
    const { desks } = await simulateDesks(
      plan,
      [defaultSettings, defaultSettings],
      async (day, { agents }) => {
        days.push(day);
        const count = day.arrivesAt.length;
        return {
          dispositionOf: new Uint8Array(count).fill(disposition.answered),
          waitMs: new Float64Array(count).fill(5_000),
          agentOf: new Int32Array(count),
          queueOf: new Int32Array(count),
          agents: agents.map(() => ({ misses: 0, loadMs: 1, capacityMs: 2 })),
        };
      },
    );
    expect(days[0]).toBe(days[1]);
    expect(days[2]).not.toBe(days[1]);
    expect(desks[1]!.total).toMatchObject({ meanWaitSeconds: { mean: 5 }, occupancy: { mean: 0.5 } });
  });

  it('refuses a scenario without a date if a queue has opening hours', async () => {
    const hours = { timeZone: 'Asia/Singapore', weekly: { mon: [{ from: '09:00', to: '18:00' }] } };
    const file = write('scenario.json', { ...scenario, settings: { queues: [{ id: 'all', hours }] } });
    await expect(reportOf(file)).rejects.toThrow(
      '$.startsAt: is required, because a queue has opening hours',
    );
  });
});
