import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

export const listStatuses = (desk: Desk) =>
  describe('GET /v1/statuses', () => {
    it('lists the statuses of the workspace, to callers who have no record too', async () => {
      const agent = await desk.newAgent();
      expect(await agent.ok('listStatuses', 200)).toEqual({
        data: ['online', 'busy', 'break', 'away', 'offline'],
      });
    });

    it('lists what PUT /v1/status takes', async () => {
      const agent = await desk.newAgent();
      const { data } = await agent.ok('listStatuses', 200);
      for (const status of data) {
        expect(await agent.ok('setStatus', 200, { json: { status } })).toEqual({ id: agent.id, status });
      }
    });
  });
