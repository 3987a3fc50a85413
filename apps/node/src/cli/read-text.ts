import { readFileSync } from 'node:fs';

/** The text of a file, without its byte order mark. Throws one line that names the file. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${file} is not a text in UTF-8`, { cause });
  }
  if (text.includes('\0')) throw new Error(`${file} is not a text: it holds a NUL`);
  return text;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`${file} can’t be read: ${(cause as NodeJS.ErrnoException).code}`, { cause });
  }
}
