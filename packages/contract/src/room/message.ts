import * as v from 'valibot';
import { nextCursor } from '../route/list.ts';
import { identifier } from '../scalar/identifier.ts';
import { jsonSchema } from '../scalar/json-schema.ts';
import { ordinal } from '../scalar/number.ts';
import { text as plainText } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import { visible } from '../scalar/visible-text.ts';
import { Role } from '../token/token.ts';
import type * as types from './message.types.ts';

/** The maximum length of a message’s text, in bytes of UTF-8. */
export const maxTextBytes = 8 * 1024;

const seq = ordinal(
  'The number of the message in its room: 1, 2, 3 and so on, without gaps. For a customer it does not count notes.',
  3,
);

const clientMessageId = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 visible ASCII characters'),
  v.description(
    'An id that the sender chooses, unique in the room. Sending the same message with the same id again stores it once.',
  ),
  v.examples(['6e8bc430-9c3a-41d9-9669-0800200c9a66']),
);

/** Schema of the kind of a message. */
export const MessageKind = v.pipe(
  v.picklist(['message', 'note', 'system']),
  v.description(
    'Who sees the message and who writes it. Everyone in the room sees a `message`. Customers never see a `note`. A program writes a `system` message.',
  ),
  v.examples(['message']),
);
/** The kind of a message. Customers never see a `note`; a program writes a `system` message. */
export type MessageKind = types.MessageKind;

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxBytes(maxTextBytes),
  visible,
  jsonSchema({ pattern: '\\S', maxLength: maxTextBytes }),
  v.description('Plain text of up to 8 KiB in UTF-8, with at least one visible character.'),
  v.examples(['Where is my order?']),
);

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const quoted = String.raw`"(?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\[^\x00-\x1f\x7f])*"`;
/** A media type with any parameters (RFC 9110, 8.3.1), or nothing, which is what a browser gives if it does not know. */
const mediaType = new RegExp(
  String.raw`^(?:[\w!#$&^.+-]+/[\w!#$&^.+-]+[ \t]*(?:;[ \t]*(?:${token}=(?:${token}|${quoted})[ \t]*)?)*)?$`,
);
/** The URL of a file as it is written: a parser would drop spaces, line breaks and additional slashes. */
const webAddress = /^https:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/;
/** The media type of a file whose type is not known. */
const unknownMediaType = 'application/octet-stream';

/** Schema of a file that a message refers to. */
export const Attachment = v.pipe(
  v.strictObject({
    url: v.pipe(
      v.string(),
      v.maxLength(4096),
      v.url(),
      v.regex(webAddress, 'must be an https URL with a host, and without spaces, user name and password'),
      v.description(
        'The https URL of the file, up to 4,096 characters. The desk stores the URL, not the file.',
      ),
      v.examples(['https://files.example/receipt.pdf']),
    ),
    type: v.pipe(
      v.optional(
        v.pipe(
          v.string(),
          v.maxLength(255),
          v.regex(mediaType, 'must be a media type such as image/png, or empty'),
          v.transform((type: string) => type || unknownMediaType),
        ),
        unknownMediaType,
      ),
      v.description(
        'The media type of the file, with or without parameters. Empty or left out: not known, which is `application/octet-stream`.',
      ),
      v.examples(['application/pdf']),
    ),
    name: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(255),
        visible,
        v.description('The name of the file, as shown to people.'),
        v.examples(['receipt.pdf']),
      ),
    ),
    size: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(Number.MAX_SAFE_INTEGER),
        v.description('The size of the file, in bytes.'),
        v.examples([48_123]),
      ),
    ),
  }),
  v.description('A file that a message refers to.'),
);
/** A file that a message refers to. The desk stores the reference, not the file. */
export type Attachment = types.Attachment;
/** A file that a message refers to, as a caller sends it. */
export type AttachmentInput = types.AttachmentInput;

const attachments = v.pipe(v.array(Attachment), v.maxLength(10));

/** Schema of the body of POST /v1/rooms/{roomID}/messages. */
export const SendMessageParam = v.pipe(
  v.strictObject({
    clientMessageId,
    kind: v.optional(MessageKind, 'message'),
    text: v.optional(text),
    attachments: v.pipe(
      v.optional(attachments, []),
      v.description('Up to 10 files, by reference.'),
      v.examples([[]]),
    ),
  }),
  v.check(
    (message) => message.text !== undefined || message.attachments.length > 0,
    'must contain a text or an attachment',
  ),
  jsonSchema({
    anyOf: [
      { required: ['text'] },
      { required: ['attachments'], properties: { attachments: { minItems: 1 } } },
    ],
  }),
  v.description('A message to send. A text or an attachment is required.'),
  v.examples([
    {
      clientMessageId: '6e8bc430-9c3a-41d9-9669-0800200c9a66',
      kind: 'message',
      text: 'Where is my order?',
      attachments: [],
    },
  ]),
);
/** The body of POST /v1/rooms/{roomID}/messages. A text or an attachment is required. */
export type SendMessageParam = types.SendMessageParam;

/** Schema of the sender of a message. */
export const Sender = v.pipe(
  v.strictObject({
    role: v.pipe(
      v.picklist([...Role.options, 'system']),
      v.description('The sender’s role, or `system` for a rule of the desk.'),
      v.examples(['customer']),
    ),
    id: v.optional(
      plainText('The `sub` claim of the sender’s token. Customers get only their own.', 'c-4711'),
    ),
    name: v.optional(plainText('The `name` claim of the sender’s token.', 'Hugo Dan')),
  }),
  v.description('The sender of a message, as it was when the message was sent.'),
);
/** The sender of a message, as it was when the message was sent. */
export type Sender = types.Sender;

/** Schema of a message. */
export const Message = v.pipe(
  v.strictObject({
    seq,
    clientMessageId,
    kind: MessageKind,
    from: Sender,
    text: v.optional(text),
    attachments: v.pipe(attachments, v.description('The files, by reference.'), v.examples([[]])),
    timestamp: timestamp('When the desk received the message'),
    timestampMs: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('When the desk received the message, in milliseconds since 1970. Sort by `seq` instead.'),
      v.examples([1572499999123]),
    ),
  }),
  v.description('A message of a room. It never changes.'),
);
/** A message of a room. It never changes. */
export type Message = types.Message;

/** Schema of the response of GET /v1/rooms/{roomID}/messages. */
export const MessagePage = v.pipe(
  v.strictObject({
    messages: v.pipe(v.array(Message), v.description('The messages, by ascending `seq`.')),
    hasMore: v.pipe(
      v.boolean(),
      v.description(
        'Whether the room has more messages: later ones if `after` was given, earlier ones if it was not.',
      ),
      v.examples([false]),
    ),
  }),
  v.description(
    'A page of a room’s messages. It ends after about 1 MiB, however many messages `limit` allows.',
  ),
);
/** A page of a room’s messages. */
export type MessagePage = types.MessagePage;

/** Schema of a message that a search found. */
export const SearchResult = v.pipe(
  v.strictObject({
    roomId: identifier('The id of the room.', '888bd869-9398-40de-9c61-3238d6208cf5'),
    ticketId: identifier('The id of the room’s ticket.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
    message: Message,
    snippet: plainText(
      'The part of the text, or of the names of the files, that matches best. Matching words are enclosed in ⟦ and ⟧.',
      'Where is my ⟦order⟧?',
    ),
  }),
  v.description('A message that a search found, and its room.'),
);
/** A message that a search found, and its room. */
export type SearchResult = types.SearchResult;

/** Schema of the response of GET /v1/messages/search. */
export const MessageSearch = v.pipe(
  v.strictObject({
    results: v.pipe(v.array(SearchResult), v.description('The matches, newest first.')),
    nextCursor,
    isIndexing: v.optional(
      v.pipe(
        v.literal(true),
        v.description(
          'The desk is still indexing some messages, as after an upgrade: the search does not find these yet. Left out: all are indexed.',
        ),
        v.examples([true]),
      ),
    ),
  }),
  v.description(
    'A page of the messages that a search finds, newest first. It ends after about 256 KiB, however many messages `limit` allows.',
  ),
);
/** A page of the messages that a search finds, newest first. */
export type MessageSearch = types.MessageSearch;
