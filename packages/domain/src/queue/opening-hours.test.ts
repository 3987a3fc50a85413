import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forever, isTimeZone, type OpeningHours, openPeriods, type Weekday } from './opening-hours.ts';

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

describe('openPeriods', () => {
  it('gives each day its hours, merged where they touch or overlap, in any order', () => {
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
  ])('gives whole what reaches into %s to %s, and not what only touches it', (from, until, expected) => {
    const nineToFive = daily('09:00', '17:00');
    expect(open('UTC', nineToFive, `2026-06-01T${from}Z`, `2026-06-01T${until}Z`)).toEqual(expected);
  });

  it.each([
    ['Asia/Singapore', '2026-06-01', '2026-06-01T01:00Z/2026-06-01T09:00Z'],
    ['Asia/Kolkata', '2026-06-01', '2026-06-01T03:30Z/2026-06-01T11:30Z'],
    ['Pacific/Kiritimati', '2026-06-01', '2026-05-31T19:00Z/2026-06-01T03:00Z'],
    ['Pacific/Pago_Pago', '2026-06-01', '2026-06-01T20:00Z/2026-06-02T04:00Z'],
    ['Europe/Berlin', '2026-03-28', '2026-03-28T08:00Z/2026-03-28T16:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T07:00Z/2026-03-29T15:00Z'],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T07:00Z/2026-10-24T15:00Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T08:00Z/2026-10-25T16:00Z'],
  ])('goes by the clocks of %s on %s', (timeZone, date, expected) => {
    const range = [iso(Date.parse(date) - 86_400_000), iso(Date.parse(date) + 2 * 86_400_000)] as const;
    expect(open(timeZone, daily('09:00', '17:00'), ...range)).toContain(expected);
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00Z/2026-03-29T22:00Z'],
    ['2026-10-25', '2026-10-24T22:00Z/2026-10-25T23:00Z'],
  ])('is open for all of a day that is not of 24 hours: %s', (date, expected) => {
    expect(open('Europe/Berlin', { sun: allDay }, date, `${date}T12:00Z`)).toEqual([expected]);
  });

  it.each([
    ['begins in it', at('02:30', '05:00'), ['2026-03-08T07:30Z/2026-03-08T09:00Z']],
    ['ends in it', at('01:00', '02:30'), ['2026-03-08T06:00Z/2026-03-08T07:30Z']],
    ['lies in it', at('02:10', '02:50'), ['2026-03-08T07:10Z/2026-03-08T07:50Z']],
    ['is just it', at('02:00', '03:00'), []],
    ['would end before it begins', at('02:30', '03:15'), []],
  ])('moves on by the hour that New York skips what %s', (_, interval, expected) => {
    expect(open('America/New_York', { sun: [interval] }, '2026-03-08', '2026-03-09')).toEqual(expected);
  });

  it.each([
    ['begins in it', at('01:30', '05:00'), '2026-11-01T05:30Z/2026-11-01T10:00Z'],
    ['ends in it', at('00:00', '01:30'), '2026-11-01T04:00Z/2026-11-01T06:30Z'],
    ['lies in it', at('01:10', '01:50'), '2026-11-01T05:10Z/2026-11-01T06:50Z'],
    ['is just it', at('01:00', '02:00'), '2026-11-01T05:00Z/2026-11-01T07:00Z'],
  ])('opens early and closes late in the hour that New York has twice what %s', (_, interval, expected) => {
    expect(open('America/New_York', { sun: [interval] }, '2026-11-01', '2026-11-02')).toEqual([expected]);
  });

  it.each([
    ['is skipped', { sat: allDay, sun: allDay }, '2026-03-08', '2026-03-07T05:00Z/2026-03-09T04:00Z'],
    ['comes twice', { sat: allDay, sun: allDay }, '2026-11-01', '2026-10-31T04:00Z/2026-11-02T05:00Z'],
    ['comes twice', { sat: allDay }, '2026-11-01', '2026-10-31T04:00Z/2026-11-01T04:00Z'],
  ])('ends a day of Havana where the next begins, also when midnight %s', (_, weekly, date, expected) => {
    expect(open('America/Havana', weekly, `${date}T03:00Z`, `${date}T12:00Z`)).toEqual([expected]);
  });

  it('stays closed on a holiday of the local calendar', () => {
    const early = daily('06:00', '10:00');
    expect(open('Asia/Singapore', early, '2026-08-07T12:00Z', '2026-08-10T12:00Z', '2026-08-09')).toEqual([
      '2026-08-07T22:00Z/2026-08-08T02:00Z',
      '2026-08-09T22:00Z/2026-08-10T02:00Z',
    ]);
  });

  it.each([
    ['night', { mon: [at('22:00', '24:00')], tue: [at('00:00', '06:00')] }, '2026-06-01T22:00Z/2026-06-02T06:00Z'],
    ['week', { ...daily('00:00', '24:00'), mon: [at('00:00', '23:59')] }, '2026-06-02T00:00Z/2026-06-08T23:59Z'],
  ])('joins at midnight, so that a %s is one period', (_, weekly, expected) => {
    for (const instant of expected.split('/').map(Date.parse))
      expect(open('UTC', weekly, iso(instant - 60_000), iso(instant + 60_000))).toEqual([expected]);
  });

  it('is one period around the range when the week has no gap', () => {
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

  it('holds just the instants at which the clocks show an open time, in periods apart', () => {
    fc.assert(
      fc.property(someHours, instants, instants, fc.array(instants), (hours, a, b, probes) => {
        const [from, until] = [Math.min(a, b), Math.max(a, b) + 1];
        const periods = openPeriods(hours, from, until);
        const edges = periods.flatMap(({ opensAt, closesAt }) => [opensAt - 1, opensAt, closesAt - 1, closesAt]);
        expect(edges).toEqual([...new Set(edges)].toSorted((x, y) => x - y));
        expect(edges.map((edge) => showsOpen(hours, edge))).toEqual(periods.flatMap(() => [false, true, true, false]));
        for (const probe of [from, until - 1, ...probes.filter((one) => from <= one && one < until)])
          expect(periods.some((one) => one.opensAt <= probe && probe < one.closesAt)).toBe(showsOpen(hours, probe));
      }),
    );
  });
});
