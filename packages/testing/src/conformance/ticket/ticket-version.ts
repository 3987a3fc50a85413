import type { RouteName } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

type Change = readonly [title: string, name: RouteName, json: unknown];

/** An allowed change of an assigned ticket, for each route that accepts If-Match. */
const changes: readonly Change[] = [
  ['closeTicket', 'closeTicket', undefined],
  ['a recorded refund', 'setTicketStatus', { status: 'REFUND_CREATED' }],
  ['the status CLOSED', 'setTicketStatus', { status: 'CLOSED' }],
  ['the status ERROR', 'setTicketStatus', { status: 'ERROR' }],
  ['a new priority', 'setTicketStatus', { status: 'UPDATE_FIELD', fields: { priority: 1 } }],
  ['transferTicket', 'transferTicket', { queueId: 'default' }],
  ['escalateTicket', 'escalateTicket', {}],
  ['requeueTicket', 'requeueTicket', {}],
];
/** Changes that are refused for another reason at any version. */
const impossible: readonly Change[] = [
  ['the status WORKFLOW_DONE', 'setTicketStatus', { status: 'WORKFLOW_DONE' }],
  ['a transfer to an unknown queue', 'transferTicket', { queueId: 'nowhere' }],
  ['a transfer to an unknown agent', 'transferTicket', { agentId: 'nobody' }],
];

const ifMatch = (etag: string | null) => ({ headers: { 'If-Match': etag ?? '' } });

const etagOf = async (desk: Desk, ticketID: string) => {
  const service = await desk.service();
  return (await service.call('getTicket', { params: { ticketID } })).headers.get('ETag');
};

/**
 * Proves optimistic concurrency: each change of a ticket gives it a new ETag, and a change with an older If-Match is
 * refused. Each route that accepts If-Match is tried with the current, an old and a malformed version.
 */
export const ticketVersion = (desk: Desk) =>
  describe('the version of a ticket', () => {
    it('is the ETag of every response that holds the ticket’s record', async () => {
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const created = await service.call('createTicket', { json });
      const [, id = ''] = /"id":"([^"]+)"/.exec(created.text) ?? [];
      expect(created.headers.get('ETag')).toMatch(/^"[!#-~]+"$/);
      expect(await etagOf(desk, id)).toBe(created.headers.get('ETag'));
      const open = await service.call('createTicket', { json });
      expect(open.headers.get('ETag')).toBe(created.headers.get('ETag'));
    });

    it.each(changes)('changes with %s, and the response holds the new one', async (_, name, json) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const before = await etagOf(desk, params.ticketID);
      const { headers, text } = await service.call(name, { params, json, ...ifMatch(before) });
      expect(headers.get('ETag'), text).toMatch(/^"[!#-~]+"$/);
      expect(headers.get('ETag')).not.toBe(before);
      expect(await etagOf(desk, params.ticketID)).toBe(headers.get('ETag'));
    });

    it.each([...changes, ...impossible])(
      'refuses %s when If-Match is not the current one',
      async (_, name, json) => {
        const { agent, params } = await desk.assignedTicket();
        const old = await etagOf(desk, params.ticketID);
        await agent.ok('setPickedTime', 200, { params });
        const service = await desk.service();
        for (const etag of [old, '"never"']) {
          const error = await service.refused(name, 'version_mismatch', { params, json, ...ifMatch(etag) });
          expect(error?.source).toEqual({ header: 'If-Match' });
        }
        expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ASSIGNED', priority: 0 });
      },
    );

    it.each(changes)('is refused as malformed with %s', async (_, name, json) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const etag = await etagOf(desk, params.ticketID);
      const malformed = [
        etag?.slice(1, -1) ?? '',
        ',',
        `${etag} "other"`,
        `w/${etag}`,
        `*, ${etag}`,
        '"a b"',
        '"',
      ];
      for (const value of malformed) {
        const error = await service.refused(name, 'header_invalid', { params, json, ...ifMatch(value) });
        expect(error?.source, value).toEqual({ header: 'If-Match' });
      }
    });

    it.each([
      ['*', () => '*'],
      ['made weak by a proxy', (etag: string) => `W/${etag}`],
      ['in a list', (etag: string) => `"never" , ${etag}`],
      ['in a list with empty elements', (etag: string) => `, W/${etag},,"a,b"`],
    ])('is matched by If-Match when it is %s', async (_, write) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const json = { status: 'UPDATE_FIELD', fields: { priority: 1 } };
      const old = (await etagOf(desk, params.ticketID)) ?? '';
      await service.ok('setTicketStatus', 200, { params, json, ...ifMatch(write(old)) });
      if (write(old) === '*') return;
      await service.refused('setTicketStatus', 'version_mismatch', { params, json, ...ifMatch(write(old)) });
    });

    it.each(['""', '"never", "other"', 'W/"never"'])('is not matched by %s', async (value) => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      await service.refused('closeTicket', 'version_mismatch', { params, ...ifMatch(value) });
    });

    it('lets one of six simultaneous changes of one version succeed', async () => {
      const { params } = await desk.assignedTicket();
      const service = await desk.service();
      const same = ifMatch(await etagOf(desk, params.ticketID));
      const responses = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((priority) =>
          service.call('setTicketStatus', {
            params,
            json: { status: 'UPDATE_FIELD', fields: { priority } },
            ...same,
          }),
        ),
      );
      expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
    });

    it('allows closing a closed ticket again at its current version only', async () => {
      const { agent, params } = await desk.assignedTicket();
      const old = await etagOf(desk, params.ticketID);
      await agent.ok('closeTicket', 200, { params, ...ifMatch(old) });
      await agent.refused('closeTicket', 'version_mismatch', { params, ...ifMatch(old) });
      const current = ifMatch(await etagOf(desk, params.ticketID));
      expect(await agent.ok('closeTicket', 200, { params, ...current })).toMatchObject({ status: 'CLOSED' });
    });

    it('is not revealed to an agent who does not have the ticket', async () => {
      const { params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      for (const etag of [await etagOf(desk, params.ticketID), '"never"'])
        await other.refused('closeTicket', 'ticket_not_found', { params, ...ifMatch(etag) });
    });
  });
