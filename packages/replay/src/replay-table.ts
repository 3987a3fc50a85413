import { alignedTable } from '@chat-ticket/text';
import type { ReplayedChat, Step } from './replay-chat.ts';
import { reasonOf } from './ticket-of.ts';

const steps: readonly Step[] = ['taken in', 'assigned', 'picked', 'room closed', 'closed'];
const header = ['chat', 'customer', 'reason', 'order', 'turns', 'agent', ...steps, 'way', 'result'];
const rightAligned = new Set(['turns', ...steps]);

/** What happened, a line a chat; times are seconds from the start of the chat. */
export function replayTable(chats: readonly ReplayedChat[]): string {
  return alignedTable(header, chats.map(cellsOf), rightAligned);
}

const cellsOf = (chat: ReplayedChat): string[] => [
  String(chat.conversation.convo_id),
  chat.conversation.scenario.personal.customer_name,
  reasonOf(chat.conversation.scenario),
  chat.conversation.scenario.order.order_id,
  String(chat.conversation.original.length),
  chat.agentId ?? '',
  ...steps.map((step) => secondsAt(chat.times[step])),
  chat.way,
  resultOf(chat),
];

const secondsAt = (ms: number | undefined) => (ms === undefined ? '' : `+${(ms / 1000).toFixed(2)} s`);

const resultOf = ({ agentId, differences, problem, status, wasOpen }: ReplayedChat): string =>
  [
    ...(status ? [status] : []),
    ...(wasOpen ? ['open already'] : []),
    ...(differences.length > 0 ? ['transcripts differ'] : []),
    ...(problem ? [`failed: ${problem.code}`] : []),
    ...(!problem && agentId === undefined ? ['still waits'] : []),
  ].join(', ');
