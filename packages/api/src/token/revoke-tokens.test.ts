import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { openDesk, secret } from '../../test/open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The status of a call with a token of ann that was issued `seconds` from now. */
async function statusOf(desk: Desk, seconds: number): Promise<number> {
  const now = desk.clock.now / 1000;
  const token = await new SignJWT({ role: 'agent', sub: 'ann' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(now + seconds)
    .setExpirationTime(now + 3_600)
    .sign(new TextEncoder().encode(secret));
  const headers = { Authorization: `Bearer ${token}` };
  return (await desk.app.request('/cs-chat-ticket/v1/statuses', { headers })).status;
}

const revoke = (desk: Desk) =>
  desk.call('admin', 'root', 'POST', '/v1/tokens/revoke', { role: 'agent', sub: 'ann' });

it('ends every token that the desk would have accepted, and no token that is issued a minute later', async () => {
  const desk = await openDesk();
  await revoke(desk);
  for (const seconds of [-3_600, 0, 0.9, 60]) expect(await statusOf(desk, seconds)).toBe(401);
  desk.clock.now += 61_000;
  expect(await statusOf(desk, -1)).toBe(401);
  expect(await statusOf(desk, 0)).toBe(200);
});

it('ends tokens that were issued before the clock of the desk was set back', async () => {
  const desk = await openDesk();
  const before = desk.clock.now;
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  desk.clock.now -= 3_600_000;
  await revoke(desk);
  desk.clock.now = before;
  expect(await statusOf(desk, 0)).toBe(401);
});

it.each([1, 400])('ends no token for %i days because the clock was ahead by them', async (days) => {
  const desk = await openDesk();
  desk.clock.now += days * 86_400_000;
  await desk.call('agent', 'ann', 'PUT', '/v1/online');
  await revoke(desk);
  desk.clock.now -= days * 86_400_000;
  await revoke(desk);
  expect(await statusOf(desk, 0)).toBe(401);
  desk.clock.now += 3_600_000 + 61_000;
  expect(await statusOf(desk, -61)).toBe(401);
  expect(await statusOf(desk, 0)).toBe(200);
});
