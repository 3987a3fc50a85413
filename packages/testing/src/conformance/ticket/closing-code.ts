import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const closingCodes = [
  { id: 'solved', name: 'Solved' },
  { id: 'refunded', name: 'Refunded', queueIds: ['default'] },
  { id: 'other', name: 'Other', archived: true },
  { id: 'thai-only', name: 'Thai', queueIds: ['thai'] },
];
const settings = (requiresClosingCode: boolean) => ({
  closingCodes,
  queues: [
    { id: 'thai', takes: { languages: ['tha'] } },
    { id: 'default', requiresClosingCode, wrapUpSeconds: 600 },
  ],
});
const allowed = ['solved', 'refunded'];

/** Reads the entries of a ticket’s history. */
export const historyIn = (desk: Desk) => async (params: { ticketID: string }) =>
  (await (await desk.service()).ok('getTicketHistory', 200, { params })).entries;

/**
 * Proves when a closing code is required, which codes a ticket can get, and where the code and the note are kept. Tickets
 * are closed on each route, with and without a code.
 */
export const closingCode = (desk: Desk) =>
  describe('a closing code', () => {
    const historyOf = historyIn(desk);

    it('is required on every route that closes, and the error lists the allowed codes', async () => {
      await desk.putSettings(settings(true));
      const { agent, params } = await desk.pickedTicket();
      const service = await desk.service();
      const refusals = [
        await agent.refused('closeTicket', 'closing_code_required', { params }),
        await agent.refused('closeRoom', 'closing_code_required', { params }),
        await service.refused('closeTicket', 'closing_code_required', {
          params,
          json: { closingNote: 'no code' },
        }),
        await service.refused('setTicketStatus', 'closing_code_required', {
          params,
          json: { status: 'CLOSED' },
        }),
      ];
      for (const error of refusals) expect(error?.meta).toEqual({ closingCodes: allowed });
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ASSIGNED' });
      expect((await historyOf(params)).at(-1)).toMatchObject({ type: 'ticket.picked' });
    });

    it('can be given with the close, and the ticket and its history keep it with the note', async () => {
      await desk.putSettings(settings(true));
      const { agent, params } = await desk.pickedTicket();
      const json = { closingCode: 'refunded', closingNote: 'One item was missing.' };
      const closed = await agent.ok('closeTicket', 200, { params, json });
      expect(closed).toMatchObject({ status: 'CLOSED', ...json });
      expect(await desk.getTicket(params.ticketID)).toMatchObject(json);
      expect((await historyOf(params)).at(-1)).toMatchObject({ type: 'ticket.closed', ...json });
      // Closing again changes nothing, whatever the body says.
      const again = await agent.ok('closeTicket', 200, { params, json: { closingCode: 'nowhere' } });
      expect(again).toMatchObject(json);
    });

    it('can be given with the status CLOSED', async () => {
      await desk.putSettings(settings(true));
      const { params } = await desk.waitingTicket();
      const service = await desk.service();
      const json = { status: 'CLOSED', closingCode: 'solved' };
      const closed = await service.ok('setTicketStatus', 200, { params, json });
      expect(closed).toMatchObject({ status: 'CLOSED', closingCode: 'solved' });
      expect(closed).not.toHaveProperty('closingNote');
    });

    it('can be set before the room is closed, and changed in wrap-up', async () => {
      await desk.putSettings(settings(true));
      const { agent, params } = await desk.pickedTicket();
      await agent.ok('setClosingCode', 200, {
        params,
        json: { closingCode: 'solved', closingNote: 'quick' },
      });
      const inWrapUp = await agent.ok('closeRoom', 200, { params });
      expect(inWrapUp).toMatchObject({ closingCode: 'solved', closingNote: 'quick' });
      const changed = await agent.ok('setClosingCode', 200, { params, json: { closingCode: 'refunded' } });
      expect(changed).toMatchObject({ status: 'CHAT_CLOSED', closingCode: 'refunded' });
      expect(changed).not.toHaveProperty('closingNote');
      const [listed] = await agent.ok('listTickets', 200);
      expect(listed).toMatchObject({ closingCode: 'refunded' });
      expect(await agent.ok('closeTicket', 200, { params })).toMatchObject({
        status: 'CLOSED',
        closingCode: 'refunded',
      });
      expect((await historyOf(params)).map(({ type, closingCode: code }) => [type, code]).slice(-4)).toEqual([
        ['ticket.closing_changed', 'solved'],
        ['room.closed', 'solved'],
        ['ticket.closing_changed', 'refunded'],
        ['ticket.closed', 'refunded'],
      ]);
    });

    it('is refused if the ticket cannot get it, and the error lists the allowed codes', async () => {
      await desk.putSettings(settings(false));
      const { agent, params } = await desk.pickedTicket();
      const service = await desk.service();
      for (const code of ['nowhere', 'other', 'thai-only']) {
        const json = { closingCode: code };
        const refusals = [
          await agent.refused('setClosingCode', 'closing_code_unknown', { params, json }),
          await agent.refused('closeTicket', 'closing_code_unknown', { params, json }),
          await service.refused('setTicketStatus', 'closing_code_unknown', {
            params,
            json: { status: 'CLOSED', ...json },
          }),
        ];
        for (const error of refusals)
          expect(error).toMatchObject({
            source: { pointer: '/closingCode' },
            meta: { closingCodes: allowed },
          });
      }
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ASSIGNED' });
    });

    it('is not necessary where the queue does not require it', async () => {
      await desk.putSettings(settings(false));
      const { agent, params } = await desk.pickedTicket();
      expect(await agent.ok('closeRoom', 200, { params })).not.toHaveProperty('closingCode');
      const json = { closingNote: 'a note alone' };
      expect(await agent.ok('closeTicket', 200, { params, json })).toMatchObject(json);
    });

    it('stays on the ticket when it is archived, and counts as given', async () => {
      await desk.putSettings(settings(true));
      const { agent, params } = await desk.pickedTicket();
      await agent.ok('setClosingCode', 200, { params, json: { closingCode: 'refunded' } });
      await desk.putSettings({
        ...settings(true),
        closingCodes: [closingCodes[0]!, { ...closingCodes[1]!, archived: true }],
      });
      const json = { closingCode: 'refunded', closingNote: 'a later note' };
      expect(await agent.ok('setClosingCode', 200, { params, json })).toMatchObject(json);
      expect(await agent.ok('closeTicket', 200, { params })).toMatchObject({ status: 'CLOSED', ...json });
    });

    it('can be corrected after the close by everybody but the agent', async () => {
      await desk.putSettings(settings(false));
      const { agent, params } = await desk.closedTicket();
      await agent.refused('setClosingCode', 'transition_not_allowed', {
        params,
        json: { closingCode: 'solved' },
      });
      for (const [role, code] of [
        ['supervisor', 'solved'],
        ['service', 'refunded'],
      ] as const) {
        const person = await desk.signIn({ role });
        const json = { closingCode: code };
        expect(await person.ok('setClosingCode', 200, { params, json })).toMatchObject({
          status: 'CLOSED',
          ...json,
        });
      }
    });

    it('can be corrected when the settings no longer have the queue of the closed ticket', async () => {
      await desk.putSettings({ queues: [{ id: 'gone' }] });
      const { agent, params } = await desk.closedTicket();
      await desk.putSettings(settings(true));
      const service = await desk.service();
      expect(await service.ok('listClosingCodes', 200, { params })).toEqual({
        isRequired: false,
        closingCodes: [{ id: 'solved', name: 'Solved' }],
      });
      const json = { closingCode: 'solved' };
      await agent.refused('setClosingCode', 'transition_not_allowed', { params, json });
      expect(await service.ok('setClosingCode', 200, { params, json })).toMatchObject(json);
    });

    it('changes nothing when it is set again, and checks the version', async () => {
      await desk.putSettings(settings(false));
      const { agent, params } = await desk.pickedTicket();
      const json = { closingCode: 'solved', closingNote: 'once' };
      await agent.ok('setClosingCode', 200, { params, json });
      const { length } = await historyOf(params);
      await agent.ok('setClosingCode', 200, { params, json });
      expect(await historyOf(params)).toHaveLength(length);
      const headers = { 'If-Match': '"another"' };
      const other = { closingCode: 'refunded' };
      await agent.refused('setClosingCode', 'version_mismatch', { params, headers, json: other });
      await agent.refused('setClosingCode', 'header_invalid', {
        params,
        headers: { 'If-Match': 'x' },
        json: other,
      });
    });

    it('is listed for the ticket, to those who see the ticket', async () => {
      await desk.putSettings(settings(true));
      const { agent, params } = await desk.pickedTicket();
      const expected = {
        isRequired: true,
        closingCodes: [
          { id: 'solved', name: 'Solved' },
          { id: 'refunded', name: 'Refunded' },
        ],
      };
      for (const person of [agent, await desk.service(), await desk.signIn({ role: 'supervisor' })])
        expect(await person.ok('listClosingCodes', 200, { params })).toEqual(expected);
      await agent.ok('setOffline', 200);
      const other = await desk.onlineAgent({ capacity: 0 });
      await other.refused('listClosingCodes', 'ticket_not_found', { params });
      await other.refused('setClosingCode', 'ticket_not_found', { params, json: { closingCode: 'solved' } });
      await desk.putSettings({});
      const none = await agent.ok('listClosingCodes', 200, { params });
      expect(none).toEqual({ isRequired: false, closingCodes: [] });
    });
  });
