import * as v from 'valibot';
import { jsonSchema } from '../scalar/json-schema.ts';
import { wholeNumber } from '../scalar/number.ts';
import { Tag } from '../scalar/tag.ts';
import { visible } from '../scalar/visible-text.ts';
import { ClosingCodeSetting } from './closing-code-setting.ts';
import { FieldSetting } from './field-setting.ts';
import { findWrongCodes } from './find-wrong-codes.ts';
import { findWrongFields } from './find-wrong-fields.ts';
import { Limits } from './limits.ts';
import { pathOf } from './path-of.ts';
import { QueueSetting } from './queue-setting.ts';
import { daySeconds, numberSetting, slug } from './setting-values.ts';
import type * as types from './settings.types.ts';

/** Schema of an agent status in the settings. */
export const StatusSetting = v.pipe(
  v.strictObject({
    id: v.pipe(
      slug,
      v.description('The status’s id, which PUT /v1/status takes: 1 to 63 of a-z, 0-9, _ and -.'),
      v.examples(['lunch']),
    ),
    alias: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(64),
      visible,
      v.description('The status as shown to people.'),
      v.examples(['Lunch']),
    ),
    routable: v.pipe(
      v.boolean(),
      v.description('Whether agents in this status get new tickets.'),
      v.examples([false]),
    ),
  }),
  v.description('A status that agents can have.'),
);
/** A status that agents can have. */
export type StatusSetting = types.StatusSetting;

/** Schema of the routing strategy. */
export const Strategy = v.picklist(['least_loaded', 'longest_idle', 'round_robin']);
/** The rule that chooses between the agents who can take a ticket. */
export type Strategy = types.Strategy;

/** The statuses that every workspace has, and whether they are routable. */
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
    'must not have the id of an earlier one',
  );

const exampleQueues: QueueSetting[] = [
  {
    id: 'thai',
    takes: { languages: ['tha'] },
    needs: ['language:{language}', 'ccr:{ccr}'],
    priority: 5,
    widen: [
      { afterSeconds: 60, drop: ['ccr:{ccr}'] },
      { afterSeconds: 180, drop: [], tier: 2 },
    ],
    pickTimeoutSeconds: 45,
    wrapUpSeconds: 120,
    goal: { seconds: 60, percent: 80 },
    whenClosed: 'wait',
    requiresClosingCode: false,
  },
  {
    id: 'default',
    needs: [],
    priority: 0,
    widen: [],
    pickTimeoutSeconds: 60,
    goal: { seconds: 60, percent: 80 },
    whenClosed: 'wait',
    requiresClosingCode: false,
  },
];

/** Schema of the workspace’s settings. Parsing fills in the defaults. */
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
            'must contain online, away and offline',
          ),
          v.checkItems(
            ({ id, routable }) => (fixedStatuses.get(id) ?? routable) === routable,
            'must be routable if it is online, and not if it is away or offline',
          ),
          jsonSchema({
            allOf: Array.from(fixedStatuses, ([id, routable]) => ({
              contains: {
                required: ['id', 'routable'],
                properties: { id: { const: id }, routable: { const: routable } },
              },
            })),
          }),
        ),
        defaultStatuses,
      ),
      v.description(
        'The statuses that agents can have, up to 100. `online`, `away` and `offline` are required; only `online` of them is routable. Each id occurs once.',
      ),
      v.examples([
        [
          { id: 'online', alias: 'Online', routable: true },
          { id: 'lunch', alias: 'Lunch', routable: false },
          { id: 'away', alias: 'Away', routable: false },
          { id: 'offline', alias: 'Offline', routable: false },
        ],
      ]),
    ),
    capacity: numberSetting(
      0,
      100,
      3,
      'How many open tickets an agent can have, unless the agent’s record says otherwise.',
    ),
    createsAgents: v.pipe(
      v.optional(v.boolean(), true),
      v.description('Whether an agent’s first PUT /v1/online or /v1/status creates its record.'),
      v.examples([true]),
    ),
    joinsAgentsByEmail: v.pipe(
      v.optional(v.boolean(), false),
      v.description(
        'Whether an agent without a record gets the record that has the email of its token, at its first PUT /v1/online or /v1/status. Nobody must have used that record, and the claim `email_verified` must not be false. The record’s id becomes the `sub` of the token.',
      ),
      v.examples([false]),
    ),
    strategy: v.pipe(
      v.optional(Strategy, 'least_loaded'),
      v.description(
        'Which agent gets a ticket: the one with the fewest tickets, the longest idle one, or the one whose last assignment is oldest.',
      ),
      v.examples(['least_loaded']),
    ),
    stickySeconds: numberSetting(
      0,
      90 * daySeconds,
      daySeconds,
      'How long after a chat its customer gets the same agent again if that agent can take the ticket, in seconds. 0: never. Up to 90 days.',
    ),
    priorityPointSeconds: numberSetting(
      1,
      daySeconds,
      60,
      'How many seconds of waiting one point of priority is worth. Up to 1 day.',
    ),
    missesUntilAway: numberSetting(
      1,
      100,
      2,
      'After how many offers in a row that an agent does not pick its status becomes `away`.',
    ),
    eventRetentionHours: numberSetting(
      24,
      26_280,
      168,
      'How long the event log stores events, in hours: 24 to 26,280. Events of a ticket are stored at least until it has been closed for that long.',
    ),
    limits: v.optional(Limits, {}),
    fields: v.pipe(
      v.optional(v.pipe(v.array(FieldSetting), v.maxLength(20), uniqueIds<FieldSetting>()), []),
      v.description(
        'The custom fields of tickets, up to 20. Each id occurs once. Tickets keep values of fields that are removed.',
      ),
      v.examples([
        [
          { id: 'shop', name: 'Shop', type: 'text', writers: ['service'] },
          {
            id: 'vip',
            name: 'VIP',
            type: 'choice',
            choices: ['gold', 'silver'],
            writers: ['service', 'supervisor'],
          },
        ],
      ]),
    ),
    tags: v.pipe(
      v.optional(
        v.strictObject({
          names: v.pipe(
            v.optional(
              v.pipe(
                v.array(Tag),
                v.maxLength(500),
                v.transform((tags: string[]) => [...new Set(tags)]),
              ),
              [],
            ),
            v.description('The tags that agents choose from, up to 500. The desk writes them in lower case.'),
            v.examples([['photo', 'map pin']]),
          ),
          allowsOthers: v.pipe(
            v.optional(v.boolean(), true),
            v.description(
              'Whether agents can also set tags that are not listed. Supervisors, admins and services always can.',
            ),
            v.examples([true]),
          ),
        }),
        {},
      ),
      v.description('The tags of tickets.'),
    ),
    closingCodes: v.pipe(
      v.optional(v.pipe(v.array(ClosingCodeSetting), v.maxLength(100), uniqueIds<ClosingCodeSetting>()), []),
      v.description(
        'The closing codes, up to 100, in the order in which people choose from them. Each id occurs once. Archive a code that tickets have instead of removing it.',
      ),
      v.examples([
        [
          { id: 'solved', name: 'Solved', archived: false },
          { id: 'refunded', name: 'Refunded', archived: false },
        ],
      ]),
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
            'must have `takes`, except the last one, which must not: it takes the rest',
          ),
        ),
        [{ id: 'default' }],
      ),
      v.description(
        'The queues, up to 100. A ticket goes to the first queue that takes it. The last queue has no `takes` and takes the rest; every other one has. Each id occurs once.',
      ),
      v.examples([exampleQueues]),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { keys, message } of [...findWrongCodes(dataset.value), ...findWrongFields(dataset.value)])
      addIssue({ message, path: pathOf(dataset.value, keys) });
  }),
  v.description('The workspace’s settings. A field that is left out gets its default.'),
);
/** The workspace’s settings, with every default filled in. */
export type Settings = types.Settings;
/** The workspace’s settings, as a caller sends them: a field that is left out gets its default. */
export type SettingsInput = types.SettingsInput;

/** Schema of the settings and their version. */
export const SettingsDocument = v.pipe(
  v.strictObject({
    version: v.pipe(
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      v.description('The version of the settings. It grows by 1 with each change, and is the ETag.'),
      v.examples([4]),
    ),
    settings: Settings,
  }),
  v.description('The workspace’s settings and their version.'),
);
/** The workspace’s settings and their version. */
export type SettingsDocument = types.SettingsDocument;

/** The settings of a workspace that has not changed them. */
export const defaultSettings: Settings = v.parse(Settings, {});
