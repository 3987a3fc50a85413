import { expect, it } from 'vitest';
import { connectionLimit } from './connection-limit.ts';

it('accepts as many connections as configured, when the process may open as many files', () => {
  expect(connectionLimit(100)).toBe(100);
  expect(connectionLimit(10_000, Infinity)).toBe(10_000);
});

it('leaves descriptors for the database and the log, when the process may open few files', () => {
  expect(connectionLimit(10_000, 1_024)).toBe(896);
  expect(connectionLimit(10_000, 64)).toBe(1);
});
