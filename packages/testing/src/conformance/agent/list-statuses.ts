import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves that the list holds the statuses of the settings, and that an agent can set each of them.
 * Each status of the list is set.
 */
export const listStatuses = (desk: Desk) =>
  describe('listStatuses (GET /v1/statuses)', () => {
    it('lists the statuses of the settings, also to an agent without a record', async () => {
      const agent = await desk.newAgent();
      expect(await agent.ok('listStatuses', 200)).toEqual({
        data: ['online', 'busy', 'break', 'away', 'offline'],
      });
    });

    it('lists only statuses that setStatus accepts', async () => {
      const agent = await desk.newAgent();
      const { data } = await agent.ok('listStatuses', 200);
      for (const status of data) {
        expect(await agent.ok('setStatus', 200, { json: { status } })).toEqual({ id: agent.id, status });
      }
    });
  });
