import { createClient, unwrap } from '@chat-ticket/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

const variables = { AUTH_SECRET: secret, AUTH_ISSUER: 'https://id.example', AUTH_AUDIENCE: 'desk' };

describe('chat-ticket token', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    // Without leeway, a token ends at its `exp`.
    desk = await startDesk('node', { ...variables, AUTH_LEEWAY_SECONDS: '0' });
  });
  afterAll(() => desk.stop());

  const clientWith = async (environment: Record<string, string>, ...args: string[]) => {
    const { code, stdout, stderr } = await runCli(['token', ...args], environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    return createClient({ baseUrl: desk.url, token: stdout.trim() });
  };

  it('prints a token that acts for the named principal', async () => {
    const names = ['--sub', 'ann', '--email', 'ann@desk.example', '--name', 'Ann Lim'];
    const agent = await clientWith(variables, '--role', 'agent', ...names);
    expect(await agent.setOnline()).toMatchObject({ ok: true, data: { id: 'ann', status: 'online' } });
    const service = await clientWith(variables, '--role', 'service', '--sub', 'backend');
    expect(await service.getAgent({ agentID: 'ann' })).toMatchObject({
      ok: true,
      data: { email: 'ann@desk.example', name: 'Ann Lim' },
    });
  });

  it('prints a token for the given workspace', async () => {
    const agent = await clientWith(variables, '--role', 'agent', '--sub', 'ann', '--workspace', 'acme');
    expect(await agent.getAgentInfo()).toMatchObject({ ok: false, error: { code: 'workspace_unknown' } });
  });

  it('prints a customer’s token for its own room', async () => {
    const backend = await clientWith(variables, '--role', 'service', '--sub', 'backend');
    const { metadata } = unwrap(await backend.createTicket({ customer: { id: 'c' } }));
    const customer = await clientWith(
      variables,
      '--role',
      'customer',
      '--sub',
      'c',
      '--room',
      metadata.roomId,
    );
    expect(await customer.getQueuePlace({ roomID: metadata.roomId })).toMatchObject({ ok: true });
    expect(await customer.getQueuePlace({ roomID: 'another' })).toMatchObject({
      ok: false,
      error: { code: 'room_not_found' },
    });
  });

  it('prints a token that expires after the given time', async () => {
    const agent = await clientWith(variables, '--role', 'agent', '--sub', 'ann', '--expires', '1');
    await expect
      .poll(() => agent.listStatuses(), { timeout: 10_000, interval: 200 })
      .toMatchObject({ ok: false, error: { code: 'token_expired' } });
  });

  it('refuses to sign a token when only another issuer has the key', async () => {
    const args = ['token', '--role', 'agent', '--sub', 'ann'];
    const { code, stdout, stderr } = await runCli(args, { AUTH_JWKS_URL: 'https://id.example/jwks' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^AUTH_JWKS_URL is set[^\n]*\n$/);
  });
});
