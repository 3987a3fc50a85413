const statuses = ['online', 'away', 'offline'].map((id) => ({ id, alias: id, routable: id === 'online' }));
const rest = { id: 'rest' };
const queue = (change: Record<string, unknown>) => ({
  queues: [{ id: 'a', takes: {}, needs: ['vip'], ...change }, rest],
});
const hours = (weekly: unknown, more: Record<string, unknown> = {}) =>
  queue({ hours: { timeZone: 'UTC', weekly, ...more } });

/** Where the fault is, in documents that have one. */
export const invalidSettings: [string, unknown][] = [
  ['/colour', { colour: 'red' }],
  ['/capacity', { capacity: 101 }],
  ['/capacity', { capacity: '3' }],
  ['/createsAgents', { createsAgents: 1 }],
  ['/strategy', { strategy: 'random' }],
  ['/stickySeconds', { stickySeconds: -1 }],
  ['/priorityPointSeconds', { priorityPointSeconds: 0 }],
  ['/missesUntilAway', { missesUntilAway: 0 }],
  ['/statuses', { statuses: 'online' }],
  ['/statuses', { statuses: statuses.slice(1) }],
  ['/statuses/3', { statuses: [...statuses, statuses[0]] }],
  ['/statuses/1', { statuses: statuses.with(1, { id: 'away', alias: 'away', routable: true }) }],
  ['/statuses/3/id', { statuses: [...statuses, { id: 'On call', alias: 'On call', routable: true }] }],
  ['/statuses/3', { statuses: [...statuses, { id: 'lunch', alias: 'Lunch' }] }],
  ['/queues', { queues: [] }],
  ['/queues', { queues: null }],
  ['/queues/0', { queues: [{ id: 'a' }, rest] }],
  [
    '/queues/1',
    {
      queues: [
        { id: 'a', takes: {} },
        { id: 'rest', takes: {} },
      ],
    },
  ],
  ['/queues/1', { queues: [{ id: 'a', takes: {} }, { id: 'a' }] }],
  ['/queues/0/id', queue({ id: '../etc' })],
  ['/queues/0/takes/languages', queue({ takes: { languages: [] } })],
  ['/queues/0/takes/country', queue({ takes: { country: ['TH'] } })],
  ['/queues/0/needs/1', queue({ needs: ['vip', ''] })],
  ['/queues/0/priority', queue({ priority: 101 })],
  ['/queues/0/pickTimeoutSeconds', queue({ pickTimeoutSeconds: 0 })],
  ['/queues/0/wrapUpSeconds', queue({ wrapUpSeconds: 1.5 })],
  ['/queues/0/autoClose/closeSeconds', queue({ autoClose: { warnSeconds: 60, closeSeconds: 79 } })],
  ['/queues/0/autoClose', queue({ autoClose: { warnSeconds: 60 } })],
  ['/queues/0/autoClose/warnSeconds', queue({ autoClose: { warnSeconds: 0, closeSeconds: 60 } })],
  ['/eventRetentionHours', { eventRetentionHours: 23 }],
  ['/queues/0/goal/percent', queue({ goal: { seconds: 60, percent: 0 } })],
  ['/queues/0/whenClosed', queue({ whenClosed: 'drop' })],
  ['/queues/0/widen', queue({ widen: [{ afterSeconds: 60, drop: ['language:tha'] }] })],
  ['/queues/0/widen/0/tier', queue({ widen: [{ afterSeconds: 60, tier: 1 }] })],
  ['/queues/0/widen/1', queue({ widen: [{ afterSeconds: 60 }, { afterSeconds: 60 }] })],
  ['/queues/0/hours/timeZone', hours({}, { timeZone: 'Asia/Atlantis' })],
  ['/queues/0/hours/holidays/0', hours({}, { holidays: ['25.12.2026'] })],
  ['/queues/0/hours/weekly/mo', hours({ mo: [] })],
  ['/queues/0/hours/weekly/mon/0/from', hours({ mon: [{ from: '9:00', to: '17:00' }] })],
  ['/queues/0/hours/weekly/mon/0/to', hours({ mon: [{ from: '17:00', to: '09:00' }] })],
];
