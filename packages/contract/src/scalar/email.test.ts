import { expect, it } from 'vitest';
import { isEmailAddress } from './email.ts';

it.each([
  'ann@desk.example',
  "liam.o'brien@desk.example",
  'a+b/c=d?e@desk.example',
  '"a b"@desk.example',
  '"a\\"b"@desk.example',
  'jörg@müller.example',
  'ann@localhost',
  'ann@[192.0.2.1]',
  'ann@[IPv6:2001:db8::1]',
  `${'a'.repeat(64)}@desk.example`,
])('accepts %s', (text) => {
  expect(isEmailAddress(text)).toBe(true);
});

it.each([
  '',
  'ann',
  '@desk.example',
  'ann@',
  'ann@desk@example',
  'ann@desk..example',
  'ann..lim@desk.example',
  '.ann@desk.example',
  'ann.@desk.example',
  'ann@-desk.example',
  'ann@desk.example.',
  'ann lim@desk.example',
  'ann@desk .example',
  'ann\u0000@desk.example',
  'Ann <ann@desk.example>',
  `${'a'.repeat(65)}@desk.example`,
  `ann@${'a.'.repeat(130)}example`,
])('refuses %j', (text) => {
  expect(isEmailAddress(text)).toBe(false);
});
