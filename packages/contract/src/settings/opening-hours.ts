import * as v from 'valibot';
import { TimeZone } from '../scalar/time-zone.ts';
import type * as types from './opening-hours.types.ts';

const time = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time HH:MM from 00:00 to 24:00'),
);

/** Schema of a period of a day. */
export const OpenPeriod = v.pipe(
  v.strictObject({
    from: v.pipe(time, v.description('When the period begins, as HH:MM.'), v.examples(['09:00'])),
    to: v.pipe(
      time,
      v.description('When the period ends, as HH:MM up to 24:00. It must be later than `from`.'),
      v.examples(['18:00']),
    ),
  }),
  v.forward(
    v.check(
      ({ from, to }) => from < to,
      'must be later than `from`; put hours past midnight into the next day',
    ),
    ['to'],
  ),
  v.description('A period of a day, in the queue’s local time.'),
);
/** A period of a day, in the queue’s local time. */
export type OpenPeriod = types.OpenPeriod;

const day = (name: string) =>
  v.pipe(
    v.optional(v.pipe(v.array(OpenPeriod), v.maxLength(8)), []),
    v.description(`The open periods of ${name}, up to 8. Left out: closed all day.`),
  );

/** Whether the calendar has the day of an ISO date. */
const isDay = (date: string) => {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.valueOf()) && midnight.toISOString().startsWith(date);
};

/** Schema of the opening hours of a queue. */
export const OpeningHours = v.pipe(
  v.strictObject({
    timeZone: v.pipe(
      TimeZone,
      v.description('The queue’s time zone, by its name in the IANA database.'),
      v.examples(['Asia/Singapore']),
    ),
    weekly: v.pipe(
      v.strictObject({
        mon: day('Monday'),
        tue: day('Tuesday'),
        wed: day('Wednesday'),
        thu: day('Thursday'),
        fri: day('Friday'),
        sat: day('Saturday'),
        sun: day('Sunday'),
      }),
      v.description('The open periods of each day of the week. A day that is left out is closed.'),
    ),
    holidays: v.pipe(
      v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.isoDate(), v.check(isDay, 'must be a day of the calendar'))),
          v.maxLength(400),
        ),
        [],
      ),
      v.description('The local dates on which the queue is closed, as YYYY-MM-DD, up to 400.'),
      v.examples([['2026-12-25']]),
    ),
  }),
  v.description('The opening hours of a queue.'),
);
/** The opening hours of a queue. */
export type OpeningHours = types.OpeningHours;
/** The opening hours of a queue, as a caller sends them. */
export type OpeningHoursInput = types.OpeningHoursInput;
