import { expect, it } from 'vitest';
import { liveMarkdown, liveRows } from './report.ts';
import { runLive } from './run.ts';

it(
  'delivers every message to each of its listeners on both servers, and measures it',
  { timeout: 60_000 },
  async () => {
    const plan = { rounds: 1, agents: 2, supervisors: 2, perSecond: 100, pushMessages: 10, rateMessages: 20 };
    const rows = liveRows(await runLive({ ...plan, sockets: [10, 20] }, () => {}));
    expect(rows.map(({ sockets }) => sockets).join()).toBe(
      '10,10,10,10,12,12,14,14,14,14,20,20,20,20,10,10,20,20',
    );
    for (const { ratio } of rows.filter(({ unit }) => unit !== 'KiB'))
      expect(ratio.median).toBeGreaterThan(0);
    expect(liveMarkdown(rows)).toContain('Goal: p99');
  },
);
