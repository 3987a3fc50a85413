import * as v from 'valibot';
import { OpeningHours } from './opening-hours.ts';
import { day, slug, wholeNumber } from './setting.ts';

const texts = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  v.minLength(1),
  v.maxLength(200),
);

const WidenStep = v.pipe(
  v.strictObject({
    afterSeconds: v.pipe(
      wholeNumber(1, 7 * day),
      v.description('Seconds of opening hours since the ticket was taken in.'),
      v.examples([120]),
    ),
    drop: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Needs of the queue that are given up, as they are written in `needs`.'),
      v.examples([['ccr:{ccr}']]),
    ),
    tier: v.pipe(
      v.optional(wholeNumber(2, 9)),
      v.description('Lets agents up to this tier (skill `tier:2`) take the ticket too.'),
      v.examples([2]),
    ),
  }),
  v.description('What is given up for a ticket that has waited for some time.'),
);

/** How much longer than the warning the close comes at least, so that there is time to answer. */
export const leastNoticeSeconds = 20;

const AutoClose = v.pipe(
  v.strictObject({
    warnSeconds: v.pipe(
      wholeNumber(1, 7 * day),
      v.description('How long the customer may owe the reply before the room tells of the close.'),
      v.examples([120]),
    ),
    closeSeconds: v.pipe(
      wholeNumber(1, 7 * day),
      v.description('How long before the chat is closed: at least 20 seconds more than `warnSeconds`.'),
      v.examples([180]),
    ),
    warningText: v.pipe(
      v.optional(
        v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
        'Are you still there? This chat closes soon unless you reply.',
      ),
      v.description('What the room tells the customer.'),
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
);

/** A rule for the tickets that it takes: whom they need, how long each step may last. */
export const QueueSetting = v.pipe(
  v.strictObject({
    id: v.pipe(slug, v.description('Names the queue.'), v.examples(['thai'])),
    takes: v.pipe(
      v.optional(
        v.strictObject({
          entityIds: v.optional(v.pipe(texts, v.examples([['FP_TH']]))),
          languages: v.optional(v.pipe(texts, v.examples([['tha']]))),
          ccrs: v.optional(
            v.pipe(
              texts,
              v.description('Contact reasons: a whole one, or what stands before ` - ` in it.'),
              v.examples([['delivery']]),
            ),
          ),
        }),
      ),
      v.description(
        'The tickets that it takes: all lists that are given have to fit. Left out: every ticket.',
      ),
    ),
    needs: v.pipe(
      v.optional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.maxLength(16)), []),
      v.description(
        'Skills that an agent must have. {language}, {entityId} and {ccr} (up to its first ` - `) stand for the ticket’s; a need whose value the ticket lacks is left out.',
      ),
      v.examples([['language:{language}']]),
    ),
    priority: v.pipe(
      v.optional(wholeNumber(0, 100), 0),
      v.description('Added to the priority of each of its tickets.'),
      v.examples([5]),
    ),
    widen: v.pipe(
      v.optional(
        v.pipe(
          v.array(WidenStep),
          v.maxLength(8),
          v.checkItems(
            (step, i, steps) => i === 0 || step.afterSeconds > steps[i - 1]!.afterSeconds,
            'must come later than the step before it',
          ),
        ),
        [],
      ),
      v.description('Steps by rising `afterSeconds`; each adds to those before it.'),
    ),
    pickTimeoutSeconds: v.pipe(
      v.optional(wholeNumber(1, day), 60),
      v.description('How long an offered ticket may stay unpicked before the next agent gets it.'),
      v.examples([60]),
    ),
    wrapUpSeconds: v.pipe(
      v.optional(wholeNumber(1, 7 * day)),
      v.description(
        'How long after the room a ticket is closed by itself; left out: only a person closes it.',
      ),
      v.examples([120]),
    ),
    autoClose: v.pipe(
      v.optional(AutoClose),
      v.description(
        'Closes a chat whose customer does not reply to its agent; left out: never. Anything said in the room starts it anew or stops it.',
      ),
    ),
    goal: v.pipe(
      v.optional(
        v.strictObject({
          seconds: v.pipe(wholeNumber(1, 7 * day), v.examples([60])),
          percent: v.pipe(wholeNumber(1, 100), v.examples([80])),
        }),
        { seconds: 60, percent: 80 },
      ),
      v.description('Service goal: this share of tickets has an agent within so many seconds.'),
    ),
    hours: v.pipe(v.optional(OpeningHours), v.description('Left out: always open.')),
    whenClosed: v.pipe(
      v.optional(v.picklist(['wait', 'refuse']), 'wait'),
      v.description(
        'What becomes of a chat outside the opening hours: it waits, without timers running, or is refused with 409 `queue_closed`.',
      ),
      v.examples(['wait']),
    ),
  }),
  v.forward(
    v.check(
      ({ needs, widen }) => widen.every(({ drop }) => drop.every((need) => needs.includes(need))),
      'must drop only what stands in the queue’s `needs`',
    ),
    ['widen'],
  ),
  v.description('A queue.'),
);
export type QueueSetting = v.InferOutput<typeof QueueSetting>;
