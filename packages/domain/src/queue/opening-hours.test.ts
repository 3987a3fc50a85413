import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { forever, type OpeningHours, openPeriods, type Weekday } from './opening-hours.ts';

type Weekly = OpeningHours['weekly'];
const days: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const at = (from: string, to: string) => ({ from, to });
const daily = (from: string, to: string): Weekly =>
  Object.fromEntries(days.map((day) => [day, [at(from, to)]]));
const allDay = [at('00:00', '24:00')];
const iso = (instant: number) => new Date(instant).toISOString();
const open = (timeZone: string, weekly: Weekly, from: string, until: string, ...holidays: string[]) =>
  openPeriods({ timeZone, weekly, holidays }, Date.parse(from), Date.parse(until)).map(
    ({ opensAt, closesAt }) => `${iso(opensAt).slice(0, 16)}Z/${iso(closesAt).slice(0, 16)}Z`,
  );

const openIn = (timeZone: string) => open(timeZone, daily('09:00', '17:00'), '2026-06-01', '2026-06-02');

const clock = (minutes: number) => iso(minutes * 60_000).slice(11, 16);
const intervals = fc
  .tuple(fc.nat(1439), fc.integer({ min: 1, max: 1440 }))
  .map(([from, length]) => at(clock(from), from + length < 1440 ? clock(from + length) : '24:00'));
// Ten days around a change of the clocks somewhere: in spring and in autumn, also at midnight and by half an hour.
const instants = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08',
      '2026-03-28',
      '2026-04-05',
      '2026-09-06',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
    ),
    fc.integer({ min: -5 * 86_400_000, max: 5 * 86_400_000 }),
  )
  .map(([date, ms]) => Date.parse(date) + ms);
const dates = instants.map((instant) => iso(instant).slice(0, 10));
const someHours = fc.record({
  timeZone: fc.constantFrom(
    'Asia/Singapore',
    'Asia/Kolkata',
    'UTC',
    'Pacific/Kiritimati',
    'Europe/Berlin',
    'America/New_York',
    'America/Havana',
    'Asia/Beirut',
    'Africa/Cairo',
    'America/Santiago',
    'Australia/Lord_Howe',
  ),
  weekly: fc.dictionary(fc.constantFrom(...days), fc.array(intervals, { maxLength: 3 })),
  holidays: fc.array(dates, { maxLength: 4 }),
});

function clocksShowOpen({ timeZone, weekly, holidays }: OpeningHours, instant: number): boolean {
  const [date = '', time = ''] = new Date(instant).toLocaleString('sv', { timeZone }).split(' ');
  const hours = weekly[days[(new Date(date).getUTCDay() + 6) % 7]!] ?? [];
  return !holidays.includes(date) && hours.some(({ from, to }) => from <= time && time < to);
}

describe('openPeriods', () => {
  it('gives the hours of each day, in any order, and joins those that touch or overlap', () => {
    const mon = [at('15:00', '16:00'), at('09:00', '12:00'), at('10:00', '11:00'), at('12:00', '14:30')];
    expect(open('UTC', { wed: [at('10:00', '11:00')], mon }, '2026-06-01', '2026-06-08')).toEqual([
      '2026-06-01T09:00Z/2026-06-01T14:30Z',
      '2026-06-01T15:00Z/2026-06-01T16:00Z',
      '2026-06-03T10:00Z/2026-06-03T11:00Z',
    ]);
  });

  it.each([
    ['08:00', '09:01', ['2026-06-01T09:00Z/2026-06-01T17:00Z']],
    ['16:59', '18:00', ['2026-06-01T09:00Z/2026-06-01T17:00Z']],
    ['08:00', '09:00', []],
    ['17:00', '18:00', []],
  ])(
    'returns whole periods that overlap %s to %s, and none that only touches it',
    (from, until, expected) => {
      const nineToFive = daily('09:00', '17:00');
      expect(open('UTC', nineToFive, `2026-06-01T${from}Z`, `2026-06-01T${until}Z`)).toEqual(expected);
    },
  );

  it.each([
    ['Asia/Singapore', '2026-06-01', '2026-06-01T01:00Z/2026-06-01T09:00Z'],
    ['Asia/Kolkata', '2026-06-01', '2026-06-01T03:30Z/2026-06-01T11:30Z'],
    ['Pacific/Kiritimati', '2026-06-01', '2026-05-31T19:00Z/2026-06-01T03:00Z'],
    ['Pacific/Pago_Pago', '2026-06-01', '2026-06-01T20:00Z/2026-06-02T04:00Z'],
    ['Europe/Berlin', '2026-03-28', '2026-03-28T08:00Z/2026-03-28T16:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T07:00Z/2026-03-29T15:00Z'],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T07:00Z/2026-10-24T15:00Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T08:00Z/2026-10-25T16:00Z'],
  ])('follows the clocks of %s on %s', (timeZone, date, expected) => {
    expect(open(timeZone, daily('09:00', '17:00'), date, `${date}T23:59Z`)).toContain(expected);
  });

  it.each([
    ['begins in it', at('02:30', '05:00'), ['2026-03-08T07:00Z/2026-03-08T09:00Z']],
    ['ends in it', at('01:00', '02:30'), ['2026-03-08T06:00Z/2026-03-08T07:00Z']],
    ['is just it', at('02:00', '03:00'), []],
    ['begins in it and ends soon after', at('02:30', '03:15'), ['2026-03-08T07:00Z/2026-03-08T07:15Z']],
    ['contains it', at('01:00', '04:00'), ['2026-03-08T06:00Z/2026-03-08T08:00Z']],
  ])('is closed in the hour that New York skips: a period that %s', (_, interval, expected) => {
    expect(open('America/New_York', { sun: [interval] }, '2026-03-08', '2026-03-09')).toEqual(expected);
  });

  it.each([
    [
      'begins in it',
      at('01:30', '05:00'),
      ['2026-11-01T05:30Z/2026-11-01T06:00Z', '2026-11-01T06:30Z/2026-11-01T10:00Z'],
    ],
    [
      'ends in it',
      at('00:00', '01:30'),
      ['2026-11-01T04:00Z/2026-11-01T05:30Z', '2026-11-01T06:00Z/2026-11-01T06:30Z'],
    ],
    [
      'lies in it',
      at('01:10', '01:50'),
      ['2026-11-01T05:10Z/2026-11-01T05:50Z', '2026-11-01T06:10Z/2026-11-01T06:50Z'],
    ],
    ['contains it', at('00:00', '05:00'), ['2026-11-01T04:00Z/2026-11-01T10:00Z']],
  ])('is open twice in the hour that New York repeats: a period that %s', (_, interval, expected) => {
    expect(open('America/New_York', { sun: [interval] }, '2026-11-01', '2026-11-02')).toEqual(expected);
  });

  it.each([
    ['Europe/Berlin', at('02:30', '03:30'), '2027-03-28', '2027-03-28T01:00Z/2027-03-28T01:30Z'],
    ['Asia/Beirut', at('00:30', '02:00'), '2027-03-28', '2027-03-27T22:00Z/2027-03-27T23:00Z'],
    ['Asia/Beirut', at('00:00', '01:15'), '2027-03-28', '2027-03-27T22:00Z/2027-03-27T22:15Z'],
    ['Australia/Lord_Howe', at('02:10', '02:40'), '2026-10-04', '2026-10-03T15:30Z/2026-10-03T15:40Z'],
  ])('opens %s when its clocks first show the time after a gap', (timeZone, interval, date, expected) => {
    const from = new Date(Date.parse(date) - 86_400_000).toISOString();
    expect(open(timeZone, { sun: [interval] }, from, `${date}T23:00Z`)).toEqual([expected]);
  });

  it.each([
    ['is skipped', { sat: allDay, sun: allDay }, '2026-03-08', '2026-03-07T05:00Z/2026-03-09T04:00Z'],
    ['comes twice', { sat: allDay, sun: allDay }, '2026-11-01', '2026-10-31T04:00Z/2026-11-02T05:00Z'],
    ['comes twice', { sat: allDay }, '2026-11-01', '2026-10-31T04:00Z/2026-11-01T04:00Z'],
  ])('ends a day of Havana where the next begins when midnight %s', (_, weekly, date, expected) => {
    expect(open('America/Havana', weekly, `${date}T03:00Z`, `${date}T12:00Z`)).toEqual([expected]);
  });

  it('stays closed on a holiday of the local calendar', () => {
    const early = daily('06:00', '10:00');
    expect(open('Asia/Singapore', early, '2026-08-07T12:00Z', '2026-08-10T12:00Z', '2026-08-09')).toEqual([
      '2026-08-07T22:00Z/2026-08-08T02:00Z',
      '2026-08-09T22:00Z/2026-08-10T02:00Z',
    ]);
  });

  it('joins periods at midnight', () => {
    const night = { mon: [at('22:00', '24:00')], tue: [at('00:00', '06:00')] };
    expect(open('UTC', night, '2026-06-01', '2026-06-02')).toEqual(['2026-06-01T22:00Z/2026-06-02T06:00Z']);
  });

  it.each([
    ['starts', 'Pacific/Pago_Pago', '20:00', '2026-06-09T06:00Z', '2026-06-02T07:01Z/2026-06-09T07:00Z'],
    ['ends', 'Pacific/Kiritimati', '02:00', '2026-05-31T13:00Z', '2026-05-31T12:01Z/2026-06-07T12:00Z'],
  ])('finds where a period of a week less a minute %s', (_, zone, gap, now, expected) => {
    const mon = [at('00:00', gap), at(gap.replace(':00', ':01'), '24:00')];
    expect(open(zone, { ...daily('00:00', '24:00'), mon }, now, now.replace(':00', ':01'))).toEqual([
      expected,
    ]);
  });

  it('returns one period around the range when the week has no gap', () => {
    const hours = { timeZone: 'Asia/Singapore', weekly: daily('00:00', '24:00'), holidays: [] };
    const [from, until] = [Date.parse('2026-06-10T03:00Z'), Date.parse('2026-08-09T03:00Z')];
    const [period, ...others] = openPeriods(hours, from, until);
    expect(period?.opensAt).toBeLessThanOrEqual(Date.parse('2026-06-09T16:00Z'));
    expect(period?.closesAt).toBeGreaterThanOrEqual(until);
    expect(others).toEqual([]);
  });

  it('is always open without hours, and never with an empty week', () => {
    expect(openPeriods(null, 1, 2)).toEqual([{ opensAt: 0, closesAt: forever }]);
    expect(open('UTC', {}, '2026-06-01', '2026-06-08')).toEqual([]);
  });

  it('contains exactly the instants at which clocks show an open time, in separate periods', () => {
    fc.assert(
      fc.property(someHours, instants, instants, fc.array(instants), (hours, a, b, probes) => {
        const [from, until] = [Math.min(a, b), Math.max(a, b) + 1];
        const periods = openPeriods(hours, from, until);
        const edges = periods.flatMap((p) => [p.opensAt - 1, p.opensAt, p.closesAt - 1, p.closesAt]);
        expect(edges).toEqual([...new Set(edges)].toSorted((x, y) => x - y));
        for (const instant of [from, until - 1, ...edges, ...probes].filter((t) => from <= t && t < until))
          expect(periods.some((p) => p.opensAt <= instant && instant < p.closesAt)).toBe(
            clocksShowOpen(hours, instant),
          );
      }),
    );
  });

  it('prepares a time zone once for all spellings of its name, and keeps few zones', () => {
    const created = vi.spyOn(Intl, 'DateTimeFormat');
    onTestFinished(() => created.mockRestore());
    const [first, ...others] = ['+03:17', 'Pacific/Fakaofo', 'pacific/fakaofo', 'PACIFIC/FAKAOFO'].map(
      openIn,
    );
    expect(created).toHaveBeenCalledTimes(2);
    expect(new Set(others.map(String)).size).toBe(1);
    for (let minute = 240; minute < 540; minute++) openIn(`+${clock(minute)}`);
    created.mockClear();
    expect(openIn('+03:17')).toEqual(first);
    expect(created).toHaveBeenCalledTimes(1);
  });
});
