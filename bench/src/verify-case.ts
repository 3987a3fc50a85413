import * as v from 'valibot';
import type { Case } from './case/case.ts';
import { type MeasuredDesk, setAgentsOnline } from './fill-desk.ts';
import { sendAll } from './load/send-all.ts';

/**
 * Sends one call of a case to each server. The responses must match the contract and have the same size, so that
 * every server has the same amount to write.
 */
export async function verifyCase(subject: Case, desks: readonly MeasuredDesk[]): Promise<void> {
  const sizes = new Set<number>();
  for (const desk of desks) {
    await setAgentsOnline(desk);
    const load = subject.load(desk.state);
    const call = load.callsOf(0, desk.connections.length)();
    const text = await desk.connections[0]!.send(call);
    v.parse(subject.route.responses[call.status]!, JSON.parse(text));
    sizes.add(text.length);
    await sendAll(desk.connections, load.undo());
  }
  if (sizes.size > 1)
    throw new Error(`the responses of ${subject.name} differ in size: ${[...sizes].join(', ')} characters`);
}
