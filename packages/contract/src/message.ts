import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';
import { Role } from './token.ts';

/** How many bytes of UTF-8 a message’s text may have. */
export const maxTextBytes = 8 * 1024;

const seq = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description('Its number in the room, given by the server: 1, 2, 3 and so on without a gap.'),
  v.examples([3]),
);

const clientMessageId = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 visible ASCII characters'),
  v.description('The sender’s own id of the message, new for each: the same one again sends nothing twice.'),
  v.examples(['6e8bc430-9c3a-41d9-9669-0800200c9a66']),
);

/** `note` is for those behind the desk alone; `system` is told by a program. */
export const MessageKind = v.pipe(
  v.picklist(['message', 'note', 'system']),
  v.description('`note`: never shown to the customer; `system`: told by a program.'),
  v.examples(['message']),
);
export type MessageKind = v.InferOutput<typeof MessageKind>;

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxBytes(maxTextBytes),
  v.description('Plain text, at most 8 KiB in UTF-8.'),
  v.examples(['Where is my order?']),
);

const Attachment = v.pipe(
  v.strictObject({
    url: v.pipe(
      v.string(),
      v.maxLength(2048),
      v.url(),
      v.regex(/^https:\/\//, 'must be an https URL'),
      v.description('Where the file is. The desk stores the reference, not the file.'),
      v.examples(['https://files.example/receipt.pdf']),
    ),
    type: v.pipe(
      v.string(),
      v.maxLength(127),
      v.regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, 'must be a media type such as image/png'),
      v.description('Its media type.'),
      v.examples(['application/pdf']),
    ),
    name: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(255),
        v.description('Its name as shown to people.'),
        v.examples(['receipt.pdf']),
      ),
    ),
    size: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(Number.MAX_SAFE_INTEGER),
        v.description('In bytes.'),
        v.examples([48_123]),
      ),
    ),
  }),
  v.description('A file by reference.'),
);
export type Attachment = v.InferOutput<typeof Attachment>;

const attachments = v.pipe(v.array(Attachment), v.maxLength(10));

/** Body of POST /v1/rooms/{roomID}/messages. */
export const SendMessageParam = v.pipe(
  v.strictObject({
    clientMessageId,
    kind: v.optional(MessageKind, 'message'),
    text: v.optional(text),
    attachments: v.pipe(
      v.optional(attachments, []),
      v.description('Up to 10 files by reference.'),
      v.examples([[]]),
    ),
  }),
  v.check(
    (message) => message.text !== undefined || message.attachments.length > 0,
    'must have a text or an attachment',
  ),
  v.description('What to say. A text or an attachment is required.'),
);
export type SendMessageParam = v.InferInput<typeof SendMessageParam>;

/** Who sent a message. */
export const Sender = v.pipe(
  v.strictObject({
    role: v.pipe(
      v.picklist([...Role.options, 'system']),
      v.description('`system` for the desk’s own rules.'),
      v.examples(['customer']),
    ),
    id: v.pipe(v.string(), v.description('The `sub` of the sender’s token.'), v.examples(['c-4711'])),
    name: v.optional(
      v.pipe(v.string(), v.description('As the token had it when it was sent.'), v.examples(['Hugo Dan'])),
    ),
  }),
  v.description('Who sent it.'),
);
export type Sender = v.InferOutput<typeof Sender>;

/** One message of a room. It is never changed. */
export const Message = v.pipe(
  v.strictObject({
    seq,
    clientMessageId,
    kind: MessageKind,
    from: Sender,
    text: v.optional(text),
    attachments: v.pipe(attachments, v.examples([[]])),
    timestamp: v.pipe(
      Timestamp,
      v.description('When the desk took it, in seconds.'),
      v.examples([1572499999]),
    ),
    timestampMs: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('The same in milliseconds since 1970. Order by `seq`, not by this.'),
      v.examples([1572499999123]),
    ),
  }),
  v.description('One message of a room. It is never changed.'),
);
export type Message = v.InferOutput<typeof Message>;

/** A part of a room’s messages. */
export const MessagePage = v.pipe(
  v.strictObject({
    messages: v.pipe(v.array(Message), v.description('By rising `seq`.')),
    hasMore: v.pipe(
      v.boolean(),
      v.description(
        'Whether there are more beyond: later ones when `after` was given, earlier ones when it was not.',
      ),
      v.examples([false]),
    ),
  }),
  v.description('A part of a room’s messages.'),
);
export type MessagePage = v.InferOutput<typeof MessagePage>;

const SearchResult = v.pipe(
  v.strictObject({
    roomId: v.pipe(Identifier, v.examples(['888bd869-9398-40de-9c61-3238d6208cf5'])),
    ticketId: v.pipe(Identifier, v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'])),
    message: Message,
    snippet: v.pipe(
      v.string(),
      v.description('The text about the first words that match. What matches stands between ⟦ and ⟧.'),
      v.examples(['Where is my ⟦order⟧?']),
    ),
  }),
  v.description('A message that was found, and its room.'),
);

/** What a search for messages found, newest first. */
export const MessageSearch = v.pipe(
  v.strictObject({ results: v.array(SearchResult) }),
  v.description('The messages that hold all of the words, newest first.'),
);
export type MessageSearch = v.InferOutput<typeof MessageSearch>;
