import { describe, expect, it } from 'vitest';
import { ConfigError } from '@chat-ticket/api';
import { parseConfig } from './parse-config.ts';

const secret = 'x'.repeat(32);
const messageOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('parseConfig accepted every variable');
};

describe('parseConfig', () => {
  it('is in local mode on loopback when nothing is set', () => {
    expect(parseConfig({})).toMatchObject({ host: '127.0.0.1', port: 8787, dataDir: '.data', isLocal: true });
  });

  it('is not in local mode with a secret, a key set, a database or a public host', () => {
    expect(parseConfig({ AUTH_SECRET: secret }).isLocal).toBe(false);
    expect(parseConfig({ AUTH_JWKS_URL: 'https://id.example/jwks' }).isLocal).toBe(false);
    expect(parseConfig({ AUTH_SECRET: secret, DATABASE_URL: 'libsql://db.example' }).isLocal).toBe(false);
    expect(parseConfig({ AUTH_SECRET: secret, HOST: '0.0.0.0' }).isLocal).toBe(false);
  });

  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['KEEP_ALIVE_SECONDS', { KEEP_ALIVE_SECONDS: '0' }],
    ['KEEP_ALIVE_SECONDS', { KEEP_ALIVE_SECONDS: '75s' }],
    ['MAX_CONNECTIONS', { MAX_CONNECTIONS: '-1' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'x'.repeat(31) }],
    ['AUTH_SECRET', { AUTH_SECRET: ' '.repeat(32) }],
    ['AUTH_SECRET', { AUTH_SECRET: `${'x'.repeat(31)}\n` }],
    ['AUTH_JWKS_URL', { AUTH_JWKS_URL: 'id.example' }],
    ['AUTH_JWKS_URL', { AUTH_JWKS_URL: 'https://id.example', AUTH_SECRET: secret }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example' }],
    ['CORS_ORIGINS', { CORS_ORIGINS: 'https://desk.example/' }],
    ['CORS_ORIGINS', { CORS_ORIGINS: '*' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ] as [string, Record<string, string>][])('refuses %s in one line for %j', (variable, environment) => {
    const message = messageOf(environment);
    expect(message.split('\n')).toHaveLength(1);
    expect(message).toMatch(new RegExp(`^${variable} `));
  });

  it('names each origin that is invalid', () => {
    const lines = messageOf({ CORS_ORIGINS: 'desk, https://a.example, https://b.example/' }).split('\n');
    expect(lines.map((line) => /and has (.*)$/.exec(line)?.[1])).toEqual(['"desk"', '"https://b.example/"']);
  });

  it('names every invalid variable', () => {
    expect(messageOf({ PORT: 'x', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2);
  });
});
