import { describe, expect, it } from 'vitest';
import { type ServedQueue, servesQueue } from './serves-queue.ts';

const queue = (changes: Partial<ServedQueue>): ServedQueue => ({
  id: 'q',
  needs: [],
  entityIds: null,
  languages: null,
  ccrs: null,
  fields: null,
  ...changes,
});
const serves = (changes: Partial<ServedQueue>, skills: string[]) => servesQueue(queue(changes))(skills);

describe('an agent serves a queue', () => {
  it('that needs no skill', () => {
    expect(serves({}, [])).toBe(true);
  });

  it('if it has every skill that the queue names', () => {
    expect(serves({ needs: ['vip', 'refunds'] }, ['refunds', 'vip', 'x'])).toBe(true);
    expect(serves({ needs: ['vip', 'refunds'] }, ['vip'])).toBe(false);
    expect(serves({ needs: ['a.b'] }, ['axb'])).toBe(false);
  });

  it('if it has a skill for some value of a placeholder', () => {
    expect(serves({ needs: ['language:{language}'] }, ['language:tha'])).toBe(true);
    expect(serves({ needs: ['language:{language}'] }, ['entity:FP_TH'])).toBe(false);
    expect(serves({ needs: ['{entityId}:{language}'] }, ['FP_TH:tha'])).toBe(true);
    expect(serves({ needs: ['shop:{field:shop}'] }, ['shop:S-12'])).toBe(true);
    expect(serves({ needs: ['shop:{field:shop}'], fields: { shop: ['S-1'] } }, ['shop:S-12'])).toBe(false);
    expect(serves({ needs: ['shop:{field:shop}'], fields: { shop: ['S-1'] } }, ['shop:S-1'])).toBe(true);
  });

  it('if the value is one that the queue takes', () => {
    const thai = { needs: ['language:{language}'], languages: ['tha', 'lao'] };
    expect(serves(thai, ['language:eng'])).toBe(false);
    expect(serves(thai, ['language:lao'])).toBe(true);
    const delivery = { needs: ['ccr:{ccr}'], ccrs: ['Delivery - late'] };
    expect(serves(delivery, ['ccr:delivery'])).toBe(true);
    expect(serves(delivery, ['ccr:payment'])).toBe(false);
  });
});
