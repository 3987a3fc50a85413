import { describe, expect, it } from 'vitest';
import { send } from '../conformance/room/message.ts';
import type { LiveDesk } from './live-desk.ts';

/**
 * Proves that the positions of a customer count the events of its room that it may see, so that they show neither what
 * happens in other rooms nor what is hidden in its own, and that it resumes from them without a loss.
 */
export const customerPositions = (desk: LiveDesk) => {
  /** A chat of an agent. `happenUnseen` causes events in other rooms, and hidden ones in its own. */
  const openChat = async () => {
    const chat = await desk.assignedTicket();
    const other = await desk.createTicket();
    const service = await desk.service();
    const happenUnseen = async () => {
      await send(service, { roomID: other.metadata.roomId });
      await desk.createTicket();
      await send(chat.agent, chat.params, { kind: 'note', text: 'internal' });
      await chat.agent.ok('setReadPosition', 200, { params: chat.params, json: { seq: 1 } });
      const json = { status: 'REFUND_CREATED' as const };
      await service.ok('setTicketStatus', 200, { params: chat.params, json });
    };
    return { ...chat, other, happenUnseen };
  };

  describe('the position of a customer', () => {
    it('counts the events of its room that it may see, and nothing else', async () => {
      const { agent, customer, params, happenUnseen } = await openChat();
      const recorder = await desk.follow(customer.token);
      for (let n = 0; n < 3; n++) {
        await happenUnseen();
        await send(agent, params);
      }
      await send(customer, params);
      await happenUnseen();
      await agent.ok('closeRoom', 200, { params });
      // The assignment was the first.
      await recorder.expectEventually(recorder.seqs, [2, 3, 4, 5, 6]);
      expect(recorder.types()).toEqual([...Array<string>(4).fill('message.posted'), 'room.closed']);
      expect(recorder.events().flatMap(({ data }) => data['seq'] ?? [])).toEqual([1, 2, 3, 4]);
      expect(await recorder.ready()).toBe(1);
      await desk.createTicket();
      expect(await desk.connect(customer.token).ready()).toBe(6);
      recorder.send({ type: 'ping' });
      const pongs = () => recorder.controls().flatMap((frame) => (frame.type === 'pong' ? [frame] : []));
      await recorder.expectEventually(() => pongs().length, 1);
      // A runtime may send a pong without a position.
      expect(pongs()[0]!.data?.seq ?? 6).toBe(6);
    });

    it('resumes with exactly the events that the customer missed', async () => {
      const { agent, customer, params, happenUnseen } = await openChat();
      const texts = ['one', 'two', 'three', 'four'];
      for (const text of texts) {
        await happenUnseen();
        await send(agent, params, { text });
      }
      await happenUnseen();
      for (const seq of [0, 1, 2, 3, 4, 5]) {
        const recorder = desk.connect(customer.token);
        await recorder.ready();
        recorder.send({ type: 'resume', seq });
        const missed = [1, 2, 3, 4, 5].slice(seq);
        await recorder.expectEventually(recorder.seqs, missed);
        expect(recorder.events().flatMap(({ data }) => data['text'] ?? [])).toEqual(
          texts.slice(-missed.length || 4),
        );
        expect(recorder.controls().map(({ type }) => type)).toEqual(['ready']);
        recorder.close();
      }
    });

    it('resumes while others write, with each event once and in order', async () => {
      const { agent, customer, params, happenUnseen } = await openChat();
      const writes = (async () => {
        for (let n = 0; n < 20; n++) {
          await send(agent, params);
          if (n % 7 === 0) await happenUnseen();
        }
      })();
      const recorders: Awaited<ReturnType<typeof desk.follow>>[] = [];
      for (let n = 0; n < 4; n++) {
        const recorder = desk.connect(customer.token);
        await recorder.ready();
        recorder.send({ type: 'resume', seq: 0 });
        recorders.push(recorder);
      }
      await writes;
      const all = Array.from({ length: 21 }, (_, n) => n + 1);
      for (const recorder of recorders) await recorder.expectEventually(recorder.seqs, all);
    });

    it('gets `reset` with the last position when it is not one of the room, and then new events', async () => {
      const { agent, customer, params } = await openChat();
      const recorder = desk.connect(customer.token);
      const seq = await recorder.ready();
      recorder.send({ type: 'resume', seq: seq + 1_000 });
      await recorder.expectEventually(() => recorder.controls()[1], { type: 'reset', data: { seq } });
      await send(agent, params);
      await recorder.expectEventually(recorder.seqs, [seq + 1]);
    });
  });
};
