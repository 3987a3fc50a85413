import * as v from 'valibot';
import { QueueSetting } from './queue-setting.ts';
import { day, slug, wholeNumber } from './setting.ts';

const StatusSetting = v.strictObject({
  id: v.pipe(slug, v.description('What PUT /v1/status takes.'), v.examples(['lunch'])),
  alias: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(64),
    v.description('The status as shown to people.'),
    v.examples(['Lunch']),
  ),
  routable: v.pipe(v.boolean(), v.description('Whether agents in it get new tickets.'), v.examples([false])),
});
export type StatusSetting = v.InferOutput<typeof StatusSetting>;

/** How the next agent is chosen among those who may receive a ticket. */
export const Strategy = v.picklist(['least_loaded', 'longest_idle', 'round_robin']);
export type Strategy = v.InferOutput<typeof Strategy>;

/** These always exist, and whether they are routable is not to be chosen. */
const fixedStatuses: ReadonlyMap<string, boolean> = new Map([
  ['online', true],
  ['away', false],
  ['offline', false],
]);

const defaultStatuses: StatusSetting[] = [
  { id: 'online', alias: 'online', routable: true },
  { id: 'busy', alias: 'busy', routable: false },
  { id: 'break', alias: 'break', routable: false },
  { id: 'away', alias: 'away', routable: false },
  { id: 'offline', alias: 'offline', routable: false },
];

const uniqueIds = <Item extends { id: string }>() =>
  v.checkItems<Item[], string>(
    (item, i, all) => all.findIndex(({ id }) => id === item.id) === i,
    'must not have the id of one before it',
  );

/** What a supervisor sets for the workspace: one document, replaced as a whole. */
export const Settings = v.pipe(
  v.strictObject({
    statuses: v.pipe(
      v.optional(
        v.pipe(
          v.array(StatusSetting),
          v.maxLength(100),
          uniqueIds<StatusSetting>(),
          v.check(
            (list) => [...fixedStatuses.keys()].every((id) => list.some((status) => status.id === id)),
            'must hold online, away and offline',
          ),
          v.checkItems(
            ({ id, routable }) => (fixedStatuses.get(id) ?? routable) === routable,
            'must be routable if it is online, and not if it is away or offline',
          ),
        ),
        defaultStatuses,
      ),
      v.description('The statuses that an agent can take.'),
    ),
    capacity: v.pipe(
      v.optional(wholeNumber(0, 100), 3),
      v.description('How many tickets fit an agent whose record does not say otherwise.'),
      v.examples([3]),
    ),
    createsAgents: v.pipe(
      v.optional(v.boolean(), true),
      v.description('Whether an agent’s first PUT /v1/online or /v1/status makes its record.'),
      v.examples([true]),
    ),
    strategy: v.pipe(
      v.optional(Strategy, 'least_loaded'),
      v.description('Which of the agents who may receive a ticket gets it.'),
      v.examples(['least_loaded']),
    ),
    stickySeconds: v.pipe(
      v.optional(wholeNumber(0, 90 * day), day),
      v.description(
        'How long after a ticket its customer is given the same agent, if that one may receive; 0: never.',
      ),
      v.examples([86_400]),
    ),
    priorityPointSeconds: v.pipe(
      v.optional(wholeNumber(1, day), 60),
      v.description('How many seconds of waiting one point of priority is worth.'),
      v.examples([60]),
    ),
    missesUntilAway: v.pipe(
      v.optional(wholeNumber(1, 100), 2),
      v.description('After so many offers in a row that an agent does not pick, its status becomes `away`.'),
      v.examples([2]),
    ),
    eventRetentionHours: v.pipe(
      v.optional(wholeNumber(24, 26_280), 168),
      v.description(
        'How long the log keeps what happened. What belongs to a ticket that is open is kept for longer.',
      ),
      v.examples([168]),
    ),
    queues: v.pipe(
      v.optional(
        v.pipe(
          v.array(QueueSetting),
          v.minLength(1),
          v.maxLength(100),
          uniqueIds<QueueSetting>(),
          v.checkItems(
            ({ takes }, i, all) => (takes === undefined) === (i === all.length - 1),
            'must have `takes`, and the last one must not: it gets the rest',
          ),
        ),
        [{ id: 'default' }],
      ),
      v.description('The first queue that takes a ticket gets it. The last one takes the rest.'),
    ),
  }),
  v.description('The workspace’s settings. What is left out falls back to its default.'),
);
export type Settings = v.InferOutput<typeof Settings>;

/** The settings with the number of changes that led to them. */
export const SettingsDocument = v.pipe(
  v.strictObject({
    version: v.pipe(
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      v.description('Grows by one with each change; also the ETag.'),
      v.examples([4]),
    ),
    settings: Settings,
  }),
  v.description('The workspace’s settings and their version.'),
);
export type SettingsDocument = v.InferOutput<typeof SettingsDocument>;

/** The settings of a workspace that has set none. */
export const defaultSettings: Settings = v.parse(Settings, {});
