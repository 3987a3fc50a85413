import { ApiError } from '../error/api-error.ts';
import { readBytes } from './read-bytes.ts';

const maxDepth = 32;
// valibot drops these keys silently. Refusing them loses nothing.
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The JSON of a request’s body, at most 32 levels deep and of text that every database can store. Throws
 * `content_type_unsupported`, `body_not_json`, `body_too_deep`, `body_invalid` or `text_malformed`.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  // No body counts as an empty object. The schema decides whether that is enough.
  if (bytes.byteLength === 0 && request.headers.get('Content-Type') === null) return {};
  const contentType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json')
    throw new ApiError('content_type_unsupported', { source: { header: 'Content-Type' } });
  const body = parse(bytes);
  checkJson(body);
  return body;
}

/** Throws for JSON that is too deep, and for text that some databases cannot store. */
export const checkJson = (value: unknown): void => check(value, []);

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new ApiError('body_not_json');
  }
}

function check(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= maxDepth) throw new ApiError('body_too_deep', { source: { pointer: toPointer(path) } });
  for (const [key, child] of Object.entries(value)) {
    const childPath = [...path, key];
    checkText(key, path);
    if (reservedKeys.has(key))
      throw new ApiError('body_invalid', {
        detail: `\`${key}\` is a reserved name. Use another one.`,
        source: { pointer: toPointer(childPath) },
      });
    check(child, childPath);
  }
}

function checkText(text: string, path: readonly string[]): void {
  if (!text.isWellFormed() || text.includes('\0'))
    throw new ApiError('text_malformed', { source: { pointer: toPointer(path) } });
}

/** JSON Pointer (RFC 6901). */
export const toPointer = (path: readonly string[]): string =>
  path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
