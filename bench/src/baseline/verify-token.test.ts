import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createVerifier } from './verify-token.ts';

const secret = 'the secret of the tested baseline';
const verify = createVerifier(secret);
const sign = (signedWith: string, exp: string) =>
  new SignJWT({ role: 'agent' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('a1')
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(signedWith));

describe('the token check of the baseline', () => {
  it('returns the subject and role of a valid token', async () => {
    expect(verify(`Bearer ${await sign(secret, '1h')}`)).toEqual({ role: 'agent', sub: 'a1' });
  });

  it('refuses a missing, malformed, forged or expired token', async () => {
    expect(verify(undefined)).toBeNull();
    expect(verify('Bearer x.y')).toBeNull();
    expect(verify(`Bearer ${await sign('another secret, of the same length or so', '1h')}`)).toBeNull();
    expect(verify(`Bearer ${await sign(secret, '-1s')}`)).toBeNull();
  });
});
