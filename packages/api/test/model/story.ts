import * as fc from 'fast-check';
import * as agents from './agent-steps.ts';
import * as changes from './change-steps.ts';
import { step } from './step.ts';
import { closeTheRoom, declineOffer, intake, intakeAgain, pickTicket } from './ticket-steps.ts';

const sweep = step('sweep', fc.constant(null), (desk) => desk.sweep());
const pass = step(
  'pass',
  fc.constantFrom(1, 500, 5_000, 5_000, 15_000, 20_000, 61_000, 180_000, 3_600_000),
  (desk, ms) => desk.pass(ms),
);

const often = [intake, intake, intake, agents.online, agents.heartbeats, sweep, pass];
const steps = [
  ...often,
  ...often,
  ...Object.values(agents),
  ...Object.values(changes),
  intake,
  intakeAgain,
  pickTicket,
  pickTicket,
  declineOffer,
  closeTheRoom,
  closeTheRoom,
  changes.closeTicket,
  changes.workflow,
  changes.workflow,
  changes.escalateTicket,
  changes.toAgent,
];

/** What can happen at a desk, in any order. */
export const story = fc.commands(steps, { size: 'max', maxCommands: 100 });
