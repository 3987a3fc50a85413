import { expect, it } from 'vitest';
import * as v from 'valibot';
import { diffSettings } from './diff-settings.ts';
import { Settings, type SettingsInput } from './settings.ts';

const diff = (before: SettingsInput, after: SettingsInput) =>
  diffSettings(v.parse(Settings, before), v.parse(Settings, after));

const thai = { id: 'thai', takes: { languages: ['tha'] }, widen: [{ afterSeconds: 60, drop: [] }] };
const malay = { id: 'malay', takes: { languages: ['msa'] } };
const rest = { id: 'rest' };

it('finds no difference between equal settings', () => {
  expect(diff({ queues: [thai, rest] }, { queues: [thai, rest] })).toEqual([]);
});

it('names a setting, and gives its value before and after', () => {
  expect(diff({}, { capacity: 5 })).toEqual([{ path: 'capacity', before: 3, after: 5 }]);
  expect(diff({}, { limits: { callsPerPersonPerMinute: 700 } })).toEqual([
    { path: 'limits.callsPerPersonPerMinute', before: expect.any(Number), after: 700 },
  ]);
});

it('finds a queue by its id, and a widen step by its position', () => {
  const widened = { ...thai, priority: 2, widen: [{ afterSeconds: 90, drop: [] }] };
  expect(diff({ queues: [thai, rest] }, { queues: [malay, widened, rest] })).toEqual([
    { path: 'queues[thai].priority', before: 0, after: 2 },
    { path: 'queues[thai].widen[0].afterSeconds', before: 60, after: 90 },
    { path: 'queues[malay]', after: expect.objectContaining(malay) },
  ]);
});

it('shows added and removed values', () => {
  const [removed, ...others] = diff({ queues: [malay, rest] }, { queues: [rest] });
  expect(removed).toEqual({ path: 'queues[malay]', before: expect.objectContaining(malay) });
  expect(others).toEqual([]);
  expect(diff({ queues: [rest] }, { queues: [{ ...rest, wrapUpSeconds: 30 }] })).toEqual([
    { path: 'queues[rest].wrapUpSeconds', after: 30 },
  ]);
  expect(diff({ queues: [rest] }, { queues: [{ ...rest, needs: ['vip'] }] })).toEqual([
    { path: 'queues[rest].needs', before: [], after: ['vip'] },
  ]);
});

it('shows a changed order, because the first queue that takes a ticket gets it', () => {
  expect(diff({ queues: [thai, malay, rest] }, { queues: [malay, thai, rest] })).toEqual([
    { path: 'queues', before: ['thai', 'malay', 'rest'], after: ['malay', 'thai', 'rest'] },
  ]);
});
