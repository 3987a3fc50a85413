import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { validBody } from '../request/valid-body.ts';

const routesWithNote = [
  'setTicketStatus',
  'declineTicket',
  'transferTicket',
  'escalateTicket',
  'requeueTicket',
] as const;

/**
 * Proves which notes the changes of a ticket accept, and that the history stores them.
 * Each route that accepts a note is called with valid and invalid ones.
 */
export const changeNote = (desk: Desk) =>
  describe.each(routesWithNote)('the note of %s', (name) => {
    const requestWith = async (note: unknown) => {
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
    ])('may be %s, and the history stores it', async (_, note) => {
      const { service, request } = await requestWith(note);
      const { error, text } = await service.call(name, request);
      expect(error, text).toBeNull();
      const { params } = request;
      const { entries } = await service.ok('getTicketHistory', 200, { params });
      expect(entries.map((entry) => entry.note)).toContain(note);
    });

    it.each([
      ['empty', ''],
      ['longer than 2,000 characters', 'a'.repeat(2001)],
      ['a number', 7],
      ['null', null],
    ])('is refused with a pointer when it is %s', async (_, note) => {
      const { service, request } = await requestWith(note);
      const error = await service.refused(name, 'body_invalid', request);
      expect(error?.source).toEqual({ pointer: '/note' });
    });

    it('is refused with a NUL character, and changes nothing', async () => {
      const { service, request } = await requestWith('a\0b');
      const error = await service.refused(name, 'text_malformed', request);
      expect(error?.source).toEqual({ pointer: '/note' });
      expect(await desk.getTicket(request.params.ticketID)).toMatchObject({ status: 'ASSIGNED' });
    });
  });
