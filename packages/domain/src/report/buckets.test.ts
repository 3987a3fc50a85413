import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, type TimeUnit } from './buckets.ts';
import { timeOf } from './time-of.ts';

const keysOf = (unit: TimeUnit, timeZone: string, from: string, until: string) =>
  bucketsOf(unit, timeZone, Date.parse(from), Date.parse(until)).map(
    (bucket) => `${bucket.key} ${(bucket.until - bucket.from) / 60_000}`,
  );

describe('bucketsOf', () => {
  it('has days of 23 and 25 hours where clocks change', () => {
    expect(keysOf('day', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-30T22:00Z')).toEqual([
      '2026-03-29 1380',
      '2026-03-30 1440',
    ]);
    expect(keysOf('day', 'Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toEqual([
      '2026-10-25 1500',
    ]);
  });

  it('begins a day at the change if clocks skip its midnight', () => {
    expect(keysOf('day', 'Africa/Cairo', '2026-04-23T12:00Z', '2026-04-24T12:00Z')).toEqual([
      '2026-04-23 600',
      '2026-04-24 840',
    ]);
  });

  it('has an hour that clocks repeat twice, and one that they skip not at all', () => {
    expect(keysOf('hour', 'Europe/Berlin', '2026-10-25T00:00Z', '2026-10-25T02:30Z')).toEqual([
      '2026-10-25T02:00+02:00 60',
      '2026-10-25T02:00+01:00 60',
      '2026-10-25T03:00+01:00 30',
    ]);
    expect(keysOf('hour', 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T02:00Z')).toEqual([
      '2026-03-29T01:00+01:00 60',
      '2026-03-29T03:00+02:00 60',
    ]);
  });

  it('begins hours where local clocks do', () => {
    expect(keysOf('hour', 'Asia/Kolkata', '2026-01-01T00:00Z', '2026-01-01T01:00Z')).toEqual([
      '2026-01-01T05:00+05:30 30',
      '2026-01-01T06:00+05:30 30',
    ]);
  });

  it('covers every range exactly, with the local date of each instant', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/Havana',
    ];
    const year = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    const args = [fc.constantFrom(...zones), year, fc.integer({ min: 1, max: 4 * 86_400_000 })] as const;
    fc.assert(
      fc.property(...args, fc.constantFrom<TimeUnit>('hour', 'day'), (timeZone, from, length, unit) => {
        const buckets = bucketsOf(unit, timeZone, from, from + length);
        expect([buckets[0]?.from, buckets.at(-1)?.until]).toEqual([from, from + length]);
        const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        expect(buckets.slice(1).map((bucket) => bucket.from)).toEqual(
          buckets.slice(0, -1).map((bucket) => bucket.until),
        );
        for (const bucket of buckets) {
          const digits = unit === 'day' ? 10 : 13;
          for (const at of [bucket.from, bucket.until - 1])
            expect(format.format(at).replace(' ', 'T').slice(0, digits)).toBe(bucket.key.slice(0, digits));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('timeOf', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:30+01:00', '2026-10-25T01:30:00.000Z'],
    ['2026-10-25T02:30:15.5Z', '2026-10-25T02:30:15.500Z'],
    ['2026-10-25T02:30-02:30', '2026-10-25T05:00:00.000Z'],
  ])('reads %s in Berlin as %s', (text, instant) => {
    expect(new Date(timeOf(text, 'Europe/Berlin')!).toISOString()).toBe(instant);
  });

  it.each([
    '',
    '2026',
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T25:00',
    '2026-01-01 10:00',
    '1764144000',
    'now',
  ])('does not read %j', (text) => {
    expect(timeOf(text, 'UTC')).toBeNull();
  });
});
