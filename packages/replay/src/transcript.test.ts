import { describe, expect, it } from 'vitest';
import { findDifference } from './transcript.ts';

const message = (seq: number, text = `text ${seq}`) => ({ seq, kind: 'message', from: 'agent ann', text });
const database = [message(1), message(2), message(4)];

describe('findDifference', () => {
  it('finds no difference between equal transcripts, even with gaps in `seq`', () => {
    expect(findDifference([], [])).toBeUndefined();
    expect(findDifference([message(1), message(2), message(4)], database)).toBeUndefined();
  });

  it.each([
    [[message(1), message(4)], 'message 2 is missing'],
    [[message(1), message(2)], 'message 4 is missing'],
    [[], 'message 1 is missing'],
    [[message(1), message(2), message(2), message(4)], 'message 2 is duplicated or out of order'],
    [[message(1), message(4), message(2)], 'message 2 is missing'],
    [[message(1), message(2), message(4), message(5)], 'message 5 is not in the database'],
    [[message(1), message(2, 'other'), message(4)], 'message 2 has other content'],
    [[message(1), message(2), { ...message(4), from: 'agent ben' }], 'message 4 has other content'],
    [[message(1), message(2), { ...message(4), kind: 'note' }], 'message 4 has other content'],
  ])('returns the first difference of %j', (seen, difference) => {
    expect(findDifference(seen, database)).toBe(difference);
  });
});
