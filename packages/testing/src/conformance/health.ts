import { describe, expect, it } from 'vitest';
import type { Desk } from '../open-desk.ts';

export const health = (desk: Desk) =>
  describe('GET /healthz and /readyz', () => {
    const anyone = desk.client(null);

    it('say without a token that the process is alive and the database ready', async () => {
      expect(await anyone.ok('getHealth', 200)).toEqual({ status: 'ok' });
      expect(await anyone.ok('getReadiness', 200)).toEqual({ status: 'ready' });
    });

    it('answer, as every route does, under a request id of its own', async () => {
      const first = await anyone.call('getHealth');
      const second = await anyone.call('getHealth');
      expect(first.headers.get('X-Request-Id')).not.toBe(second.headers.get('X-Request-Id'));
    });
  });
