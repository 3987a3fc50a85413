import { ChatTicketError } from '@chat-ticket/client';

/** Why a chat did not come to its end. */
export type Problem = Error & { readonly code: string; readonly detail: string };

/** Something that was to be seen at the desk, and was not in time. */
export class NotSeen extends Error {
  readonly code = 'not_seen';
  get detail(): string {
    return this.message;
  }
}

export const isProblem = (error: unknown): error is Problem =>
  error instanceof ChatTicketError || error instanceof NotSeen;
