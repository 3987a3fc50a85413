import { describe, expect, it } from 'vitest';
import { differenceOf } from './transcript.ts';

const said = (seq: number, text = `text ${seq}`) => ({ seq, kind: 'message', from: 'agent ann', text });
const database = [said(1), said(2), said(4)];

describe('differenceOf', () => {
  it('finds none between equal transcripts, whatever numbers they leave out', () => {
    expect(differenceOf([], [])).toBeUndefined();
    expect(differenceOf([said(1), said(2), said(4)], database)).toBeUndefined();
  });

  it.each([
    [[said(1), said(4)], 'message 2 is missing'],
    [[said(1), said(2)], 'message 4 is missing'],
    [[], 'message 1 is missing'],
    [[said(1), said(2), said(2), said(4)], 'message 2 came twice, or late'],
    [[said(1), said(4), said(2)], 'message 2 is missing'],
    [[said(1), said(2), said(4), said(5)], 'message 5 is one too many'],
    [[said(1), said(2, 'other'), said(4)], 'message 2 reads otherwise'],
    [[said(1), said(2), { ...said(4), from: 'agent ben' }], 'message 4 reads otherwise'],
    [[said(1), said(2), { ...said(4), kind: 'note' }], 'message 4 reads otherwise'],
  ])('names the first of %j', (seen, difference) => {
    expect(differenceOf(seen, database)).toBe(difference);
  });
});
