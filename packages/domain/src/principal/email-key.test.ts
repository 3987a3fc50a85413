import { expect, it } from 'vitest';
import { emailKey } from './email-key.ts';

it.each([
  ['Ann@Desk.Example', 'ann@desk.example'],
  ['ÄNNE@desk.example', 'änne@desk.example'],
  ['A\u0308nne@desk.example', 'änne@desk.example'],
  ['ΟΔΟΣ@desk.example', 'οδοσ@desk.example'],
  ['οδος@desk.example', 'ΟΔΟΣ@desk.example'],
  ['АННА@ПОЧТА.РФ', 'анна@почта.рф'],
  ['"ann.lim"@desk.example', 'Ann.Lim@desk.example'],
  ['"a\\nn"@desk.example', 'ann@desk.example'],
])('takes %s and %s for the same address', (a, b) => {
  expect(emailKey(a)).toBe(emailKey(b));
});

it.each([
  ['änne@desk.example', 'anne@desk.example'],
  ['straße@desk.example', 'strasse@desk.example'],
  ['ａnn@desk.example', 'ann@desk.example'],
  ['"ann lim"@desk.example', 'ann lim@desk.example'],
  ['"ann..lim"@desk.example', 'ann..lim@desk.example'],
  ['"a@b"@desk.example', 'a@b@desk.example'],
])('takes %s and %s for different addresses', (a, b) => {
  expect(emailKey(a)).not.toBe(emailKey(b));
});
