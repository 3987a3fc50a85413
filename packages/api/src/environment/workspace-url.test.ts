import { describe, expect, it } from 'vitest';
import { checkWorkspaceUrl, serverPlace, workspaceUrl } from './workspace-url.ts';

const check = (template: string) => () => checkWorkspaceUrl(template, serverPlace);

describe('workspaceUrl', () => {
  it.each([
    ['http://db:8080/{workspace}', 'http://db:8080/acme/'],
    ['http://db:8080/dev/{workspace}', 'http://db:8080/dev/acme/'],
    ['http://db:8080/{workspace}/', 'http://db:8080/acme/'],
    ['libsql://db/{workspace}?tls=0', 'libsql://db/acme/?tls=0'],
    ['libsql://{workspace}-org.turso.io', 'libsql://acme-org.turso.io'],
    ['libsql://{workspace}-org.turso.io?tls=1', 'libsql://acme-org.turso.io?tls=1'],
    ['file:data/{workspace}.db', 'file:data/acme.db'],
  ])('makes %s a URL that ends where its path does', (template, url) => {
    expect(workspaceUrl(template, 'acme')).toBe(url);
  });
});

describe('checkWorkspaceUrl', () => {
  it.each([
    'http://db/{workspace}',
    'http://db/{workspace}/',
    'libsql://db/{workspace}?tls=0',
    'libsql://{workspace}-org.turso.io',
    'https://db.example',
  ])('accepts %s', (template) => {
    expect(check(template)).not.toThrow();
  });

  it.each([
    'http://db/?name={workspace}',
    'http://db/x/#{workspace}',
    'http://{workspace}@db/',
    'http://{workspace}:secret@db/x/',
    'http://db/{workspace}/../x/',
    'http://db/{workspace}/..',
    'libsql://db?authToken={workspace}',
  ])('refuses %s', (template) => {
    expect(check(template)).toThrow(/^DATABASE_URL would give all workspaces the same database\./);
  });
});
