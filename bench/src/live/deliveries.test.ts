import { expect, it } from 'vitest';
import { Deliveries } from './deliveries.ts';

const frame = (text: string) => ({ seq: 1, type: 'message.posted' as const, data: { roomId: 'r', text } });

it('measures each frame from the time that its message was sent', async () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 2, 100);
  deliveries.responded(100, 103);
  deliveries.received(frame('1 hello'), 101);
  const taken = deliveries.take(10_000);
  deliveries.received(frame('1 hello'), 105);
  expect(await taken).toEqual({ pushMs: [1, 5], responseMs: [3] });
});

it('throws when a frame arrives twice, or for a message that was not sent', () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 1, 100);
  deliveries.received(frame('1 hello'), 101);
  expect(() => deliveries.received(frame('1 hello'), 102)).toThrow('message 1 was received twice');
  expect(() => deliveries.received(frame('2 hello'), 102)).toThrow('message 2');
});

it('throws when a listener misses a message', async () => {
  const deliveries = new Deliveries();
  deliveries.sent('1', 2, 100);
  deliveries.received(frame('1 hello'), 101);
  await expect(deliveries.take(1)).rejects.toThrow('1 messages did not reach every listener');
});
