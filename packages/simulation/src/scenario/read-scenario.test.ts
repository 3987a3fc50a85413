import { afterAll, describe, expect, it } from 'vitest';
import { readScenario as read } from './read-scenario.ts';
import { createTestFolder, files, scenario } from './scenario.fixture.ts';

const folder = createTestFolder();
afterAll(folder.remove);
const { write } = folder;
const readScenario = (file: string) => read(file, files);

describe('readScenario', () => {
  it.each([
    [{ seeds: 1 }, '$.seeds: is an unknown field. Remove it or correct its name.'],
    [{ handling: undefined }, '$.handling: is required'],
    [
      { handling: { distribution: 'normal' } },
      '$.handling.distribution: must be "exponential", "lognormal" or "constant"',
    ],
    [
      { handling: { distribution: 'constant', seconds: -1 } },
      '$.handling.seconds: must be at least 0, and is -1',
    ],
    [{ handling: { csv: 'none.csv' } }, '$.handling.column: is required'],
    [{ arrivals: [{ perHour: 1 }, { perHour: 'many' }] }, '$.arrivals[1].perHour: must be a number'],
    [
      { arrivals: [{ perHour: 1, metadata: { topic: 'x' } }] },
      '$.arrivals[0].metadata.topic: is an unknown field',
    ],
    [{ arrivals: [{ perHour: 900_000 }] }, '$.arrivals: more than 5,000,000 tickets a run'],
    [{ agents: [{ skills: [] }] }, '$.agents[0].id: is required'],
    [
      { agents: [{ count: 1 }, { count: 2 }] },
      '$.agents: the id agent-1 is used twice. Give each group its own `prefix`.',
    ],
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
      '$.agents[0].shifts[1]: must not begin before the previous shift ends',
    ],
    [{ settings: { capacity: -1 } }, '$.settings.capacity: must be at least 0, and is -1'],
    [
      { settings: {}, settingsFile: 'x.json' },
      '$: has both `settings` and `settingsFile`. Remove one of them.',
    ],
    [{ warmUpSeconds: 36_000 }, '$.warmUpSeconds: must be shorter'],
    [{ startsAt: '09:00' }, '$.startsAt: must be a time such as'],
  ])('refuses %j: %s', (over, message) => {
    const file = write('scenario.json', { ...scenario, durationSeconds: 36_000, ...over });
    expect(() => readScenario(file)).toThrow(`${file} ${message}`);
  });

  it('names every problem on its own line', () => {
    const file = write('scenario.json', { ...scenario, runs: 0, seed: 1.5 });
    expect(() => readScenario(file)).toThrow(/\$\.seed: [^\n]*\n.*\$\.runs: /s);
  });

  it.each([
    [
      'time,colour\n1,red',
      'line 1: unknown column "colour". The columns are time, entityId, language, ccr, priority, ',
    ],
    ['when\n1', 'line 1: missing column time'],
    ['time,time\n1,1', 'line 1: duplicate column time'],
    ['time', ': no rows below the header'],
    ['time,priority\n1,0\nnoon,1', 'line 3, time: must be a number of seconds from the start'],
    ['time\n2026-02-30T09:00:00Z', 'line 2, time: must be a number of seconds from the start'],
    ['time,priority\n1,200', 'line 2, priority: must be at most 100, and is 200'],
    ['time,handlingSeconds\n1,long', 'line 2, handlingSeconds: must be a number of seconds'],
    ['time\n1,2', 'line 2: 2 cells, but the header has 1'],
    ['time\n36000', ': 36000 is outside the scenario'],
    ['time\n2026-06-01T09:00:00Z', ' contains dates, but the scenario has no `startsAt`'],
    ['time\n"1', 'line 2: a quoted cell has no closing quote'],
  ])('refuses the arrivals %j: %s', (csv, message) => {
    const file = write('chats.csv', csv);
    const wrong = write('scenario.json', { ...scenario, arrivals: { csv: 'chats.csv' } });
    expect(() => readScenario(wrong)).toThrow(`${file}${message.startsWith('line') ? ' ' : ''}${message}`);
  });

  it('refuses a file that is not a JSON object', () => {
    expect(() => readScenario(write('scenario.json', '{'))).toThrow(/scenario\.json is not JSON: /);
    expect(() => readScenario(write('scenario.json', []))).toThrow('$: must be an object');
  });
});
