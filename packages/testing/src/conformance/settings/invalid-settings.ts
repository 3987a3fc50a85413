const statuses = ['online', 'away', 'offline'].map((id) => ({ id, alias: id, routable: id === 'online' }));
const solved = { id: 'solved', name: 'Solved' };
const shop = { id: 'shop', name: 'Shop', type: 'text' };
const rest = { id: 'rest' };
const queue = (change: Record<string, unknown>) => ({
  queues: [{ id: 'a', takes: {}, needs: ['vip'], ...change }, rest],
});
const hours = (weekly: unknown, more: Record<string, unknown> = {}) =>
  queue({ hours: { timeZone: 'UTC', weekly, ...more } });

/** Settings documents with one fault each, and the JSON pointer that the error must name. */
export const invalidSettings: readonly (readonly [fault: string, pointer: string, document: unknown])[] = [
  ['an unknown field', '/colour', { colour: 'red' }],
  ['a capacity above 100', '/capacity', { capacity: 101 }],
  ['a capacity that is text', '/capacity', { capacity: '3' }],
  ['createsAgents as a number', '/createsAgents', { createsAgents: 1 }],
  ['joinsAgentsByEmail as a text', '/joinsAgentsByEmail', { joinsAgentsByEmail: 'true' }],
  ['an unknown strategy', '/strategy', { strategy: 'random' }],
  ['a negative stickySeconds', '/stickySeconds', { stickySeconds: -1 }],
  ['a priorityPointSeconds of 0', '/priorityPointSeconds', { priorityPointSeconds: 0 }],
  ['a missesUntilAway of 0', '/missesUntilAway', { missesUntilAway: 0 }],
  [
    'a callsPerPersonPerMinute of 0',
    '/limits/callsPerPersonPerMinute',
    { limits: { callsPerPersonPerMinute: 0 } },
  ],
  ['an unknown limit', '/limits/callsPerDay', { limits: { callsPerDay: 1 } }],
  ['statuses that are text', '/statuses', { statuses: 'online' }],
  ['statuses without online', '/statuses', { statuses: statuses.slice(1) }],
  ['two statuses with one id', '/statuses/3', { statuses: [...statuses, statuses[0]] }],
  [
    'a routable status away',
    '/statuses/1',
    { statuses: statuses.with(1, { id: 'away', alias: 'away', routable: true }) },
  ],
  [
    'a status id with a space',
    '/statuses/3/id',
    { statuses: [...statuses, { id: 'On call', alias: 'On call', routable: true }] },
  ],
  ['a status without routable', '/statuses/3', { statuses: [...statuses, { id: 'lunch', alias: 'Lunch' }] }],
  ['a closing code without a name', '/closingCodes/0', { closingCodes: [{ id: 'solved' }] }],
  ['two closing codes with one id', '/closingCodes/1', { closingCodes: [solved, solved] }],
  [
    'a closing code of an unknown queue',
    '/closingCodes/0/queueIds/1',
    { closingCodes: [{ ...solved, queueIds: ['default', 'nowhere'] }] },
  ],
  [
    'a queue that requires a closing code and has only an archived one',
    '/queues/0/requiresClosingCode',
    { ...queue({ requiresClosingCode: true }), closingCodes: [{ ...solved, archived: true }] },
  ],
  ['two fields with one id', '/fields/1', { fields: [shop, shop] }],
  ['a field of an unknown type', '/fields/0/type', { fields: [{ ...shop, type: 'colour' }] }],
  ['a choice without choices', '/fields/0', { fields: [{ ...shop, type: 'choice' }] }],
  ['choices of a text', '/fields/0', { fields: [{ ...shop, choices: ['a'] }] }],
  ['a field that customers write', '/fields/0/writers/0', { fields: [{ ...shop, writers: ['customer'] }] }],
  [
    'a need with an unknown field',
    '/queues/0/needs/1',
    { ...queue({ needs: ['shop:{field:shop}', 'x:{field:colour}'] }), fields: [shop] },
  ],
  [
    'a need with two fields',
    '/queues/0/needs/0',
    { ...queue({ needs: ['{field:shop}{field:shop}'] }), fields: [shop] },
  ],
  [
    'a queue that takes an unknown field',
    '/queues/0/takes/fields/shop',
    queue({ takes: { fields: { shop: ['a'] } } }),
  ],
  [
    'a queue that takes an unknown choice',
    '/queues/0/takes/fields/shop/1',
    {
      ...queue({ takes: { fields: { shop: ['a', 'b'] } } }),
      fields: [{ ...shop, type: 'choice', choices: ['a'] }],
    },
  ],
  ['a blank tag', '/tags/names/1', { tags: { names: ['photo', ' '] } }],
  ['no queues', '/queues', { queues: [] }],
  ['queues that are null', '/queues', { queues: null }],
  ['a queue without takes that is not the last', '/queues/0', { queues: [{ id: 'a' }, rest] }],
  [
    'a last queue with takes',
    '/queues/1',
    {
      queues: [
        { id: 'a', takes: {} },
        { id: 'rest', takes: {} },
      ],
    },
  ],
  ['two queues with one id', '/queues/1', { queues: [{ id: 'a', takes: {} }, { id: 'a' }] }],
  ['a queue id that is a path', '/queues/0/id', queue({ id: '../etc' })],
  ['an empty list of languages', '/queues/0/takes/languages', queue({ takes: { languages: [] } })],
  ...['klingon', 'xx', 'qzz', '', 'th TH', 'und'].map(
    (tag) =>
      [
        `the language ${JSON.stringify(tag)}, which does not exist`,
        '/queues/0/takes/languages/1',
        queue({ takes: { languages: ['th-TH', tag] } }),
      ] as const,
  ),
  ['a need of an unknown language', '/queues/0/needs/0', queue({ needs: ['language:klingon'] })],
  ['an unknown matcher of a queue', '/queues/0/takes/country', queue({ takes: { country: ['TH'] } })],
  ['an empty need', '/queues/0/needs/1', queue({ needs: ['vip', ''] })],
  ['a queue priority above 100', '/queues/0/priority', queue({ priority: 101 })],
  ['a pickTimeoutSeconds of 0', '/queues/0/pickTimeoutSeconds', queue({ pickTimeoutSeconds: 0 })],
  ['a wrapUpSeconds with a fraction', '/queues/0/wrapUpSeconds', queue({ wrapUpSeconds: 1.5 })],
  [
    'a close less than 20 s after its warning',
    '/queues/0/autoClose/closeSeconds',
    queue({ autoClose: { warnSeconds: 60, closeSeconds: 79 } }),
  ],
  ['autoClose without closeSeconds', '/queues/0/autoClose', queue({ autoClose: { warnSeconds: 60 } })],
  [
    'a warnSeconds of 0',
    '/queues/0/autoClose/warnSeconds',
    queue({ autoClose: { warnSeconds: 0, closeSeconds: 60 } }),
  ],
  ['an eventRetentionHours below 24', '/eventRetentionHours', { eventRetentionHours: 23 }],
  ['a goal of 0 percent', '/queues/0/goal/percent', queue({ goal: { seconds: 60, percent: 0 } })],
  ['an unknown whenClosed', '/queues/0/whenClosed', queue({ whenClosed: 'drop' })],
  [
    'a widen step that drops an unknown need',
    '/queues/0/widen',
    queue({ widen: [{ afterSeconds: 60, drop: ['language:tha'] }] }),
  ],
  ['a widen step to tier 1', '/queues/0/widen/0/tier', queue({ widen: [{ afterSeconds: 60, tier: 1 }] })],
  [
    'two widen steps at one time',
    '/queues/0/widen/1',
    queue({ widen: [{ afterSeconds: 60 }, { afterSeconds: 60 }] }),
  ],
  ['an unknown time zone', '/queues/0/hours/timeZone', hours({}, { timeZone: 'Asia/Atlantis' })],
  ['a malformed holiday', '/queues/0/hours/holidays/0', hours({}, { holidays: ['25.12.2026'] })],
  ...['2026-02-30', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'].map(
    (day) =>
      [
        `the holiday ${day}, which does not exist`,
        '/queues/0/hours/holidays/1',
        hours({}, { holidays: ['2028-02-29', day] }),
      ] as const,
  ),
  [
    'a blank alias of a status',
    '/statuses/0/alias',
    { statuses: statuses.with(0, { id: 'online', alias: '\u3164', routable: true }) },
  ],
  [
    'a blank warning',
    '/queues/0/autoClose/warningText',
    queue({ autoClose: { warnSeconds: 60, closeSeconds: 90, warningText: ' ' } }),
  ],
  ['a blank contact reason', '/queues/0/takes/ccrs/0', queue({ takes: { ccrs: [' '] } })],
  ['an unknown weekday', '/queues/0/hours/weekly/mo', hours({ mo: [] })],
  [
    'a malformed opening time',
    '/queues/0/hours/weekly/mon/0/from',
    hours({ mon: [{ from: '9:00', to: '17:00' }] }),
  ],
  [
    'a closing time before the opening time',
    '/queues/0/hours/weekly/mon/0/to',
    hours({ mon: [{ from: '17:00', to: '09:00' }] }),
  ],
];
