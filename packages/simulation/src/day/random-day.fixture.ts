import * as fc from 'fast-check';
import { dayOf, settingsOf, type TicketSpec } from './day.fixture.ts';

// Few and round numbers make many events fall into the same millisecond.
const seconds = (max: number) => fc.integer({ min: 0, max: max / 20 }).map((n) => n * 20);
const skill = fc.constantFrom('shop:S-1', 'language:eng', 'language:tha', 'vip', 'tier:2', 'tier:3');
const language = fc.constantFrom('eng', 'tha', null);
const needs = ['language:{language}', 'shop:{field:shop}', 'vip'];
const fields = [{ id: 'shop', name: 'Shop', type: 'text' as const }];

const ticket: fc.Arbitrary<TicketSpec> = fc.record({
  at: seconds(600),
  language,
  fieldKeys: fc.constantFrom({}, { shop: 'S-1' }, { shop: 'S-2' }),
  priority: fc.integer({ min: 0, max: 3 }),
  handling: seconds(400),
  patience: fc.oneof(seconds(300), fc.constant(Infinity)),
  wrapUp: seconds(60),
  pickDelays: fc.array(seconds(80), { minLength: 1, maxLength: 3 }),
});
const agent = fc.record(
  {
    skills: fc.uniqueArray(skill, { maxLength: 3 }),
    capacity: fc.integer({ min: 0, max: 3 }),
    shifts: fc.tuple(seconds(300), seconds(300), seconds(300)).map(([from, first, next]) => [
      { fromMs: from * 1000, toMs: (from + first) * 1000 },
      { fromMs: (from + first + next) * 1000, toMs: (from + first + next + 600) * 1000 },
    ]),
  },
  { requiredKeys: ['skills'] },
);
// The last interval opens after the end of the day.
const intervals = fc.subarray(
  [
    { from: '00:00', to: '00:05' },
    { from: '00:04', to: '00:07' },
    { from: '00:08', to: '00:12' },
    { from: '00:13', to: '00:20' },
  ],
  { minLength: 1 },
);
const queue = fc.record(
  {
    needs: fc.subarray(needs),
    priority: fc.integer({ min: 0, max: 2 }),
    pickTimeoutSeconds: fc.constantFrom(20, 60),
    wrapUpSeconds: fc.constantFrom(20, 40),
    hours: intervals.map((mon) => ({ timeZone: 'UTC', weekly: { mon } })),
    whenClosed: fc.constantFrom('wait' as const, 'refuse' as const),
    stepSeconds: fc.uniqueArray(fc.constantFrom(20, 60, 200), { minLength: 2, maxLength: 2 }),
  },
  { requiredKeys: ['needs', 'priority', 'pickTimeoutSeconds', 'whenClosed', 'stepSeconds'] },
);
function withWidenSteps<Queue extends { stepSeconds: number[]; needs: string[] }>({
  stepSeconds,
  ...setting
}: Queue) {
  const [first, second] = stepSeconds.toSorted((a, b) => a - b);
  const drop = setting.needs.slice(0, 1);
  return {
    ...setting,
    widen: [
      { afterSeconds: first!, drop },
      { afterSeconds: second!, tier: 2 },
    ],
  };
}
const settings = fc.record({
  strategy: fc.constantFrom('least_loaded' as const, 'longest_idle' as const, 'round_robin' as const),
  capacity: fc.integer({ min: 1, max: 2 }),
  missesUntilAway: fc.integer({ min: 1, max: 3 }),
  fields: fc.constant(fields),
  queues: fc.tuple(queue, queue, queue).map(([thai, shop, rest]) => [
    { id: 'thai', takes: { languages: ['tha'] }, ...withWidenSteps(thai) },
    { id: 'shop', takes: { fields: { shop: ['S-2'] } }, ...withWidenSteps(shop) },
    { id: 'rest', ...withWidenSteps(rest) },
  ]),
});

/**
 * Ten minutes at a small desk with skills, tiers, opening hours, shifts and misses, where many events happen in the same
 * millisecond.
 */
export const randomDay = fc
  .record({
    tickets: fc.array(ticket, { maxLength: 14 }),
    agents: fc.array(agent, { maxLength: 4 }),
    settings,
  })
  .map((drawn) => ({
    day: dayOf(drawn.tickets, 600),
    desk: {
      settings: settingsOf(drawn.settings),
      agents: drawn.agents.map((plan, i) => Object.assign({ id: `agent-${i}` }, plan)),
    },
  }));
