import { connect } from 'node:net';
import { livePath, liveProtocol } from '@chat-ticket/contract';
import type { Target } from '../test-client.ts';

/** Opens a TCP connection that speaks WebSocket byte by byte, so that a test decides when it reads. */
export function openRaw({ baseUrl }: Target, token: string) {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  const head = [
    `GET ${livePath} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${liveProtocol}, bearer.${token}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return {
    socket,
    /** The number of bytes received. */
    received: () => chunks.reduce((sum, { length }) => sum + length, 0),
    /** The status of the response to the handshake, after it arrived. */
    status: (): number | undefined => {
      const status = /^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(chunks).toString('latin1'))?.[1];
      return status === undefined ? undefined : Number(status);
    },
    /** The frames received, of at most 125 bytes each. */
    frames: () =>
      framesIn(Buffer.concat(chunks)).map(({ opcode, payload }) => ({ opcode, text: payload.toString() })),
    /** The code of the close frame, after it arrived. Frames before it must have at most 125 bytes. */
    closeCode: (): number | undefined => closeFrameIn(Buffer.concat(chunks))?.code,
    /** The close frame, after it arrived: `{}` when it is empty. */
    closeFrame: () => closeFrameIn(Buffer.concat(chunks)),
    /** Sends a close frame, which is empty without a code. */
    sendClose: (code?: number, reason = '') => {
      const payload = Buffer.alloc(code === undefined ? 0 : 2 + reason.length);
      if (code !== undefined) payload.writeUInt16BE(code);
      if (reason) payload.write(reason, 2);
      socket.write(Buffer.concat([Buffer.from([0x88, 0x80 | payload.length, 0, 0, 0, 0]), payload]));
    },
    /** Sends a text of at most 125 bytes, masked with zeros. */
    send: (text: string) =>
      socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])),
  };
}

type Frame = { opcode: number; payload: Buffer };

/** The complete frames after the response to the handshake. Each must have at most 125 bytes, or end the list. */
function framesIn(bytes: Buffer): Frame[] {
  const frames: Frame[] = [];
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return frames;
  let at = head + 4;
  while (at + 2 <= bytes.length) {
    const length = bytes[at + 1]!;
    const end = at + 2 + length;
    if (length > 125 || end > bytes.length) break;
    frames.push({ opcode: bytes[at]! & 0x0f, payload: bytes.subarray(at + 2, end) });
    at = end;
  }
  return frames;
}

function closeFrameIn(bytes: Buffer): { code?: number; reason?: string } | undefined {
  const close = framesIn(bytes).find(({ opcode }) => opcode === 8);
  if (!close) return undefined;
  const { payload } = close;
  return payload.length === 0 ? {} : { code: payload.readUInt16BE(), reason: payload.toString('utf8', 2) };
}
