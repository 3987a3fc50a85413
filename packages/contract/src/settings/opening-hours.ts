import * as v from 'valibot';

const time = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time HH:MM from 00:00 to 24:00'),
);
const DayHours = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({ from: v.pipe(time, v.examples(['09:00'])), to: v.pipe(time, v.examples(['18:00'])) }),
      v.forward(
        v.check(
          ({ from, to }) => from < to,
          'must be later than `from`; hours past midnight go to the next day',
        ),
        ['to'],
      ),
    ),
  ),
  v.maxLength(8),
);

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** When a queue is open, in its own local time. */
export const OpeningHours = v.pipe(
  v.strictObject({
    timeZone: v.pipe(
      v.string(),
      v.maxLength(64),
      v.check(isTimeZone, 'must be a time zone of the IANA database, such as Asia/Singapore'),
      v.description('IANA time zone.'),
      v.examples(['Asia/Singapore']),
    ),
    weekly: v.pipe(
      v.strictObject({
        mon: v.optional(DayHours, []),
        tue: v.optional(DayHours, []),
        wed: v.optional(DayHours, []),
        thu: v.optional(DayHours, []),
        fri: v.optional(DayHours, []),
        sat: v.optional(DayHours, []),
        sun: v.optional(DayHours, []),
      }),
      v.description('The open hours of each day of the week; a day left out is closed.'),
    ),
    holidays: v.pipe(
      v.optional(v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(400)), []),
      v.description('Local dates on which the queue stays closed.'),
      v.examples([['2026-12-25']]),
    ),
  }),
  v.description('When a queue is open.'),
);
export type OpeningHours = v.InferOutput<typeof OpeningHours>;
