import { expect, it } from 'vitest';
import { matchQueue } from './match-queue.ts';
import { skillsNeeded, stagesOf } from './stage.ts';
import { defaultSettings, Settings } from '@chat-ticket/contract';
import { parse } from 'valibot';

const fields = { entityId: 'FP_TH', language: 'tha', ccr: 'delivery - wrong address' };

it('gives a ticket to the first queue that takes it, and any other ticket to the last', () => {
  const { queues } = parse(Settings, {
    queues: [
      { id: 'thai-billing', takes: { languages: ['tha'], ccrs: ['billing'] } },
      { id: 'delivery', takes: { ccrs: ['delivery'] } },
      { id: 'thailand', takes: { entityIds: ['FP_TH'] } },
      { id: 'rest' },
    ],
  });
  expect(matchQueue(queues, fields).id).toBe('delivery');
  expect(matchQueue(queues, { ...fields, ccr: 'billing' }).id).toBe('thai-billing');
  expect(matchQueue(queues, { ...fields, ccr: null }).id).toBe('thailand');
  expect(matchQueue(queues, { entityId: '', language: null, ccr: null }).id).toBe('rest');
  expect(matchQueue(defaultSettings.queues, fields).id).toBe('default');
});

it('matches a contact reason whole or by its topic before the first ` - `', () => {
  const { queues } = parse(Settings, {
    queues: [{ id: 'address', takes: { ccrs: ['delivery - wrong address'] } }, { id: 'rest' }],
  });
  expect(matchQueue(queues, fields).id).toBe('address');
  expect(matchQueue(queues, { ...fields, ccr: 'delivery - late' }).id).toBe('rest');
});

it('fills the ticket’s values into the needs, and leaves out needs without a value', () => {
  const needs = ['language:{language}', 'ccr:{ccr}', 'entity:{entityId}', 'vip', 'vip'];
  expect(skillsNeeded(needs, fields)).toEqual(['ccr:delivery', 'entity:FP_TH', 'language:tha', 'vip']);
  expect(skillsNeeded(needs, { entityId: '', language: null, ccr: null })).toEqual(['vip']);
  const ofShop = ['shop:{field:shop}', '{field:vip}-{language}'];
  expect(skillsNeeded(ofShop, { ...fields, fieldKeys: { shop: 'S-12', vip: 'gold' } })).toEqual([
    'gold-tha',
    'shop:S-12',
  ]);
  expect(skillsNeeded(ofShop, { ...fields, fieldKeys: { vip: 'gold' } })).toEqual(['gold-tha']);
  expect(skillsNeeded(ofShop, fields)).toEqual([]);
  expect(skillsNeeded(['{language}'], { ...fields, language: '$&' })).toEqual(['$&']);
});

it('widens step by step, each step in addition to those before', () => {
  const stages = stagesOf({
    needs: ['a', 'b'],
    widen: [
      { afterSeconds: 60, drop: ['b'] },
      { afterSeconds: 90, drop: [], tier: 2 },
      { afterSeconds: 120, drop: ['a'] },
    ],
  });
  expect(stages).toEqual([
    { afterMs: 0, needs: ['a', 'b'], tier: 1 },
    { afterMs: 60_000, needs: ['a'], tier: 1 },
    { afterMs: 90_000, needs: ['a'], tier: 2 },
    { afterMs: 120_000, needs: [], tier: 2 },
  ]);
});
