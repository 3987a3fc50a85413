import { ChatTicketError } from '@chat-ticket/client';

/** Why the replay did not finish a chat. */
export type ReplayFailure = Error & { readonly code: string; readonly detail: string };

/** The replay did not observe an expected event within the time limit. */
export class ObservationTimeout extends Error {
  readonly code = 'observation_timeout';
  get detail(): string {
    return this.message;
  }
}

export const isReplayFailure = (error: unknown): error is ReplayFailure =>
  error instanceof ChatTicketError || error instanceof ObservationTimeout;
