import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from './message.ts';

/** Proves how a read position moves. Agent and customer set positions and read them back. */
export const setReadPosition = (desk: Desk) =>
  describe('setReadPosition (PUT /v1/rooms/{roomID}/read)', () => {
    it('moves the caller’s own position forward, never back and never beyond the last message', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      for (let i = 0; i < 3; i += 1) await send(customer, params);
      const read = async (seq: number) =>
        (await agent.ok('setReadPosition', 200, { params, json: { seq } })).reads;
      const position = (seq: number) => [{ role: 'agent', id: agent.id, seq }];
      expect(await read(0)).toEqual([]);
      expect(await read(2)).toEqual(position(2));
      expect(await read(1)).toEqual(position(2));
      expect(await read(99)).toEqual(position(3));
      await customer.ok('setReadPosition', 200, { params, json: { seq: 1 } });
      const ofCustomer = { role: 'customer', id: customer.id, seq: 1 };
      const ofAgent = (await agent.ok('getRoom', 200, { params })).reads;
      expect(ofAgent).toHaveLength(2);
      expect(ofAgent).toEqual(expect.arrayContaining([...position(3), ofCustomer]));
      const { reads } = await customer.ok('getRoom', 200, { params });
      expect(reads).toHaveLength(2);
      expect(reads).toEqual(expect.arrayContaining([{ role: 'agent', seq: 3 }, ofCustomer]));
    });

    it('is, for the customer, a number of the messages that it gets', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const note = () => send(agent, params, { kind: 'note', text: 'internal' });
      await note();
      const opened = await agent.ok('setReadPosition', 200, { params, json: { seq: 1 } });
      expect(opened.reads).toEqual([{ role: 'agent', id: agent.id, seq: 1 }]);
      expect(await customer.ok('getRoom', 200, { params })).toMatchObject({ lastSeq: 0, reads: [] });
      await send(customer, params);
      await note();
      await send(agent, params);
      await note();
      const read = async (seq: number) => {
        const { lastSeq, reads } = await customer.ok('setReadPosition', 200, { params, json: { seq } });
        expect(lastSeq).toBe(2);
        return reads.find(({ role }) => role === 'customer')?.seq;
      };
      expect(await read(1)).toBe(1);
      const ofStaff = async () =>
        (await agent.ok('getRoom', 200, { params })).reads.find(({ role }) => role === 'customer')?.seq;
      expect(await ofStaff()).toBe(2);
      expect(await read(99)).toBe(2);
      expect(await ofStaff()).toBe(4);
      await agent.ok('setReadPosition', 200, { params, json: { seq: 3 } });
      const { reads } = await customer.ok('getRoom', 200, { params });
      expect(reads.find(({ role }) => role === 'agent')?.seq).toBe(1);
    });

    it('stores no position in a room without messages', async () => {
      const { agent, params } = await desk.assignedTicket();
      expect(await agent.ok('setReadPosition', 200, { params, json: { seq: 5 } })).toMatchObject({
        reads: [],
        lastSeq: 0,
      });
    });

    it.each([-1, 1.5, '1', null])('refuses the position %j', async (seq) => {
      const { agent, params } = await desk.assignedTicket();
      const error = await agent.refused('setReadPosition', 'body_invalid', { params, json: { seq } });
      expect(error?.source).toEqual({ pointer: '/seq' });
    });
  });
