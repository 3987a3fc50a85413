import { indexTextOf } from '@chat-ticket/domain';
import type { MessageRow } from './message-row.ts';

/** The parts of a message that a search finds. */
export type MessageTexts = { readonly text: string | null; readonly attachments: readonly NamedFile[] };
type NamedFile = Pick<MessageRow['attachments'][number], 'name'>;

const namesOf = ({ attachments }: MessageTexts): string[] =>
  attachments.flatMap(({ name }) => (name === undefined ? [] : [name]));

/** The terms of a message for the full-text index. */
export const termsOf = (message: MessageTexts): string =>
  indexTextOf([...(message.text === null ? [] : [message.text]), ...namesOf(message)]);

/** The texts of which one is shown in a search: the text of the message, and the names of its files. */
export const shownTextsOf = (message: MessageTexts): string[] => [
  message.text ?? '',
  namesOf(message).join(', '),
];
