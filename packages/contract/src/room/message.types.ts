// Generated from message.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A file that a message refers to. */
export type Attachment = {
  /**
   * The https URL of the file, up to 4,096 characters. The desk stores the URL, not the file. Up to 4096
   * characters.
   * @example 'https://files.example/receipt.pdf'
   */
  url: string;
  /**
   * The media type of the file, with or without parameters. Empty or left out: not known, which is
   * `application/octet-stream`. Up to 255 characters.
   * @default 'application/octet-stream'
   * @example 'application/pdf'
   */
  type: string;
  /**
   * The name of the file, as shown to people. 1 to 255 characters.
   * @example 'receipt.pdf'
   */
  name?: string | undefined;
  /** The size of the file, in bytes. */
  size?: number | undefined;
};

/** A file that a message refers to. This is what a caller sends: fields with a default may be left out. */
export type AttachmentInput = {
  /**
   * The https URL of the file, up to 4,096 characters. The desk stores the URL, not the file. Up to 4096
   * characters.
   * @example 'https://files.example/receipt.pdf'
   */
  url: string;
  /**
   * The media type of the file, with or without parameters. Empty or left out: not known, which is
   * `application/octet-stream`. Up to 255 characters.
   * @default 'application/octet-stream'
   * @example 'application/pdf'
   */
  type?: string | undefined;
  /**
   * The name of the file, as shown to people. 1 to 255 characters.
   * @example 'receipt.pdf'
   */
  name?: string | undefined;
  /** The size of the file, in bytes. */
  size?: number | undefined;
};

/** A message of a room. It never changes. */
export type Message = {
  /**
   * The number of the message in its room: 1, 2, 3 and so on, without gaps. For a customer it does not count
   * notes.
   */
  seq: number;
  /**
   * An id that the sender chooses, unique in the room. Sending the same message with the same id again stores
   * it once.
   * @example '6e8bc430-9c3a-41d9-9669-0800200c9a66'
   */
  clientMessageId: string;
  /**
   * Who sees the message and who writes it. Everyone in the room sees a `message`. Customers never see a
   * `note`. A program writes a `system` message.
   * @example 'message'
   */
  kind: MessageKind;
  /** The sender of a message, as it was when the message was sent. */
  from: Sender;
  /**
   * Plain text of up to 8 KiB in UTF-8, with at least one visible character.
   * @example 'Where is my order?'
   */
  text?: string | undefined;
  /** The files, by reference. */
  attachments: Attachment[];
  /** When the desk received the message, in seconds since 1970. */
  timestamp: number;
  /** When the desk received the message, in milliseconds since 1970. Sort by `seq` instead. */
  timestampMs: number;
};

/**
 * Who sees the message and who writes it. Everyone in the room sees a `message`. Customers never see a
 * `note`. A program writes a `system` message.
 */
export type MessageKind = 'message' | 'note' | 'system';

/** A page of a room’s messages. It ends after about 1 MiB, however many messages `limit` allows. */
export type MessagePage = {
  /** The messages, by ascending `seq`. */
  messages: Message[];
  /** Whether the room has more messages: later ones if `after` was given, earlier ones if it was not. */
  hasMore: boolean;
};

/**
 * A page of the messages that a search finds, newest first. It ends after about 256 KiB, however many
 * messages `limit` allows.
 */
export type MessageSearch = {
  /** The matches, newest first. */
  results: SearchResult[];
  /**
   * The `cursor` of the next page. Left out on the last page.
   * @example 'WyJhbm4gbGltIiwiYW5uIl0'
   */
  nextCursor?: string | undefined;
  /**
   * The desk is still indexing some messages, as after an upgrade: the search does not find these yet. Left
   * out: all are indexed.
   */
  isIndexing?: true | undefined;
};

/** A message that a search found, and its room. */
export type SearchResult = {
  /**
   * The id of the room. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  roomId: string;
  /**
   * The id of the room’s ticket. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  ticketId: string;
  /** A message of a room. It never changes. */
  message: Message;
  /**
   * The part of the text, or of the names of the files, that matches best. Matching words are enclosed in ⟦
   * and ⟧.
   * @example 'Where is my ⟦order⟧?'
   */
  snippet: string;
};

/** A message to send. A text or an attachment is required. */
export type SendMessageParam = {
  /**
   * An id that the sender chooses, unique in the room. Sending the same message with the same id again stores
   * it once.
   * @example '6e8bc430-9c3a-41d9-9669-0800200c9a66'
   */
  clientMessageId: string;
  /**
   * Who sees the message and who writes it. Everyone in the room sees a `message`. Customers never see a
   * `note`. A program writes a `system` message.
   * @default 'message'
   */
  kind?: MessageKind | undefined;
  /**
   * Plain text of up to 8 KiB in UTF-8, with at least one visible character.
   * @example 'Where is my order?'
   */
  text?: string | undefined;
  /**
   * Up to 10 files, by reference.
   * @default []
   */
  attachments?: AttachmentInput[] | undefined;
};

/** The sender of a message, as it was when the message was sent. */
export type Sender = {
  /**
   * The sender’s role, or `system` for a rule of the desk.
   * @example 'customer'
   */
  role: 'agent' | 'supervisor' | 'service' | 'customer' | 'admin' | 'system';
  /**
   * The `sub` claim of the sender’s token. Customers get only their own.
   * @example 'c-4711'
   */
  id?: string | undefined;
  /**
   * The `name` claim of the sender’s token.
   * @example 'Hugo Dan'
   */
  name?: string | undefined;
};
