import { createClient } from '@chat-ticket/client';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../issue-token.ts';
import type { LiveDesk } from './live-desk.ts';

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
