import { ApiError, type ErrorOccurrence } from '../error/api-error.ts';
import { findLostJson, type LostJson } from './lost-json.ts';
import { readBytes } from './read-bytes.ts';

const maxDepth = 32;
const maxOccurrences = 10;
// valibot drops these keys silently. Refusing them loses nothing.
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The JSON of a request’s body, at most 32 levels deep and of text that every database can store. Throws
 * `content_type_unsupported`, `body_not_json`, `body_too_deep`, `body_too_large`, `body_invalid` or `text_malformed`.
 * `maxBytes` is the maximum size of the body.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  // An empty body is no body, whatever its declared type: many clients send the type with every request. No body counts
  // as an empty object. The schema decides whether that is enough.
  if (bytes.byteLength === 0) return {};
  const contentType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json')
    throw new ApiError('content_type_unsupported', { source: { header: 'Content-Type' } });
  return parseJson(decode(bytes));
}

/**
 * The value of a JSON text. Throws `body_not_json`, and for whatever the desk would not store as it was sent: JSON that is
 * too deep, text that some databases cannot store, a number that JavaScript would change, and a repeated member.
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError('body_not_json');
  }
  check(value, []);
  const occurrences: ErrorOccurrence[] = [];
  for (const lost of findLostJson(text)) if (occurrences.push(toOccurrence(lost)) === maxOccurrences) break;
  if (occurrences.length > 0) throw new ApiError('body_invalid', occurrences);
  return value;
}

function toOccurrence({ kind, path }: LostJson): ErrorOccurrence {
  const subject = path.length === 0 ? 'The body' : `\`${path.join('.')}\``;
  return {
    detail:
      kind === 'number'
        ? `${subject} is a number that JavaScript would change. Send it as a string.`
        : `${subject} occurs more than once in its object. Send it once.`,
    source: { pointer: toPointer(path) },
  };
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
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
