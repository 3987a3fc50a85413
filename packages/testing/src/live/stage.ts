import type { TicketRecord } from '@chat-ticket/contract';
import type { Target } from '../caller.ts';
import { createDesk } from '../desk.ts';
import type { TokenOptions } from '../token.ts';
import { openWatcher, type Watcher } from './watcher.ts';

/** A desk whose people watch it live; `clear` ends their connections and takes back what was made. */
export const createStage = (target: Target) => {
  const desk = createDesk(target);
  const watchers: Watcher[] = [];

  const watch = (token: string) => {
    const watcher = openWatcher(target, token);
    watchers.push(watcher);
    return watcher;
  };

  return {
    ...desk,
    target,
    watch,
    /** A person with a connection on which nothing has been resumed. */
    enter: async (claims: Omit<TokenOptions, 'secret' | 'sub'> & { sub?: string }) => {
      const person = await desk.person(claims);
      return { ...person, watcher: watch(person.token) };
    },
    /** A connection that is told what happens from now on. */
    follow: async (token: string) => {
      const watcher = watch(token);
      const seq = await watcher.ready();
      watcher.send({ type: 'resume', seq });
      return watcher;
    },
    customerOf: (ticket: TicketRecord) => desk.person({ role: 'customer', room: ticket.metadata.roomId }),
    clear: async () => {
      for (const watcher of watchers.splice(0)) watcher.close();
      await desk.release();
    },
  };
};
export type Stage = ReturnType<typeof createStage>;
