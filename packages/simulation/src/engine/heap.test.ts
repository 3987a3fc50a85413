import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from './heap.ts';

it('keeps the smallest item first after any sequence of pushes and removals', () => {
  const step = fc.record({ value: fc.integer({ min: 0, max: 20 }), removes: fc.option(fc.nat()) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const heap = new Heap<{ value: number; heapIndex: number }>((a, b) => a.value - b.value);
      const expected: { value: number; heapIndex: number }[] = [];
      for (const { value, removes } of steps) {
        const item = { value, heapIndex: -1 };
        heap.push(item);
        expected.push(item);
        const removed = removes === null ? [] : expected.splice(removes % expected.length, 1);
        for (const one of removed) heap.remove(one);
        expect(removed.map(({ heapIndex }) => heapIndex)).toEqual(removed.map(() => -1));
        const smallest = expected.length > 0 ? Math.min(...expected.map((one) => one.value)) : undefined;
        expect(heap.first?.value).toBe(smallest);
      }
    }),
    { seed: 3 },
  );
});
