import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Actor } from './open-store.ts';

/** Returns the subject and role of a valid HS256 token, or null for an invalid one. */
export function createVerifier(secret: string) {
  const key = createSecretKey(secret, 'utf8');
  return (authorization: string | undefined): (Actor & { room?: string }) | null => {
    const [header, payload, signature] = authorization?.slice('Bearer '.length).split('.') ?? [];
    if (!header || !payload || !signature) return null;
    const given = Buffer.from(signature, 'base64url');
    const expected = createHmac('sha256', key).update(`${header}.${payload}`).digest();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    if (decode(header).alg !== 'HS256') return null;
    const { exp, role, room, sub } = decode(payload);
    if (typeof exp !== 'number' || exp <= Date.now() / 1000) return null;
    return { role: String(role), sub: String(sub), ...(typeof room === 'string' ? { room } : {}) };
  };
}

const decode = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
