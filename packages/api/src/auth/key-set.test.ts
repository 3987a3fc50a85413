import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { ApiError } from '../error/api-error.ts';
import { createTokenVerifier } from './create-token-verifier.ts';
import { KeySetUnavailable, keySetLifetimeMs } from './key-set.ts';

const minuteMs = 60_000;

/** Serves a key set, and responds in another way while `respond` is set. */
async function openIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1' }] };
  const issuer = {
    respond: undefined as ((response: ServerResponse) => void) | undefined,
    fetches: 0,
  };
  const server = createServer((_, response) => {
    issuer.fetches += 1;
    if (issuer.respond) issuer.respond(response);
    else response.end(JSON.stringify(keys));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);
  const { port } = server.address() as AddressInfo;
  const verifier = createTokenVerifier({ keys: { jwksUrl: `http://127.0.0.1:${port}/jwks` } });
  const sign = (kid = 'key-1') =>
    new SignJWT({ role: 'agent' })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject('ann')
      .setExpirationTime('30d')
      .sign(privateKey);
  const token = await sign();
  return { issuer, stop, sign, verify: () => verifier.verifyToken(token, Date.now()), verifier };
}

const problems: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'a status of 500': (response) => response.writeHead(500).end('no'),
  'a redirect': (response) => response.writeHead(302, { Location: '/other' }).end(),
  HTML: (response) => response.end('<html></html>'),
  'half of a JSON text': (response) => response.end('{"keys":['),
  'more than 1 MiB': (response) => response.end(`{"keys":[${' '.repeat(1_100_000)}]}`),
  'no keys': (response) => response.end('{"keys":[]}'),
  'another JSON text': (response) => response.end('{"error":"x"}'),
  null: (response) => response.end('null'),
  'a broken connection': (response) => response.destroy(),
};

/** Moves the clock of `Date`, which `jose` reads. */
const moveClock = (ms: number) => vi.setSystemTime(Date.now() + ms);
const useClock = () => vi.useFakeTimers({ toFake: ['Date'] });
afterEach(() => void vi.useRealTimers());

it.each(Object.entries(problems))('blames the key set, not the token, for %s', async (_, respond) => {
  const { issuer, verify, verifier } = await openIssuer();
  issuer.respond = respond;
  await expect(verify()).rejects.toThrow(KeySetUnavailable);
  expect(await verifier.checkKeys()).toMatchObject({ isUsable: false, problem: expect.any(String) });
});

it.each(Object.entries(problems))('goes on with the last key set after %s', async (_, respond) => {
  useClock();
  const { issuer, verify, verifier } = await openIssuer();
  await verify();
  issuer.respond = respond;
  for (let hours = 1; hours < 12; hours++) {
    moveClock(60 * minuteMs);
    await expect(verify()).resolves.toMatchObject({ principal: { sub: 'ann' } });
  }
  expect(await verifier.checkKeys()).toMatchObject({ isUsable: true, problem: expect.any(String) });
  moveClock(keySetLifetimeMs);
  await expect(verify()).rejects.toThrow(KeySetUnavailable);
});

it('asks for the key set at most once in 10 seconds while it is not available', async () => {
  useClock();
  const { issuer, verify } = await openIssuer();
  issuer.respond = problems['a status of 500'];
  for (let n = 0; n < 5; n++) await expect(verify()).rejects.toThrow(KeySetUnavailable);
  expect(issuer.fetches).toBe(1);
  issuer.respond = undefined;
  moveClock(11_000);
  await expect(verify()).resolves.toMatchObject({ principal: { sub: 'ann' } });
});

it('blames the key set for a key that the last set does not have', async () => {
  useClock();
  const { issuer, verify, sign, verifier } = await openIssuer();
  await verify();
  const token = await sign('key-2');
  issuer.respond = problems['a status of 500'];
  moveClock(60_000);
  for (let n = 0; n < 2; n++)
    await expect(verifier.verifyToken(token, Date.now())).rejects.toThrow(KeySetUnavailable);
  await expect(verify()).resolves.toMatchObject({ principal: { sub: 'ann' } });
});

it('blames the token for a key that the set does not have', async () => {
  const { sign, verifier } = await openIssuer();
  const token = await sign('key-2');
  const refused = await verifier.verifyToken(token, Date.now()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ code: 'token_invalid' });
  expect(await verifier.checkKeys()).toEqual({ isUsable: true, problem: undefined });
});

it('is not usable if the server cannot be reached', async () => {
  const { stop, verify } = await openIssuer();
  stop();
  await expect(verify()).rejects.toThrow(KeySetUnavailable);
});
