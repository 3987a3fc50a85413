import { expect, it } from 'vitest';
import { Deliveries } from './deliveries.ts';

const frame = (text: string) => ({ seq: 1, type: 'message.posted' as const, data: { roomId: 'r', text } });

it('counts each frame from the moment that its message was sent', async () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 2, 100);
  deliveries.answered(100, 103);
  deliveries.heard(frame('1 hello'), 101);
  const taken = deliveries.take(10_000);
  deliveries.heard(frame('1 hello'), 105);
  expect(await taken).toEqual({ pushMs: [1, 5], answerMs: [3] });
});

it('fails where somebody is told twice, or of what is not said', () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 1, 100);
  deliveries.heard(frame('1 hello'), 101);
  expect(() => deliveries.heard(frame('1 hello'), 102)).toThrow('twice');
  expect(() => deliveries.heard(frame('2 hello'), 102)).toThrow('message 2');
});

it('fails where somebody is not told', async () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 2, 100);
  deliveries.heard(frame('1 hello'), 101);
  await expect(deliveries.take(1)).rejects.toThrow('not told to all');
});
