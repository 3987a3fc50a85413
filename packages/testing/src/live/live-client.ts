import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type ClientOptions, createClient, type LiveInterruption, type LiveState } from '@chat-ticket/client';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../issue-token.ts';
import type { LiveDesk } from './live-desk.ts';

/** The URL of a port on which nothing listens. */
async function unreachableUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** Opens a live channel and records its states and what interrupted it. */
function followDesk(options: ClientOptions) {
  const states: LiveState[] = [];
  const interruptions: LiveInterruption[] = [];
  const live = createClient(options).live({
    onReset: () => {},
    onEvent: () => {},
    onState: (state, interruption) => {
      states.push(state);
      if (interruption) interruptions.push(interruption);
    },
  });
  return { live, states, interruptions };
}

/**
 * Proves that `live()` of the published client loads the state, then reports each event once, through an expired
 * token and a failed load. The tests count the calls of its handlers.
 */
export const liveClient = (desk: LiveDesk) =>
  describe('live() of the client', () => {
    it('loads the state, then reports events, and reconnects with a new token when one expires', async () => {
      const { baseUrl, secret } = desk.target;
      const sub = crypto.randomUUID();
      let tokens = 0;
      const client = createClient({
        baseUrl,
        token: () => {
          tokens += 1;
          return issueToken({ secret, role: 'supervisor', sub, expiresInSeconds: tokens === 1 ? -58 : 600 });
        },
      });
      const calls: string[] = [];
      const states: string[] = [];
      const live = client.live({
        onReset: () => void calls.push('load'),
        onEvent: ({ type, seq }) => void calls.push(`${type} ${seq}`),
        onState: (state) => void states.push(state),
      });
      await expect.poll(() => live.seq).toEqual(expect.any(Number));
      const start = live.seq!;
      await desk.createTicket();
      await expect.poll(() => states, { timeout: 15_000 }).toContain('waiting');
      await desk.createTicket();
      await expect
        .poll(() => calls, { timeout: 15_000 })
        .toEqual(['load', `ticket.created ${start + 1}`, `ticket.created ${start + 2}`]);
      live.close();
      await desk.createTicket();
      expect(states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live', 'closed']);
      expect(calls).toHaveLength(3);
    });

    it('resumes from `resumeFrom`, and loads the state where the desk can’t resume', async () => {
      const { token } = await desk.signIn({ role: 'supervisor' });
      const client = createClient({ baseUrl: desk.target.baseUrl, token });
      const recorder = await desk.follow(token);
      const { id } = await desk.createTicket();
      await recorder.expectEventually(recorder.types, ['ticket.created']);
      const [seq] = recorder.seqs() as [number];
      const calls: unknown[] = [];
      const follow = (resumeFrom: number) =>
        client.live({
          resumeFrom,
          onReset: () => void calls.push('load'),
          onEvent: ({ data }) => void calls.push(data['ticketId']),
        });
      const resumed = follow(seq - 1);
      await expect.poll(() => calls).toEqual([id]);
      resumed.close();
      const reset = follow(seq + 1_000_000);
      await expect.poll(() => calls).toEqual([id, 'load']);
      await expect.poll(() => reset.seq).toBe(seq);
      reset.close();
    });

    it('stops where the desk refuses it, and says why', async () => {
      const customer = await desk.signIn({ role: 'customer' });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const refused = [
        ['', 'no.such.token', 401, 'token_invalid'],
        ['', customer.token, 403, 'role_not_allowed'],
        ['/elsewhere', supervisor.token, 404, 'route_not_found'],
      ] as const;
      for (const [prefix, token, status, code] of refused) {
        const { baseUrl } = desk.target;
        const { states, interruptions } = followDesk({ baseUrl: baseUrl + prefix, token });
        await expect.poll(() => states).toEqual(['connecting', 'stopped']);
        expect(interruptions).toMatchObject([
          { reason: 'refused', retryInMs: null, failure: { status, error: { code } } },
        ]);
      }
    });

    it('waits as long as the desk asks while the workspace has too many connections', async () => {
      await desk.putSettings({ limits: { liveConnectionsPerWorkspace: 1 } });
      const { token } = await desk.signIn({ role: 'supervisor' });
      const options = { baseUrl: desk.target.baseUrl, token };
      const first = followDesk(options);
      await expect.poll(() => first.states, { timeout: 15_000 }).toContain('live');
      const { live, states, interruptions } = followDesk(options);
      await expect.poll(() => states).toEqual(['connecting', 'waiting']);
      expect(interruptions).toMatchObject([
        {
          reason: 'refused',
          failure: { status: 429, error: { meta: { limit: 'liveConnectionsPerWorkspace' } } },
        },
      ]);
      expect(interruptions[0]!.retryInMs).toBeGreaterThanOrEqual(10_000);
      for (const channel of [first.live, live]) channel.close();
    });

    it('says that a desk is unreachable', async () => {
      const { live, interruptions } = followDesk({ baseUrl: await unreachableUrl(), token: 'a.b.c' });
      await expect.poll(() => interruptions, { timeout: 15_000 }).not.toHaveLength(0);
      live.close();
      expect(interruptions[0]).toMatchObject({
        reason: 'unreachable',
        failure: { status: 0, error: { code: 'network_error' } },
        retryInMs: expect.any(Number),
      });
    });

    it('holds events back while the state is loading, and loads again when that fails', async () => {
      const { token } = await desk.signIn({ role: 'supervisor' });
      const client = createClient({ baseUrl: desk.target.baseUrl, token });
      const calls: string[] = [];
      let loads = 0;
      const live = client.live({
        onReset: async () => {
          loads += 1;
          if (loads === 1) throw new Error('no network');
          await desk.createTicket();
          calls.push('loaded');
        },
        onEvent: ({ type }) => void calls.push(type),
      });
      await expect.poll(() => calls, { timeout: 15_000 }).toEqual(['loaded', 'ticket.created']);
      expect(loads).toBe(2);
      live.close();
    });
  });
