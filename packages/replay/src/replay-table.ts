import { alignedTable } from '@chat-ticket/text';
import type { ReplayedChat, Step } from './replay-chat.ts';
import { contactReason } from './ticket-params.ts';

const steps: readonly Step[] = ['created', 'assigned', 'picked', 'room closed', 'closed'];
const header = ['chat', 'customer', 'reason', 'order', 'turns', 'agent', ...steps, 'route', 'result'];
const rightAligned = new Set(['turns', ...steps]);

/** A table with one line for each chat. Its times are seconds from the start of the chat. */
export function replayTable(chats: readonly ReplayedChat[]): string {
  return alignedTable(header, chats.map(cellsOf), rightAligned);
}

const cellsOf = (chat: ReplayedChat): string[] => [
  String(chat.conversation.convo_id),
  chat.conversation.scenario.personal.customer_name,
  contactReason(chat.conversation.scenario),
  chat.conversation.scenario.order.order_id,
  String(chat.conversation.original.length),
  chat.agentId ?? '',
  ...steps.map((step) => secondsAt(chat.times[step])),
  chat.route,
  resultOf(chat),
];

const secondsAt = (ms: number | undefined) => (ms === undefined ? '' : `+${(ms / 1000).toFixed(2)} s`);

const resultOf = ({ agentId, differences, failure, status, wasOpen }: ReplayedChat): string =>
  [
    ...(status ? [status] : []),
    ...(wasOpen ? ['was already open'] : []),
    ...(differences.length > 0 ? ['transcripts differ'] : []),
    ...(failure ? [`failed: ${failure.code}`] : []),
    ...(!failure && agentId === undefined ? ['still waiting'] : []),
  ].join(', ');
