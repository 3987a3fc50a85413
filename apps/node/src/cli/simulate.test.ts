import { defaultSettings } from '@chat-ticket/contract';
import { type Day, fate, readScenario as read, type Report, simulateDesks } from '@chat-ticket/simulation';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { scenarioFiles, simulate } from './simulate.ts';

const readScenario = (file: string) => read(file, scenarioFiles);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const printed = vi.spyOn(console, 'log').mockReturnValue();
afterEach(() => printed.mockClear());

const write = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const scenario = {
  seed: 3,
  runs: 4,
  durationSeconds: 36_000,
  arrivals: [{ perHour: 60, metadata: { language: 'tha' } }, { perHour: 20 }],
  handling: { distribution: 'exponential', meanSeconds: 200 },
  agents: [
    { id: 'ann', skills: ['language:tha'], capacity: 1 },
    { count: 4, skills: ['language:tha', 'tier:2'], capacity: 1 },
  ],
};
const textOf = async (...given: Parameters<typeof simulate>) => {
  await simulate(...given);
  return printed.mock.calls.flat().join('\n');
};
const reportOf = async (file: string, settings: string[] = []): Promise<Report> =>
  JSON.parse(await textOf(file, { settings, json: true }));
const today = { queues: [{ id: 'all', widen: [{ afterSeconds: 600, tier: 2 }] }] };
const sooner = { queues: [{ id: 'all', widen: [{ afterSeconds: 60, tier: 2 }] }] };

describe('simulate', () => {
  it('prints the same for the same seed, and another day for another', async () => {
    const file = write('scenario.json', scenario);
    const first = await textOf(file, { json: true });
    printed.mockClear();
    expect(await textOf(file, { json: true })).toBe(first);
    printed.mockClear();
    expect(await textOf(write('scenario.json', { ...scenario, seed: 4 }), { json: true })).not.toBe(first);
  });

  it('gives every figure with its interval, in all, per queue and per agent', async () => {
    const report = await reportOf(
      write('scenario.json', { ...scenario, settings: today, warmUpSeconds: 3_600, thresholdsSeconds: [90] }),
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

  it('compares two settings on the same days, with the difference and its interval', async () => {
    const files = [write('today.json', { version: 7, settings: today }), write('sooner.json', sooner)];
    const { desks, difference } = await reportOf(write('scenario.json', scenario), files);
    expect(desks.map(({ settings }) => settings)).toEqual(files);
    const [first, second] = desks.map(({ total }) => total['meanWaitSeconds']!);
    const wait = difference!['meanWaitSeconds']!;
    expect(difference!['tickets']).toEqual({ mean: 0, halfWidth: 0 });
    expect(wait.mean).toBeCloseTo(second!.mean - first!.mean);
    expect(wait.mean + wait.halfWidth!).toBeLessThan(0);
  });

  it('prints tables for people', async () => {
    const files = [write('today.json', today), write('sooner.json', sooner)];
    const text = await textOf(write('scenario.json', scenario), { settings: files });
    expect(text).toMatch(/4 runs of 10 h, seed 3/);
    expect(text).toMatch(/^wait, mean +\d+\.\d ± \d+\.\d s +\d+\.\d ± \d+\.\d s +-\d+\.\d ± \d+\.\d s \*$/m);
    expect(text).toMatch(/^service level .* \+\d+\.\d ± \d+\.\d pp \*$/m);
    expect(text).toMatch(/^ann +\d+\.\d ± \d+\.\d +0\.0 ± 0\.0 +\d+\.\d ± \d+\.\d %$/m);
  });

  it('takes times of arrival, handling and patience from files beside the scenario', async () => {
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

  it('says of the example in the docs what the docs say', async () => {
    const [docs, examples] = ['simulate.md', 'examples'].map((name) =>
      join(import.meta.dirname, '../../../../docs', name),
    );
    const [day, ...settings] = ['delivery-day', 'settings-today', 'settings-sooner'].map((name) =>
      join(examples!, `${name}.json`),
    );
    const text = await textOf(day!, { settings });
    const [, total, queues] = text.split('\n\n');
    expect(readFileSync(docs!, 'utf8')).toContain(`${total}\n\n${queues}`);
  });

  it('gives another engine the same days', async () => {
    const days: Day[] = [];
    const plan = readScenario(write('scenario.json', { ...scenario, runs: 2 }));
    const { desks } = await simulateDesks(
      plan,
      [defaultSettings, defaultSettings],
      async (day, { agents }) => {
        days.push(day);
        const count = day.arrivesAt.length;
        return {
          fateOf: new Uint8Array(count).fill(fate.answered),
          waitMs: new Float64Array(count).fill(5_000),
          agentOf: new Int32Array(count),
          queueOf: new Int32Array(count),
          agents: agents.map(() => ({ misses: 0, loadMs: 1, roomMs: 2 })),
        };
      },
    );
    expect(days[0]).toBe(days[1]);
    expect(days[2]).not.toBe(days[1]);
    expect(desks[1]!.total).toMatchObject({ meanWaitSeconds: { mean: 5 }, occupancy: { mean: 0.5 } });
  });
});

describe('a scenario that is wrong is refused', () => {
  it.each([
    [{ seeds: 1 }, '$.seeds: is not known here'],
    [{ handling: undefined }, '$.handling: is required'],
    [{ handling: { distribution: 'normal' } }, '$.handling.distribution: Invalid type'],
    [{ handling: { distribution: 'constant', seconds: -1 } }, '$.handling.seconds: Invalid value'],
    [{ handling: { csv: 'none.csv' } }, '$.handling.column: is required'],
    [{ arrivals: [{ perHour: 1 }, { perHour: 'many' }] }, '$.arrivals[1].perHour: Invalid type'],
    [{ arrivals: [{ perHour: 1, metadata: { topic: 'x' } }] }, '$.arrivals[0].metadata.topic: is not known'],
    [{ arrivals: [{ perHour: 900_000 }] }, '$.arrivals: more than 5,000,000 tickets a run'],
    [{ agents: [{ skills: [] }] }, '$.agents[0].id: is required'],
    [{ agents: [{ count: 1 }, { count: 2 }] }, '$.agents: agent-1 stands twice'],
    [
      { agents: [{ id: 'a', shifts: [{ fromSeconds: 5, toSeconds: 5 }] }] },
      '$.agents[0].shifts[0]: must end after',
    ],
    [
      {
        agents: [
          {
            id: 'a',
            shifts: [
              { fromSeconds: 5, toSeconds: 9 },
              { fromSeconds: 8, toSeconds: 9 },
            ],
          },
        ],
      },
      '$.agents[0].shifts[1]: must not begin',
    ],
    [{ settings: { capacity: -1 } }, '$.settings.capacity: Invalid value'],
    [{ settings: {}, settingsFile: 'x.json' }, '$: must have `settings` or `settingsFile`, not both'],
    [{ warmUpSeconds: 36_000 }, '$.warmUpSeconds: must be shorter'],
    [{ startsAt: '09:00' }, '$.startsAt: must be a time such as'],
  ])('%j: %s', (over, message) => {
    const file = write('scenario.json', { ...scenario, durationSeconds: 36_000, ...over });
    expect(() => readScenario(file)).toThrow(`${file} ${message}`);
  });

  it('names every problem, a line each', () => {
    const file = write('scenario.json', { ...scenario, runs: 0, seed: 1.5 });
    expect(() => readScenario(file)).toThrow(/\$\.seed: [^\n]*\n.*\$\.runs: /s);
  });

  it.each([
    ['time,colour\n1,red', 'line 1: unknown column "colour"'],
    ['when\n1', 'line 1: no column time'],
    ['time,time\n1,1', 'line 1: column time twice'],
    ['time', ': no rows below the header'],
    ['time,priority\n1,0\nnoon,1', 'line 3, time: must be a number of seconds from the start'],
    ['time,priority\n1,200', 'line 2, priority: Invalid value'],
    ['time,handlingSeconds\n1,long', 'line 2, handlingSeconds: must be a number of seconds'],
    ['time\n1,2', 'line 2: 2 cells, where the header has 1'],
    ['time\n36000', ': 36000 lies outside'],
    ['time\n2026-06-01T09:00:00Z', ' holds dates, so that the scenario needs `startsAt`'],
    ['time\n"1', 'line 2: Quote Not Closed'],
  ])('with arrivals %j: %s', (csv, message) => {
    const file = write('chats.csv', csv);
    const wrong = write('scenario.json', { ...scenario, arrivals: { csv: 'chats.csv' } });
    expect(() => readScenario(wrong)).toThrow(`${file}${message.startsWith('line') ? ' ' : ''}${message}`);
  });

  it('when a queue goes by the clock, and the day has no date', async () => {
    const hours = { timeZone: 'Asia/Singapore', weekly: { mon: [{ from: '09:00', to: '18:00' }] } };
    const file = write('scenario.json', { ...scenario, settings: { queues: [{ id: 'all', hours }] } });
    await expect(simulate(file)).rejects.toThrow('$.startsAt: is required where a queue has opening hours');
  });

  it('when it is not JSON, not an object, or not there', () => {
    expect(() => readScenario(write('scenario.json', '{'))).toThrow(/scenario\.json is not JSON: /);
    expect(() => readScenario(write('scenario.json', []))).toThrow('$: must be an object');
    expect(() => readScenario(join(folder, 'nothing.json'))).toThrow(/nothing\.json can’t be read: ENOENT/);
  });
});
