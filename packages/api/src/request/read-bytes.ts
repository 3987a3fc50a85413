import { ApiError } from '../error/api-error.ts';

// A client that is still sending would see a broken connection instead of the error. So a body that is too
// large is read and discarded up to this many bytes more; the connection of a larger one is closed.
const maxDiscardedBytes = 1024 * 1024;

/**
 * A request’s whole body. Throws `body_too_large` above `maxBytes`, whether the length was declared or not, and
 * `body_incomplete` when the client breaks off.
 */
export async function readBytes(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  try {
    return await readAtMost(request, maxBytes);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError('body_incomplete');
  }
}

async function readAtMost(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  const declared = request.headers.get('Content-Length');
  if (!request.body || (declared !== null && Number(declared) <= maxBytes)) return request.arrayBuffer();

  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body.getReader();
  while (size <= maxBytes + maxDiscardedBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= maxBytes) chunks.push(value);
  }
  if (size <= maxBytes) return new Blob(chunks).arrayBuffer();
  if (size <= maxBytes + maxDiscardedBytes) throw new ApiError('body_too_large');
  void reader.cancel();
  throw new ApiError('body_too_large', {}, { Connection: 'close' });
}
