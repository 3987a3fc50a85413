import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { ApiError } from '../error/api-error.ts';
import { createTokenVerifier } from './create-token-verifier.ts';
import { KeySetUnavailable, keySetLifetimeMs } from './key-set.ts';

const minuteMs = 60_000;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const signWith = ({ privateKey }: KeyPair, header: { alg: string; kid?: string }) =>
  new SignJWT({ role: 'agent' })
    .setProtectedHeader(header)
    .setSubject('ann')
    .setExpirationTime('30d')
    .sign(privateKey);

/** Serves a key set with these keys. */
async function verifierWith(keys: readonly unknown[]) {
  const server = createServer((_, response) => response.end(JSON.stringify({ keys }))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const warnings: string[] = [];
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const verifier = createTokenVerifier({ keys: { jwksUrl }, warn: (message) => warnings.push(message) });
  const codeOf = (token: string) =>
    verifier.verifyToken(token, Date.now()).then(
      ({ principal }) => principal.sub,
      (error: unknown) => (error instanceof ApiError ? error.code : error),
    );
  return { verifier, warnings, codeOf };
}

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
  expect(await verifier.checkKeys()).toEqual({
    isUsable: true,
    problem: undefined,
    hasUnusableKeys: false,
  });
});

it('is not usable if the server cannot be reached', async () => {
  const { stop, verify } = await openIssuer();
  stop();
  await expect(verify()).rejects.toThrow(KeySetUnavailable);
});

/** An unsigned token: the desk looks for its key before it checks the signature. */
const forged = (alg: string, kid: string) =>
  [{ alg, kid }, {}, 'x'].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

const shortKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
const privateKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

it.each([
  ['RS256', 'an RSA key of 1024 bits', shortKey(), 'it has fewer than 2048 bits'],
  ['RS256', 'a malformed modulus', { kty: 'RSA', n: '!!!', e: 'AQAB' }, 'it has fewer than'],
  ['PS256', 'an RSA key without a modulus', { kty: 'RSA' }, 'it is not a valid public key'],
  [
    'ES256',
    'a point that is not on the curve',
    { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' },
    'it is not',
  ],
  ['EdDSA', 'an Ed25519 key that is too short', { kty: 'OKP', crv: 'Ed25519', x: 'AA' }, 'it is not a valid'],
  ['EdDSA', 'a private key', privateKey(), 'it is not a valid public key'],
])('refuses a token with %s and %s, warns once, and uses the other keys', async (alg, _, bad, reason) => {
  const good = await generateKeyPair('ES256');
  const keys = [
    { ...bad, kid: 'bad' },
    { ...(await exportJWK(good.publicKey)), kid: 'good' },
  ];
  const { verifier, warnings, codeOf } = await verifierWith(keys);
  for (let n = 0; n < 3; n++) expect(await codeOf(forged(alg, 'bad'))).toBe('token_invalid');
  expect(await codeOf(await signWith(good, { alg: 'ES256', kid: 'good' }))).toBe('ann');
  expect(warnings).toEqual([expect.stringContaining(`"bad" (${reason}`)]);
  expect(await verifier.checkKeys()).toEqual({ isUsable: true, problem: undefined, hasUnusableKeys: true });
});

it('is not usable if the desk can use none of its keys', async () => {
  const { verifier, codeOf } = await verifierWith([{ ...shortKey(), kid: 'bad' }, null]);
  expect(await codeOf(forged('RS256', 'bad'))).toBeInstanceOf(KeySetUnavailable);
  expect(await verifier.checkKeys()).toMatchObject({
    isUsable: false,
    problem: expect.stringContaining('"bad" (it has fewer than 2048 bits), a key without `kid`'),
  });
});

it('has no complaint about keys of other algorithms', async () => {
  const good = await generateKeyPair('ES256');
  const other = await generateKeyPair('ES384', { extractable: true });
  const forEncryption = { ...shortKey(), use: 'enc' };
  const keys = await Promise.all([good, other].map(({ publicKey }) => exportJWK(publicKey)));
  const { verifier, warnings, codeOf } = await verifierWith([...keys, forEncryption, { kty: 'new' }]);
  expect(await codeOf(await signWith(good, { alg: 'ES256' }))).toBe('ann');
  expect(warnings).toEqual([]);
  expect(await verifier.checkKeys()).toMatchObject({ hasUnusableKeys: false });
});

it.each(['RS256', 'ES256', 'EdDSA'])('tries each key of %s that fits the header', async (alg) => {
  const [first, second, other] = await Promise.all([1, 2, 3].map(() => generateKeyPair(alg)));
  const jwks = await Promise.all([first!, second!].map(({ publicKey }) => exportJWK(publicKey)));
  for (const kid of [{}, { kid: 'same' }]) {
    const { codeOf } = await verifierWith(jwks.map((jwk) => Object.assign(jwk, kid)));
    expect(await codeOf(await signWith(first!, { alg, ...kid }))).toBe('ann');
    expect(await codeOf(await signWith(second!, { alg, ...kid }))).toBe('ann');
    expect(await codeOf(await signWith(other!, { alg, ...kid }))).toBe('token_invalid');
  }
});

it('tries at most 8 keys', async () => {
  const pairs = await Promise.all(Array.from({ length: 9 }, () => generateKeyPair('ES256')));
  const { codeOf } = await verifierWith(
    await Promise.all(pairs.map(({ publicKey }) => exportJWK(publicKey))),
  );
  expect(await codeOf(await signWith(pairs[7]!, { alg: 'ES256' }))).toBe('ann');
  expect(await codeOf(await signWith(pairs[8]!, { alg: 'ES256' }))).toBe('token_invalid');
});
