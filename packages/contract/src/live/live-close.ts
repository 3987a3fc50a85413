/**
 * Why the desk closes a live connection: the WebSocket close code, what happened, and what to do. Closing loses
 * no event: a client that reconnects and resumes at its last `seq` gets what it missed, or a `reset`.
 */
export const liveCloses = {
  going_away: { code: 1001, detail: 'The server is shutting down. Reconnect and resume.' },
  frame_too_large: { code: 1009, detail: 'A frame was larger than 1 KiB. Send smaller frames.' },
  internal_error: { code: 1011, detail: 'The event log could not be read. Reconnect and resume.' },
  frame_invalid: { code: 4400, detail: 'A frame did not match the contract. Fix the client.' },
  token_expired: { code: 4401, detail: 'The token has expired. Reconnect with a new one and resume.' },
  token_revoked: { code: 4403, detail: 'The token was revoked. Sign in again to get a new one.' },
  client_silent: { code: 4408, detail: 'No frame arrived for 60 s. Send a ping every 20 s.' },
  reader_slow: {
    code: 4413,
    detail: 'The client is 64 KiB or 256 frames behind. Reconnect and resume.',
  },
  too_many_connections: {
    code: 4429,
    detail: 'You opened a sixth connection. The desk closed the one that was silent longest.',
  },
  too_many_frames: {
    code: 4430,
    detail: 'More than 50 frames arrived per second. Send fewer, then reconnect and resume.',
  },
} as const satisfies Record<string, { code: number; detail: string }>;

/** The name of a reason for which the desk closes a live connection. */
export type LiveClose = keyof typeof liveCloses;
