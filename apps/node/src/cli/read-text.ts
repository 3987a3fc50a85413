import { readFileSync } from 'node:fs';
import { isSystemError, systemReason } from './system-error.ts';

/** The text of a UTF-8 file, without a byte order mark. Throws an error of one line that names the file. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${file} is not UTF-8 text. Save it as UTF-8.`, { cause });
  }
  if (text.includes('\0')) throw new Error(`${file} is not text: it contains a NUL byte.`);
  return text;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new Error(`Cannot read ${file}: ${systemReason(cause)}.`, { cause });
  }
}
