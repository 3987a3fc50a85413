import { describe, it } from 'vitest';
import type { LiveDesk } from './live-desk.ts';

/**
 * Proves that a client that was disconnected misses no event and receives none twice, also while others write,
 * and is told to load the state again when the event log does not have its position.
 */
export const resume = (desk: LiveDesk) =>
  describe('a client that resumes', () => {
    it('receives the events it missed, in order and once, and then new events', async () => {
      const { token } = await desk.signIn({ role: 'supervisor' });
      const first = await desk.follow(token);
      const { id } = await desk.createTicket();
      await first.expectEventually(first.types, ['ticket.created']);
      first.close();
      const service = await desk.service();
      const recordRefund = () =>
        service.ok('setTicketStatus', 200, {
          params: { ticketID: id },
          json: { status: 'REFUND_CREATED' },
        });
      const [seq] = first.seqs() as [number];
      for (let n = 0; n < 100; n++) await recordRefund();
      const second = desk.connect(token);
      await second.ready();
      const writes = (async () => {
        for (let n = 0; n < 50; n++) await recordRefund();
      })();
      second.send({ type: 'resume', seq });
      await writes;
      await second.expectEventually(
        second.seqs,
        Array.from({ length: 150 }, (_, n) => seq + 1 + n),
      );
    });

    it('receives `reset` when its position is after the end of the event log, and then new events', async () => {
      const recorder = desk.connect((await desk.signIn({ role: 'supervisor' })).token);
      const seq = await recorder.ready();
      recorder.send({ type: 'resume', seq: seq + 1_000_000 });
      await recorder.expectEventually(() => recorder.controls()[1], { type: 'reset', data: { seq } });
      await desk.createTicket();
      await recorder.expectEventually(recorder.types, ['ticket.created']);
    });
  });
