import { Settings } from '@chat-ticket/contract';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findWrongValues } from './find-wrong-values.ts';

const { fields } = v.parse(Settings, {
  fields: [
    { id: 'shop', name: 'Shop', type: 'text', writers: ['service'] },
    { id: 'missing', name: 'Missing value', type: 'number', min: 0, max: 500 },
    { id: 'fault', name: 'At fault', type: 'choice', choices: ['Kitchen', 'Rider'] },
    { id: 'due', name: 'Refund due', type: 'date' },
  ],
});

describe('findWrongValues', () => {
  it('accepts values of each type', () => {
    const values = { shop: 'S-12', missing: 9.5, fault: 'Rider', due: '2028-02-29' };
    expect(findWrongValues(fields, values, 'service')).toEqual([]);
  });

  it.each([
    ['shop', 7],
    ['shop', ' '],
    ['missing', '9'],
    ['missing', -1],
    ['missing', 500.5],
    ['fault', 'rider'],
    ['fault', 1],
    ['due', '2026-02-30'],
    ['due', '2026-2-3'],
    ['due', '2026-11-25T00:00:00Z'],
    ['colour', 'red'],
    ['toString', 'red'],
  ])('refuses %s: %j', (id, value) => {
    expect(findWrongValues(fields, { [id]: value }, 'service')).toMatchObject([{ id, kind: 'invalid' }]);
  });

  it('lets only the writers of a field set and remove it', () => {
    for (const value of ['S-12', null])
      expect(findWrongValues(fields, { shop: value, fault: 'Rider' }, 'agent')).toMatchObject([
        { id: 'shop', kind: 'not_writable' },
      ]);
  });

  it('lets everybody remove a value of a field that the settings no longer have', () => {
    expect(findWrongValues(fields, { colour: null }, 'agent')).toEqual([]);
  });
});
