import type { ErrorDocument, RoomToken } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { openDesk } from '../../test/open-desk.ts';

it('refuses when the desk has a key set only, whose issuer signs the tokens', async () => {
  const desk = await openDesk({ hasKeySet: true });
  const { roomId } = await openChat(desk);
  const response = await desk.call('service', 'backend', 'POST', `/v1/rooms/${roomId}/token`);
  expect(response.status).toBe(409);
  const { errors } = (await response.json()) as ErrorDocument;
  expect(errors).toMatchObject([{ code: 'token_not_issued_here' }]);
});

it('is valid for a day', async () => {
  const desk = await openDesk();
  const { roomId } = await openChat(desk);
  const response = await desk.call('service', 'backend', 'POST', `/v1/rooms/${roomId}/token`);
  const { token, expiresTimestamp } = (await response.json()) as RoomToken;
  expect(expiresTimestamp).toBe(desk.clock.now / 1000 + 86_400);
  const read = () =>
    desk.app.request(`/cs-chat-ticket/v1/rooms/${roomId}`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await read()).status).toBe(200);
  desk.clock.now += 86_460_000;
  const expired = await read();
  expect(((await expired.json()) as ErrorDocument).errors).toMatchObject([{ code: 'token_expired' }]);
});
