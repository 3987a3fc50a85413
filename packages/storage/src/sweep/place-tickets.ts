import { command } from '../command/command.ts';
import { placeNextSteps } from '../steps/place-again.ts';

/** Places the next open tickets again, after a change of the settings. */
export const placeTickets = command({ steps: [...placeNextSteps], answer: {} });
