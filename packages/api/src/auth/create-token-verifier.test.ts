import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import type { AddressInfo } from 'node:net';
import { createTokenVerifier, type VerifierOptions } from './create-token-verifier.ts';

const secret = 'a secret that is long enough for HS256';
const now = 1_800_000_000_000;
const bytes = (text: string) => new TextEncoder().encode(text);

const sign = (
  claims: Record<string, unknown> = {},
  key: Parameters<SignJWT['sign']>[0] = bytes(secret),
  header = { alg: 'HS256' },
) =>
  new SignJWT({ sub: 'ann', role: 'agent', exp: now / 1000 + 60, ...claims })
    .setProtectedHeader(header)
    .sign(key);

const detailOf = (options: Partial<VerifierOptions>, token: string) =>
  createTokenVerifier({ keys: { secret }, ...options })
    .verifyToken(token, now)
    .then(
      () => undefined,
      ({ occurrences: [occurrence] }: { occurrences: { detail?: string }[] }) => occurrence?.detail,
    );

it.each([
  ['the signature', {}, () => sign({}, bytes(`${secret}!`)), /^The signature of the token is not right\./],
  [
    'the audience',
    { audience: 'desk' },
    () => sign({ aud: 'shop' }),
    /claim `aud` is not the one that the desk expects/,
  ],
  ['a missing audience', { audience: 'desk' }, () => sign(), /claim `aud` is missing/],
  [
    'the issuer',
    { issuer: 'https://id.test' },
    () => sign({ iss: 'https://x.test' }),
    /claim `iss` is not the one/,
  ],
  ['a missing end', {}, () => sign({ exp: undefined }), /claim `exp` is missing/],
  ['a start in the future', {}, () => sign({ nbf: now / 1000 + 90 }), /is valid \(`nbf`\) only in 90 s/],
  ['the role', {}, () => sign({ role: 'root' }), /claim `role` is missing or malformed/],
  ['the algorithm', {}, () => sign({}, bytes(secret.repeat(2)), { alg: 'HS512' }), /algorithm \(`alg`\)/],
  ['no JWT at all', {}, async () => 'abc', /^The token is not a signed JWT\./],
])('says that %s is wrong', async (_, options, token, detail) => {
  expect(await detailOf(options, await token())).toMatch(detail);
});

it('says that the key set has no key for the token', async () => {
  const [known, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'one', alg: 'ES256' };
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(
    0,
    '127.0.0.1',
  );
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await sign({}, other.privateKey, { alg: 'ES256', kid: 'two' } as { alg: string });
  expect(await detailOf({ keys: { jwksUrl } }, token)).toMatch(/key set of the desk has no usable key/);
});
