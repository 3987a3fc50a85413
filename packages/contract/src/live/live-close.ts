/**
 * Why the desk closes a connection: the WebSocket close code, and what the client does about it. A close
 * loses nothing: who resumes by its last `seq` gets what it missed, or a `reset`.
 */
export const liveCloses = {
  going_away: { code: 1001, detail: 'This server stops. Connect again and resume.' },
  frame_too_large: { code: 1009, detail: 'A frame was over 1 KiB. Send less.' },
  internal_error: { code: 1011, detail: 'The log could not be read. Connect again shortly and resume.' },
  frame_invalid: { code: 4400, detail: 'A frame was not one of the contract’s. Mend the client.' },
  token_expired: { code: 4401, detail: 'The token has expired. Connect with a new one and resume.' },
  token_revoked: { code: 4403, detail: 'The token was revoked. Sign in again to get a new one.' },
  client_silent: { code: 4408, detail: 'Nothing came for a minute. Send a ping every 20 s.' },
  reader_slow: { code: 4413, detail: 'The reader fell 64 KiB or 256 frames behind. Connect and resume.' },
  too_many_connections: {
    code: 4429,
    detail: 'The person has 5 connections already. Close one, then connect again.',
  },
} as const satisfies Record<string, { code: number; detail: string }>;

export type LiveClose = keyof typeof liveCloses;
