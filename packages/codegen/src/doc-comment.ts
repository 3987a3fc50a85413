const width = 110;

/** Breaks a text into lines of at most `length` characters, at spaces. Code between backticks stays on one line. */
function wrap(text: string, length: number): string[] {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  for (const [word] of text.matchAll(/(?:`[^`]*`|[^\s`])+/g)) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(word);
    else if (line.length + 1 + word.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}

/** Returns a doc comment of these paragraphs. A paragraph that begins with a space is code, and is not wrapped. */
export function docComment(paragraphs: readonly string[], indent = 0): string {
  const margin = ' '.repeat(indent);
  const [only = ''] = paragraphs;
  if (paragraphs.length === 1 && indent + only.length + 7 <= width) return `${margin}/** ${only} */\n`;
  const lines = paragraphs.flatMap((text) =>
    text === '' || text.startsWith(' ') ? [text.trim()] : wrap(text, width - indent - 3),
  );
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */\n`].join(
    '\n',
  );
}

/** Writes a value as TypeScript. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${/^[\w$]+$/.test(name) ? name : literal(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
