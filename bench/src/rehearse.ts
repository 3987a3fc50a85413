import * as v from 'valibot';
import type { Case } from './case/case.ts';
import { connectAgents, type MeasuredDesk } from './desk.ts';
import { sendAll } from './load/send-all.ts';

/**
 * One call of a case to each server: the answers must be what the contract says, and of the same size, so
 * that no server is measured with less to write.
 */
export async function rehearse(subject: Case, desks: readonly MeasuredDesk[]): Promise<void> {
  const sizes = new Set<number>();
  for (const desk of desks) {
    await connectAgents(desk);
    const load = subject.load(desk.state);
    const call = load.callsOf(0, desk.connections.length)();
    const text = await desk.connections[0]!.send(call);
    v.parse(subject.route.responses[call.status]!, JSON.parse(text));
    sizes.add(text.length);
    await sendAll(desk.connections, load.undo());
  }
  if (sizes.size > 1) throw new Error(`${subject.name} answers ${[...sizes].join(', ')} characters`);
}
