import { describe, expect, it } from 'vitest';
import type { Desk } from '../open-desk.ts';

/** Proves that both probes work without a token. They are called as a load balancer calls them. */
export const health = (desk: Desk) =>
  describe('getHealth and getReadiness (GET /healthz, GET /readyz)', () => {
    const anyone = desk.client(null);

    it('report without a token that the process runs and the database is ready', async () => {
      expect(await anyone.ok('getHealth', 200)).toEqual({ status: 'ok' });
      expect(await anyone.ok('getReadiness', 200)).toEqual({ status: 'ready' });
    });

    it('return a new request id each time', async () => {
      const first = await anyone.call('getHealth');
      const second = await anyone.call('getHealth');
      expect(first.headers.get('X-Request-Id')).not.toBe(second.headers.get('X-Request-Id'));
    });
  });
