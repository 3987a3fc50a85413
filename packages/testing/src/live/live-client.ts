import { createClient } from '@chat-ticket/client';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../token.ts';
import type { Stage } from './stage.ts';

export const liveClient = (stage: Stage) =>
  describe('the client’s live()', () => {
    it('asks for the state first and then tells what happens, with a new token when one expires', async () => {
      const { baseUrl, secret } = stage.target;
      const sub = crypto.randomUUID();
      let tokens = 0;
      const client = createClient({
        baseUrl,
        token: () => {
          tokens += 1;
          return issueToken({ secret, role: 'supervisor', sub, expiresInSeconds: tokens === 1 ? 2 : 600 });
        },
      });
      const told: string[] = [];
      const states: string[] = [];
      const live = client.live({
        onReset: () => void told.push('load'),
        onEvent: ({ type, seq }) => void told.push(`${type} ${seq}`),
        onState: (state) => void states.push(state),
      });
      await expect.poll(() => live.seq).toEqual(expect.any(Number));
      const start = live.seq!;
      await stage.intake();
      await expect.poll(() => states, { timeout: 15_000 }).toContain('waiting');
      await stage.intake();
      await expect
        .poll(() => told, { timeout: 15_000 })
        .toEqual(['load', `ticket.created ${start + 1}`, `ticket.created ${start + 2}`]);
      live.close();
      await stage.intake();
      expect(states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live', 'closed']);
      expect(told).toHaveLength(3);
    });

    it('goes on where it is told to, and loads anew where the desk can’t', async () => {
      const { token } = await stage.person({ role: 'supervisor' });
      const client = createClient({ baseUrl: stage.target.baseUrl, token });
      const watcher = await stage.follow(token);
      const { id } = await stage.intake();
      await watcher.sees(watcher.types, ['ticket.created']);
      const [seq] = watcher.seqs() as [number];
      const told: unknown[] = [];
      const follow = (resumeFrom: number) =>
        client.live({
          resumeFrom,
          onReset: () => void told.push('load'),
          onEvent: ({ data }) => void told.push(data['ticketId']),
        });
      const going = follow(seq - 1);
      await expect.poll(() => told).toEqual([id]);
      going.close();
      const strange = follow(seq + 1_000_000);
      await expect.poll(() => told).toEqual([id, 'load']);
      await expect.poll(() => strange.seq).toBe(seq);
      strange.close();
    });

    it('holds what happens while the state is loaded, and tries again when that fails', async () => {
      const { token } = await stage.person({ role: 'supervisor' });
      const client = createClient({ baseUrl: stage.target.baseUrl, token });
      const told: string[] = [];
      let loads = 0;
      const live = client.live({
        onReset: async () => {
          loads += 1;
          if (loads === 1) throw new Error('no network');
          await stage.intake();
          told.push('loaded');
        },
        onEvent: ({ type }) => void told.push(type),
      });
      await expect.poll(() => told, { timeout: 15_000 }).toEqual(['loaded', 'ticket.created']);
      expect(loads).toBe(2);
      live.close();
    });
  });
