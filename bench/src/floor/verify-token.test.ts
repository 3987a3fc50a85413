import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createVerifier } from './verify-token.ts';

const secret = 'the secret of a floor that is tested only';
const verify = createVerifier(secret);
const sign = (signedWith: string, exp: string) =>
  new SignJWT({ role: 'agent' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('a1')
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(signedWith));

describe('the floor’s token check', () => {
  it('knows whom a token speaks for', async () => {
    expect(verify(`Bearer ${await sign(secret, '1h')}`)).toEqual({ role: 'agent', sub: 'a1' });
  });

  it('refuses what it must not trust', async () => {
    expect(verify(undefined)).toBeNull();
    expect(verify('Bearer x.y')).toBeNull();
    expect(verify(`Bearer ${await sign('another secret, of the same length or so', '1h')}`)).toBeNull();
    expect(verify(`Bearer ${await sign(secret, '-1s')}`)).toBeNull();
  });
});
