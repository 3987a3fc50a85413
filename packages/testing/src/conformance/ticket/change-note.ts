import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { validBody } from '../request/valid-body.ts';

const noting = [
  'setTicketStatus',
  'declineTicket',
  'transferTicket',
  'escalateTicket',
  'requeueTicket',
] as const;

export const changeNote = (desk: Desk) =>
  describe.each(noting)('the note of %s', (name) => {
    const sent = async (note: unknown) => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      const json = { ...Object(validBody(name).json), note };
      const headers = name === 'declineTicket' ? actingFor(agent.id) : {};
      return { service, request: { params, json, ...headers } };
    };

    it.each([
      ['one character', 'a'],
      ['2,000 characters', 'é'.repeat(2000)],
      ['several lines', 'one\ntwo\r\n\tthree 🍜 \u2028 “four”'],
    ])('can be %s', async (_, note) => {
      const { service, request } = await sent(note);
      const { error, status } = await service.call(name, request);
      expect([200, 204], error?.detail).toContain(status);
    });

    it.each([
      ['empty', ''],
      ['longer than 2,000 characters', 'a'.repeat(2001)],
      ['no text', 7],
      ['null', null],
    ])('is refused when %s, and pointed at', async (_, note) => {
      const { service, request } = await sent(note);
      const error = await service.refused(name, 'body_invalid', request);
      expect(error?.source).toEqual({ pointer: '/note' });
    });

    it('is refused with a NUL, and changes nothing', async () => {
      const { service, request } = await sent('a\0b');
      const error = await service.refused(name, 'text_malformed', request);
      expect(error?.source).toEqual({ pointer: '/note' });
      expect(await desk.getTicket(request.params.ticketID)).toMatchObject({ status: 'ASSIGNED' });
    });
  });
