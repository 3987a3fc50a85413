import { base64url } from 'jose';
import { issueToken } from '../../issue-token.ts';
import { forgeToken, hmac } from './forge-token.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Tokens that the desk must refuse, by their fault. */
export const invalidTokens = (secret: string): Record<string, () => Promise<string>> => {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: crypto.randomUUID(), role: 'admin', exp: inAnHour };
  const valid = () => issueToken({ secret, sub: claims.sub, role: 'admin' });

  const signed = (input: string) => hmac('SHA-256', secret, input);
  const forged = (header: Claims, sign: (input: string) => string | Promise<string> = signed) =>
    forgeToken(header, JSON.stringify(claims), sign);
  const claiming = (changed: Claims) =>
    forgeToken({ alg: 'HS256' }, JSON.stringify({ ...claims, ...changed }), signed);
  const reading = (payload: string) => forgeToken({ alg: 'HS256' }, payload, signed);
  const patched = async (part: number, text: string) => (await valid()).split('.').with(part, text).join('.');

  return {
    'a signature of another key': () => issueToken({ secret: `${secret}!`, sub: claims.sub, role: 'admin' }),
    'a signature of an empty key': async () =>
      forged({ alg: 'HS256' }, (input) => hmac('SHA-256', '\0', input)),
    'alg none': () => forged({ alg: 'none' }, () => ''),
    'alg nOnE': () => forged({ alg: 'nOnE' }, () => ''),
    'alg none and a signature': () => forged({ alg: 'none' }),
    'no alg in the header': () => forged({ typ: 'JWT' }),
    'alg HS384': () => forged({ alg: 'HS384' }, (input) => hmac('SHA-384', secret, input)),
    'alg HS512': () => forged({ alg: 'HS512' }, (input) => hmac('SHA-512', secret, input)),
    'alg RS256 with an HMAC': () => forged({ alg: 'RS256' }),
    'a key in its own header': () =>
      forged({ alg: 'HS256', jwk: { kty: 'oct', k: base64url.encode('mine') } }, (input) =>
        hmac('SHA-256', 'mine', input),
      ),
    'an unknown critical extension': () => forged({ alg: 'HS256', crit: ['exp'], exp: inAnHour }),
    'no signature': () => patched(2, ''),
    'half a signature': async () => (await valid()).slice(0, -20),
    'another payload': () => patched(1, base64url.encode(JSON.stringify({ ...claims, role: 'service' }))),
    'another header': () => patched(0, base64url.encode(JSON.stringify({ alg: 'HS256', kid: '1' }))),
    'no exp': () => claiming({ exp: undefined }),
    'exp as text': () => claiming({ exp: String(inAnHour) }),
    'exp null': () => claiming({ exp: null }),
    'exp Infinity': () => reading(`{"sub":"${claims.sub}","role":"admin","exp":1e400}`),
    'exp after the year 9999': () => claiming({ exp: 1e308 }),
    'iat a year ahead': () => claiming({ iat: inAnHour + 31_536_000 }),
    'iat two minutes ahead': () => claiming({ iat: inAnHour - 3_600 + 120 }),
    'iat Infinity': () => reading(`{"sub":"${claims.sub}","role":"admin","exp":${inAnHour},"iat":1e400}`),
    'iat as text': () => claiming({ iat: '1' }),
    'exp NaN': () => reading(`{"sub":"${claims.sub}","role":"admin","exp":NaN}`),
    'a start of validity (nbf) in the future': () => claiming({ nbf: inAnHour - 60 }),
    'no sub': () => claiming({ sub: undefined }),
    'a number as sub': () => claiming({ sub: 1 }),
    'a sub that is not an identifier': () => claiming({ sub: '../admin' }),
    'no role': () => claiming({ role: undefined }),
    'an unknown role': () => claiming({ role: 'root' }),
    'a property name of JavaScript objects as role': () => claiming({ role: 'constructor' }),
    'a list of roles': () => claiming({ role: ['admin'] }),
    'a malformed workspace': () => claiming({ workspace: '../default' }),
    'a list as payload': () => reading('[]'),
    'a payload that is not JSON': () => reading('{'),
    'null as payload': () => reading('null'),
    'two parts': async () => (await valid()).split('.').slice(0, 2).join('.'),
    'four parts': async () => `${await valid()}.`,
    'five parts': async () => `${await valid()}.a.b`,
    'text that is not a JWT': async () => 'garbage',
    'only dots': async () => '..',
    '8 KB of text': async () => 'a'.repeat(8192),
  };
};
