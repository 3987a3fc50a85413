import { expect, it } from 'vitest';
import { servedUntil } from './served-until.ts';

const sweptAt = 1_800_000_000_000;
const nextAt = sweptAt + 60_000;

it('counts the time until the alarm that was asked for as served', () => {
  expect(servedUntil({ sweptAt, nextAt }, sweptAt + 1_000)).toBe(sweptAt + 1_000);
  expect(servedUntil({ sweptAt, nextAt }, nextAt)).toBe(nextAt);
});

it('ends at the time that was asked for if the alarm is late', () => {
  expect(servedUntil({ sweptAt, nextAt }, nextAt + 600_000)).toBe(nextAt);
  expect(servedUntil({ sweptAt, nextAt: sweptAt - 5 }, nextAt)).toBe(sweptAt);
});

it('is the last sweep if the clock was set back', () => {
  expect(servedUntil({ sweptAt, nextAt }, sweptAt - 3_600_000)).toBe(sweptAt);
});

it('is unknown if no deadline ran', () => {
  expect(servedUntil({ sweptAt, nextAt: null }, nextAt)).toBeNull();
  expect(servedUntil(undefined, nextAt)).toBeNull();
});
