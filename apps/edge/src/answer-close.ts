/** The peer sent a close frame without a code. https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const noCode = 1005;
const protocolError = 1002;
const forbiddenCodes = new Set([1004, 1006, 1015]);

const mayBeSent = (code: number): boolean => code >= 1000 && code < 5000 && !forbiddenCodes.has(code);

/**
 * Answers the peer’s close frame with the same code and reason. The runtime does not do this for a hibernatable
 * WebSocket. Without an answer the client’s `close` event is delayed until the client gives up.
 * https://developers.cloudflare.com/durable-objects/api/base/#websocketclose
 */
export function answerClose(socket: WebSocket, code: number, reason: string, isClean: boolean): void {
  // The connection was lost without a close frame (code 1006). The runtime would accept a close now and fail later,
  // in a rejection that no `catch` here can handle.
  if (!isClean) return;
  try {
    if (code === noCode) socket.close();
    else if (mayBeSent(code)) socket.close(code, reason);
    else socket.close(protocolError);
  } catch {
    // `close` refuses what it does not send, such as a reason above 123 bytes.
  }
}
