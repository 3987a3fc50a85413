import * as fc from 'fast-check';
import * as agents from './agent-steps.ts';
import * as changes from './change-steps.ts';
import { step } from './step.ts';
import {
  closeTheRoom,
  createTicketStep,
  declineOffer,
  pickTicket,
  repeatCreate,
  reply,
} from './ticket-steps.ts';

const sweep = step('sweep', fc.constant(null), (desk) => desk.sweep());
const advance = step(
  'advance',
  fc.constantFrom(1, 500, 5_000, 5_000, 15_000, 20_000, 61_000, 180_000, 3_600_000),
  (desk, ms) => desk.advance(ms),
);

const gap = step(
  'gap',
  fc.tuple(
    fc.constantFrom(6_000, 62_000, 185_000, 3_600_000, 400 * 86_400_000, -20_000, -3_600_000),
    fc.boolean(),
  ),
  // A process sweeps right after it has closed the gap: leases start again, so tickets can be assigned.
  async (desk, [ms, isRestart]) => {
    await desk.gap(ms, isRestart);
    await desk.sweep();
  },
);

/** A step that is listed twice is generated twice as often. */
const frequent = [
  createTicketStep,
  createTicketStep,
  createTicketStep,
  agents.online,
  agents.heartbeats,
  sweep,
  advance,
];
const steps = [
  ...frequent,
  ...frequent,
  gap,
  ...Object.values(agents),
  ...Object.values(changes),
  createTicketStep,
  repeatCreate,
  pickTicket,
  pickTicket,
  declineOffer,
  reply,
  closeTheRoom,
  closeTheRoom,
  changes.closeTicket,
  changes.workflow,
  changes.workflow,
  changes.escalateTicket,
  changes.toAgent,
];

/** A random sequence of up to 100 steps. */
export const scenario = fc.commands(steps, { size: 'max', maxCommands: 100 });
