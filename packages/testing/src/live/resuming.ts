import { describe, it } from 'vitest';
import type { Stage } from './stage.ts';

export const resuming = (stage: Stage) =>
  describe('a client that was away', () => {
    it('gets what it missed, in order and once, and then what comes', async () => {
      const { token } = await stage.person({ role: 'supervisor' });
      const first = await stage.follow(token);
      const { id } = await stage.intake();
      await first.sees(first.types, ['ticket.created']);
      first.close();
      const service = await stage.service();
      const note = () =>
        service.ok('setTicketStatus', 200, {
          params: { ticketID: id },
          json: { status: 'REFUND_CREATED' },
        });
      const [seen] = first.seqs() as [number];
      for (let n = 0; n < 100; n++) await note();
      const again = stage.watch(token);
      await again.ready();
      const writes = (async () => {
        for (let n = 0; n < 50; n++) await note();
      })();
      again.send({ type: 'resume', seq: seen });
      await writes;
      await again.sees(
        again.seqs,
        Array.from({ length: 150 }, (_, n) => seen + 1 + n),
      );
    });

    it('is told to load its state anew when the log never got so far, and then what comes', async () => {
      const { watcher } = await stage.enter({ role: 'supervisor' });
      const seq = await watcher.ready();
      watcher.send({ type: 'resume', seq: seq + 1_000_000 });
      await watcher.sees(() => watcher.controls()[1], { type: 'reset', data: { seq } });
      await stage.intake();
      await watcher.sees(watcher.types, ['ticket.created']);
    });
  });
