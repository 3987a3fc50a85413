import { base64url } from 'jose';
import { issueToken } from '../../issue-token.ts';
import { forgeToken, hmac } from './forge-token.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Tokens that must not be taken, by what is wrong with them. */
export const invalidTokens = (secret: string): Record<string, () => Promise<string>> => {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: crypto.randomUUID(), role: 'admin', exp: inAnHour };
  const good = () => issueToken({ secret, sub: claims.sub, role: 'admin' });

  const signed = (input: string) => hmac('SHA-256', secret, input);
  const forged = (header: Claims, sign: (input: string) => string | Promise<string> = signed) =>
    forgeToken(header, JSON.stringify(claims), sign);
  const claiming = (changed: Claims) =>
    forgeToken({ alg: 'HS256' }, JSON.stringify({ ...claims, ...changed }), signed);
  const reading = (payload: string) => forgeToken({ alg: 'HS256' }, payload, signed);
  const patched = async (part: number, text: string) => (await good()).split('.').with(part, text).join('.');

  return {
    'signed with another key': () => issueToken({ secret: `${secret}!`, sub: claims.sub, role: 'admin' }),
    'signed with an empty key': async () => forged({ alg: 'HS256' }, (input) => hmac('SHA-256', '\0', input)),
    'alg none': () => forged({ alg: 'none' }, () => ''),
    'alg nOnE': () => forged({ alg: 'nOnE' }, () => ''),
    'alg none with a signature': () => forged({ alg: 'none' }),
    'no alg': () => forged({ typ: 'JWT' }),
    'alg HS384': () => forged({ alg: 'HS384' }, (input) => hmac('SHA-384', secret, input)),
    'alg HS512': () => forged({ alg: 'HS512' }, (input) => hmac('SHA-512', secret, input)),
    'alg RS256 over an HMAC': () => forged({ alg: 'RS256' }),
    'a key of its own in the header': () =>
      forged({ alg: 'HS256', jwk: { kty: 'oct', k: base64url.encode('mine') } }, (input) =>
        hmac('SHA-256', 'mine', input),
      ),
    'an extension it calls critical': () => forged({ alg: 'HS256', crit: ['exp'], exp: inAnHour }),
    'no signature': () => patched(2, ''),
    'half a signature': async () => (await good()).slice(0, -20),
    'another payload': () => patched(1, base64url.encode(JSON.stringify({ ...claims, role: 'service' }))),
    'another header': () => patched(0, base64url.encode(JSON.stringify({ alg: 'HS256', kid: '1' }))),
    'no exp': () => claiming({ exp: undefined }),
    'exp as text': () => claiming({ exp: String(inAnHour) }),
    'exp null': () => claiming({ exp: null }),
    'exp NaN': () => reading(`{"sub":"${claims.sub}","role":"admin","exp":NaN}`),
    'a time before which it is not valid': () => claiming({ nbf: inAnHour - 60 }),
    'no sub': () => claiming({ sub: undefined }),
    'a number as sub': () => claiming({ sub: 1 }),
    'a sub that is no identifier': () => claiming({ sub: '../admin' }),
    'no role': () => claiming({ role: undefined }),
    'a role there is not': () => claiming({ role: 'root' }),
    'a role of JavaScript': () => claiming({ role: 'constructor' }),
    'a list of roles': () => claiming({ role: ['admin'] }),
    'a workspace that is no name': () => claiming({ workspace: '../default' }),
    'an email that is none': () => claiming({ email: 'a@b@c' }),
    'a payload that is no object': () => reading('[]'),
    'a payload that is no JSON': () => reading('{'),
    'a payload that is null': () => reading('null'),
    'two parts': async () => (await good()).split('.').slice(0, 2).join('.'),
    'four parts': async () => `${await good()}.`,
    'five parts': async () => `${await good()}.a.b`,
    garbage: async () => 'garbage',
    dots: async () => '..',
    '8 KB of garbage': async () => 'a'.repeat(8192),
  };
};
