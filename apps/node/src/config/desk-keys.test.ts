import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@chat-ticket/api';
import { expect, it, onTestFinished } from 'vitest';
import { deskKeys, existingKeys } from './desk-keys.ts';
import { parseConfig } from './parse-config.ts';

const secret = 'x'.repeat(32);

it('returns the keys that are set', () => {
  expect(deskKeys(parseConfig({ AUTH_SECRET: secret }))).toEqual({ secret });
  expect(deskKeys(parseConfig({ AUTH_JWKS_URL: 'https://id.example/jwks' }))).toEqual({
    jwksUrl: 'https://id.example/jwks',
  });
});

it('creates a secret for a local desk once, and reads it afterwards', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const config = parseConfig({ DATA_DIR: dataDir });
  const keys = deskKeys(config);
  expect(keys).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/) });
  expect(deskKeys(config)).toEqual(keys);
});

it('creates no secret to sign with, and says so in one line', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const config = parseConfig({ DATA_DIR: dataDir });
  expect(() => existingKeys(config)).toThrow(ConfigError);
  expect(() => existingKeys(config)).toThrow(/^DATA_DIR .+ has no auth-secret, .*$/);
  expect(existsSync(join(dataDir, 'auth-secret'))).toBe(false);
  const keys = deskKeys(config);
  expect(existingKeys(config)).toEqual(keys);
});

it.each([
  [{ HOST: '0.0.0.0' }, 'HOST 0.0.0.0 is not a loopback address'],
  [{ DATABASE_URL: 'libsql://db.example' }, 'DATABASE_URL is set'],
  [{ DATABASE_URL: 'file:a.db' }, 'DATABASE_URL is set'],
])('creates no secret for %j, and says why', (environment, reason) => {
  expect(() => deskKeys(parseConfig(environment))).toThrow(ConfigError);
  expect(() => deskKeys(parseConfig(environment))).toThrow(
    new RegExp(`^AUTH_SECRET .* off because ${reason}\\.$`),
  );
});
