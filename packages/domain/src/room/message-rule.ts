import type { MessageKind, Role } from '@chat-ticket/contract';

const senderRoles: Readonly<Record<MessageKind, readonly Role[]>> = {
  message: ['agent', 'customer', 'service', 'supervisor', 'admin'],
  note: ['agent', 'supervisor', 'admin'],
  system: ['service'],
};

/** Whether the role may send a message of the kind. */
export const maySend = (role: Role, kind: MessageKind): boolean => senderRoles[kind].includes(role);

/** Whether the role sees notes: every role but the customer. */
export const seesNotes = (role: Role): boolean => role !== 'customer';

/**
 * What a message does to the timer that closes an idle chat. A message of an agent, supervisor or admin `starts`
 * it; a message of the customer `stops` it; any other message `restarts` a running timer.
 */
export type AutoCloseEffect = 'starts' | 'stops' | 'restarts';

/**
 * The effect of a message on the timer.
 * @see packages/storage/src/room/send-message.ts `autoCloseRuns`, which applies it
 */
export function autoCloseEffect(role: Role, kind: MessageKind): AutoCloseEffect {
  if (role === 'customer') return 'stops';
  return kind === 'message' && role !== 'service' ? 'starts' : 'restarts';
}
