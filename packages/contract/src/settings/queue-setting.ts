import * as v from 'valibot';
import { isLanguage, toLanguage } from '../scalar/language.ts';
import { wholeNumber } from '../scalar/number.ts';
import { hasKnownLanguage, toSkill } from '../scalar/skill.ts';
import { visible } from '../scalar/visible-text.ts';
import { OpeningHours } from './opening-hours.ts';
import { daySeconds, numberSetting, slug } from './setting-values.ts';
import type * as types from './queue-setting.types.ts';

const texts = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(256), visible)),
  v.minLength(1),
  v.maxLength(200),
);

/** Schema of a widen step of a queue. */
export const WidenStep = v.pipe(
  v.strictObject({
    afterSeconds: v.pipe(
      wholeNumber(1, 7 * daySeconds),
      v.description(
        'When the step is taken: seconds after the ticket was created, while the queue is open. Up to 7 days.',
      ),
      v.examples([120]),
    ),
    drop: v.pipe(
      v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.transform(toSkill))),
          v.maxLength(16),
        ),
        [],
      ),
      v.description('The needs that the ticket no longer has, up to 16, written as in `needs` of the queue.'),
      v.examples([['ccr:{ccr}']]),
    ),
    tier: v.pipe(
      v.optional(wholeNumber(2, 9)),
      v.description('Agents up to this tier (skill `tier:2` to `tier:9`) may take the ticket too.'),
      v.examples([2]),
    ),
  }),
  v.description('What a ticket no longer requires after it has waited for some time.'),
);
/** What a ticket no longer requires after it has waited for some time. */
export type WidenStep = types.WidenStep;
/** A widen step, as a caller sends it. */
export type WidenStepInput = types.WidenStepInput;

/** The minimum time from the warning to the close, in seconds: `closeSeconds` minus `warnSeconds`. */
export const leastNoticeSeconds = 20;

/** Schema of the auto-close rule of a queue. */
export const AutoClose = v.pipe(
  v.strictObject({
    warnSeconds: v.pipe(
      wholeNumber(1, 7 * daySeconds),
      v.description(
        'How long the customer may owe the reply before the room warns of the close, in seconds. Up to 7 days.',
      ),
      v.examples([120]),
    ),
    closeSeconds: v.pipe(
      wholeNumber(1, 7 * daySeconds),
      v.description(
        'How long the customer may owe the reply before the chat is closed, in seconds: at least 20 more than `warnSeconds`, up to 7 days.',
      ),
      v.examples([180]),
    ),
    warningText: v.pipe(
      v.optional(
        v.pipe(v.string(), v.minLength(1), v.maxLength(1000), visible),
        'Are you still there? This chat closes soon unless you reply.',
      ),
      v.description('The text of the warning, which the customer sees.'),
      v.examples(['Are you still there? This chat closes soon unless you reply.']),
    ),
  }),
  v.forward(
    v.check(
      ({ warnSeconds, closeSeconds }) => closeSeconds >= warnSeconds + leastNoticeSeconds,
      `must be at least ${leastNoticeSeconds} more than \`warnSeconds\``,
    ),
    ['closeSeconds'],
  ),
  v.description('When an idle chat is warned and closed.'),
);
/** When a chat is warned and closed because its customer does not reply. */
export type AutoClose = types.AutoClose;
/** The auto-close rule of a queue, as a caller sends it. */
export type AutoCloseInput = types.AutoCloseInput;

/** Schema of a queue in the settings. */
export const QueueSetting = v.pipe(
  v.strictObject({
    id: v.pipe(slug, v.description('The queue’s id: 1 to 63 of a-z, 0-9, _ and -.'), v.examples(['thai'])),
    takes: v.pipe(
      v.optional(
        v.strictObject({
          entityIds: v.optional(
            v.pipe(texts, v.description('The `entityId`s of the tickets.'), v.examples([['FP_TH']])),
          ),
          languages: v.optional(
            v.pipe(
              v.array(
                v.pipe(v.string(), v.minLength(1), v.maxLength(256), isLanguage, v.transform(toLanguage)),
              ),
              v.minLength(1),
              v.maxLength(200),
              v.description(
                'The `language`s of the tickets, each a BCP 47 tag or a code of ISO 639. The desk returns ISO 639-3 codes.',
              ),
              v.examples([['tha']]),
              v.transform((languages: string[]) => [...new Set(languages)]),
            ),
          ),
          ccrs: v.optional(
            v.pipe(
              texts,
              v.description(
                'The contact reasons of the tickets: a whole `ccr`, or the part before its first ` - `. Case, spaces and dashes do not matter.',
              ),
              v.examples([['delivery']]),
            ),
          ),
          fields: v.optional(
            v.pipe(
              v.record(slug, texts),
              v.description(
                'Values of custom fields, by the id of the field. Each field that is given must have one of its values. Numbers are written as texts.',
              ),
              v.examples([{ shop: ['S-12'] }]),
            ),
          ),
        }),
      ),
      v.description(
        'Which tickets the queue takes. Every list that is given must contain the ticket’s value. Left out: every ticket.',
      ),
    ),
    needs: v.pipe(
      v.optional(
        v.pipe(
          v.array(
            v.pipe(
              v.string(),
              v.minLength(1),
              v.maxLength(64),
              visible,
              hasKnownLanguage,
              v.transform(toSkill),
            ),
          ),
          v.maxLength(16),
        ),
        [],
      ),
      v.description(
        'The skills that an agent must have, up to 16. `{language}`, `{entityId}`, `{ccr}` (up to its first ` - `) and one custom field such as `{field:shop}` are replaced by the ticket’s values. A need is skipped if the ticket lacks its value.',
      ),
      v.examples([['language:{language}', 'ccr:{ccr}']]),
    ),
    priority: v.pipe(
      v.optional(wholeNumber(0, 100), 0),
      v.description('A number that is added to the priority of each ticket of the queue.'),
      v.examples([5]),
    ),
    widen: v.pipe(
      v.optional(
        v.pipe(
          v.array(WidenStep),
          v.maxLength(8),
          v.checkItems(
            (step, i, steps) => i === 0 || step.afterSeconds > steps[i - 1]!.afterSeconds,
            'must be later than the step before it',
          ),
        ),
        [],
      ),
      v.description(
        'Up to 8 widen steps, by ascending `afterSeconds`. Each step applies in addition to those before it.',
      ),
    ),
    pickTimeoutSeconds: numberSetting(
      1,
      daySeconds,
      60,
      'How long an agent may leave an offered ticket unpicked, in seconds. Up to 1 day.',
    ),
    wrapUpSeconds: v.pipe(
      v.optional(wholeNumber(1, 7 * daySeconds)),
      v.description(
        'How long wrap-up lasts before the ticket closes automatically, in seconds. Up to 7 days. Left out: only a person or a program closes it.',
      ),
      v.examples([120]),
    ),
    autoClose: v.pipe(
      v.optional(AutoClose),
      v.description(
        'When a chat is closed because its customer does not reply to the agent. Left out: never. Every message in the room restarts or stops the timers.',
      ),
    ),
    goal: v.pipe(
      v.optional(
        v.strictObject({
          seconds: v.pipe(
            wholeNumber(1, 7 * daySeconds),
            v.description('Within how many seconds a ticket should have an agent. Up to 7 days.'),
            v.examples([60]),
          ),
          percent: v.pipe(
            wholeNumber(1, 100),
            v.description('The share of tickets that should meet the goal, in percent.'),
            v.examples([80]),
          ),
        }),
        { seconds: 60, percent: 80 },
      ),
      v.description('The service goal: which share of tickets should have an agent within how many seconds.'),
    ),
    hours: v.pipe(
      v.optional(OpeningHours),
      v.description('The opening hours of the queue. Left out: always open.'),
    ),
    whenClosed: v.pipe(
      v.optional(v.picklist(['wait', 'refuse']), 'wait'),
      v.description(
        'What happens to a new chat while the queue is closed. `wait`: it waits, and no timers run. `refuse`: the desk responds with 409 `queue_closed`.',
      ),
      v.examples(['wait']),
    ),
    requiresClosingCode: v.pipe(
      v.optional(v.boolean(), false),
      v.description(
        'Whether people and services can close a ticket of the queue, or its room, only with a closing code. Rules of the desk close without one.',
      ),
      v.examples([false]),
    ),
  }),
  v.forward(
    v.check(
      ({ needs, widen }) => widen.every(({ drop }) => drop.every((need) => needs.includes(need))),
      'must drop only needs that the queue’s `needs` contain',
    ),
    ['widen'],
  ),
  v.description('A queue: which tickets it takes, what they require, and how long each step may last.'),
);
/** A queue: which tickets it takes, what they require, and how long each step may last. */
export type QueueSetting = types.QueueSetting;
/** A queue, as a caller sends it: a field that is left out gets its default. */
export type QueueSettingInput = types.QueueSettingInput;
