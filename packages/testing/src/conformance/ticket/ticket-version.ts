import type { RouteName } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** A change of an assigned ticket that is allowed, by each route that takes If-Match. */
const changes: readonly (readonly [RouteName, unknown])[] = [
  ['closeTicket', undefined],
  ['setTicketStatus', { status: 'REFUND_CREATED' }],
  ['setTicketStatus', { status: 'CLOSED' }],
  ['setTicketStatus', { status: 'ERROR' }],
  ['setTicketStatus', { status: 'UPDATE_FIELD', fields: { priority: 1 } }],
  ['transferTicket', { queueId: 'default' }],
  ['escalateTicket', {}],
  ['requeueTicket', {}],
];
/** What would be refused for another reason at any version. */
const impossible: readonly (readonly [RouteName, unknown])[] = [
  ['setTicketStatus', { status: 'WORKFLOW_DONE' }],
  ['transferTicket', { queueId: 'nowhere' }],
  ['transferTicket', { agentId: 'nobody' }],
];

const ifMatch = (etag: string | null) => ({ headers: { 'If-Match': etag ?? '' } });

const etagOf = async (desk: Desk, ticketID: string) => {
  const service = await desk.service();
  return (await service.call('getTicket', { params: { ticketID } })).headers.get('ETag');
};

export const ticketVersion = (desk: Desk) =>
  describe('the version of a ticket', () => {
    it('is the ETag of every answer that is the ticket’s record', async () => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const taken = await service.call('createTicket', { json });
      const [, id = ''] = /"id":"([^"]+)"/.exec(taken.text) ?? [];
      expect(taken.headers.get('ETag')).toMatch(/^"[!#-~]+"$/);
      expect(await etagOf(desk, id)).toBe(taken.headers.get('ETag'));
      const open = await service.call('createTicket', { json });
      expect(open.headers.get('ETag')).toBe(taken.headers.get('ETag'));
    });

    it.each(changes)('is a new one after %s with %j, which answers it', async (name, json) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const before = await etagOf(desk, params.ticketID);
      const { headers, text } = await service.call(name, { params, json, ...ifMatch(before) });
      expect(headers.get('ETag'), text).toMatch(/^"[!#-~]+"$/);
      expect(headers.get('ETag')).not.toBe(before);
      expect(await etagOf(desk, params.ticketID)).toBe(headers.get('ETag'));
    });

    it.each([...changes, ...impossible])('that is old stops %s with %j', async (name, json) => {
      const { agent, params } = await desk.assignedTicket();
      const old = await etagOf(desk, params.ticketID);
      await agent.ok('setPickedTime', 200, { params });
      const service = await desk.service();
      for (const etag of [old, '"never"']) {
        const error = await service.refused(name, 'version_mismatch', { params, json, ...ifMatch(etag) });
        expect(error?.source).toEqual({ header: 'If-Match' });
      }
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ASSIGNED', priority: 0 });
    });

    it.each(changes)('is no version to %s when malformed', async (name, json) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const etag = await etagOf(desk, params.ticketID);
      const malformed = [`W/${etag}`, etag?.slice(1, -1) ?? '', '*', '""', `${etag}, "other"`, '"a b"'];
      for (const value of malformed) {
        const error = await service.refused(name, 'header_invalid', { params, json, ...ifMatch(value) });
        expect(error?.source, value).toEqual({ header: 'If-Match' });
      }
    });

    it('lets one of many changes that mean the same version win', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const same = ifMatch(await etagOf(desk, params.ticketID));
      const answers = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((priority) =>
          service.call('setTicketStatus', {
            params,
            json: { status: 'UPDATE_FIELD', fields: { priority } },
            ...same,
          }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
    });

    it('lets a closed ticket be closed again at its own version, and at no other', async () => {
      const { agent, params } = await desk.assignedTicket();
      const old = await etagOf(desk, params.ticketID);
      await agent.ok('closeTicket', 200, { params, ...ifMatch(old) });
      await agent.refused('closeTicket', 'version_mismatch', { params, ...ifMatch(old) });
      const current = ifMatch(await etagOf(desk, params.ticketID));
      expect(await agent.ok('closeTicket', 200, { params, ...current })).toMatchObject({ status: 'CLOSED' });
    });

    it('is not told to an agent whose ticket it is not', async () => {
      const { params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      for (const etag of [await etagOf(desk, params.ticketID), '"never"'])
        await other.refused('closeTicket', 'ticket_not_found', { params, ...ifMatch(etag) });
    });
  });
