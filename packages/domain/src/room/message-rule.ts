import type { MessageKind, Role } from '@chat-ticket/contract';

const whoMay: Readonly<Record<MessageKind, readonly Role[]>> = {
  message: ['agent', 'customer', 'service', 'supervisor', 'admin'],
  note: ['agent', 'supervisor', 'admin'],
  system: ['service'],
};

export const maySend = (role: Role, kind: MessageKind): boolean => whoMay[kind].includes(role);

/** Notes are for those behind the desk. */
export const seesNotes = (role: Role): boolean => role !== 'customer';

/**
 * What a message does to the close of an idle chat: it `starts` when the desk has spoken to the customer, and
 * `stops` when the customer has spoken. Anything else `restarts` it where it runs: the room is not idle.
 */
export type AutoCloseEffect = 'starts' | 'stops' | 'restarts';

export function autoCloseEffect(role: Role, kind: MessageKind): AutoCloseEffect {
  if (role === 'customer') return 'stops';
  return kind === 'message' && role !== 'service' ? 'starts' : 'restarts';
}
