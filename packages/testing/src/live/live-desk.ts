import { openDesk } from '../open-desk.ts';
import type { Target } from '../test-client.ts';
import { type EventRecorder, openEventRecorder } from './event-recorder.ts';

/** A test’s desk with connections to its live channel. `cleanUp` closes the connections as well. */
export const openLiveDesk = (target: Target) => {
  const desk = openDesk(target);
  const recorders: EventRecorder[] = [];

  const connect = (token: string) => {
    const recorder = openEventRecorder(target, token);
    recorders.push(recorder);
    return recorder;
  };

  return {
    ...desk,
    target,
    /** Opens a connection. It receives no events before it sends `resume`. */
    connect,
    /** Opens a connection that receives the events from now on. */
    follow: async (token: string) => {
      const recorder = connect(token);
      const seq = await recorder.ready();
      recorder.send({ type: 'resume', seq });
      return recorder;
    },
    cleanUp: async () => {
      for (const recorder of recorders.splice(0)) recorder.close();
      await desk.cleanUp();
    },
  };
};
export type LiveDesk = ReturnType<typeof openLiveDesk>;
