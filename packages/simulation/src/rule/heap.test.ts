import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from './heap.ts';

it('has the smallest item first, whatever was pushed and removed before', () => {
  const step = fc.record({ value: fc.integer({ min: 0, max: 20 }), removes: fc.option(fc.nat()) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const heap = new Heap<{ value: number; place: number }>((a, b) => a.value - b.value);
      const held: { value: number; place: number }[] = [];
      for (const { value, removes } of steps) {
        const item = { value, place: -1 };
        heap.push(item);
        held.push(item);
        const removed = removes === null ? [] : held.splice(removes % held.length, 1);
        for (const one of removed) heap.remove(one);
        expect(removed.map(({ place }) => place)).toEqual(removed.map(() => -1));
        const smallest = held.length > 0 ? Math.min(...held.map((one) => one.value)) : undefined;
        expect(heap.first?.value).toBe(smallest);
      }
    }),
    { seed: 3 },
  );
});
