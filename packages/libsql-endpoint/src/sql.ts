/** One statement of an SQL text, with facts that the engine's API does not report. */
export interface SqlStatement {
  sql: string;
  /** The main keyword in lower case, such as `insert`. EXPLAIN and WITH do not count. */
  verb: string;
  isExplain: boolean;
  /** The parameters by index: the name with its prefix, or undefined for `?` and for a skipped index. */
  parameters: (string | undefined)[];
}

const token = new RegExp(
  [
    String.raw`(?<space>\s+|--[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<quoted>'[^']*(?:'|$)|"[^"]*(?:"|$)|\x60[^\x60]*(?:\x60|$)|\[[^\]]*(?:\]|$))`,
    String.raw`(?<parameter>\?\d*|[:@$][\w$\u0080-\uffff]+(?:::[\w$\u0080-\uffff]+)*)`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw`(?<other>\d[\w.]*|[^])`,
  ].join('|'),
  'y',
);

/** Splits a text at its semicolons, except those in the body of a trigger. Drops comments and empty statements. */
export function parseSql(text: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let draft = new Draft();
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null && match[0] !== ''; match = token.exec(text)) {
    const { space, parameter, word } = match.groups ?? {};
    if (space !== undefined) continue;
    if (match[0] === ';' && draft.endsHere()) {
      if (!draft.isEmpty) statements.push(draft.finish(text, match.index));
      draft = new Draft();
      continue;
    }
    draft.add(match[0].toLowerCase(), match.index, word !== undefined);
    if (parameter !== undefined) draft.addParameter(parameter);
  }
  if (!draft.isEmpty) statements.push(draft.finish(text, text.length));
  return statements;
}

const maxParameters = 32_766; // SQLITE_MAX_VARIABLE_NUMBER
const rowVerbs = new Set(['select', 'values', 'insert', 'replace', 'update', 'delete']);

class Draft {
  #start: number | undefined;
  #depth = 0;
  /** The words outside all parentheses. */
  readonly #words: string[] = [];
  #last: [string, string] = ['', ''];
  readonly #parameters: (string | undefined)[] = [];

  get isEmpty(): boolean {
    return this.#start === undefined;
  }

  add(text: string, index: number, isWord: boolean): void {
    this.#start ??= index;
    if (text === '(') this.#depth += 1;
    if (text === ')') this.#depth -= 1;
    if (isWord && this.#depth === 0) this.#words.push(text);
    this.#last = [this.#last[1], text];
  }

  addParameter(name: string): void {
    if (name === '?') {
      this.#parameters.push(undefined);
    } else if (name.startsWith('?')) {
      const index = Number(name.slice(1)) - 1;
      if (index < 0 || index >= maxParameters) return; // The engine refuses such a number.
      while (this.#parameters.length <= index) this.#parameters.push(undefined);
      this.#parameters[index] ??= name;
    } else if (!this.#parameters.includes(name)) {
      this.#parameters.push(name);
    }
  }

  /** Whether a semicolon ends the statement. A trigger ends with `; END;`, as in sqlite3_complete(). */
  endsHere(): boolean {
    const head = this.#words.slice(0, 6).join(' ');
    const isTrigger = /^(explain (query plan )?)?create (temp |temporary )?trigger\b/.test(head);
    return !isTrigger || (this.#last[0] === ';' && this.#last[1] === 'end');
  }

  finish(text: string, end: number): SqlStatement {
    const isExplain = this.#words[0] === 'explain';
    const words = isExplain ? this.#words.slice(this.#words[1] === 'query' ? 3 : 1) : this.#words;
    const verb = words[0] === 'with' ? words.find((word) => rowVerbs.has(word)) : words[0];
    const sql = text.slice(this.#start, end).trimEnd();
    return { sql, verb: verb ?? '', isExplain, parameters: this.#parameters };
  }
}
