/** What `JSON.parse` would change without a word: a number that it rounds, or a member that it drops. */
export type LostJson = { readonly kind: 'number' | 'member'; readonly path: readonly string[] };

type Container = { isObject: boolean; key: string; index: number; keys: Set<string> };

// The text is valid JSON, so a quote always begins a string, and a digit or `-` outside one begins a number.
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*/g;

/**
 * The places in a valid JSON text at which `JSON.parse` would lose something: a number that JavaScript changes, such as
 * `1234567890123456789` or `1e400`, or a member that a later one of the same name replaces.
 */
export function* findLostJson(text: string): Generator<LostJson> {
  const open: Container[] = [];
  let isKeyNext = false;
  const path = () => open.map(({ isObject, key, index }) => (isObject ? key : `${index}`));
  for (const [part] of text.matchAll(token)) {
    const container = open.at(-1);
    switch (part[0]) {
      case '{':
      case '[':
        isKeyNext = part === '{';
        open.push({ isObject: isKeyNext, key: '', index: 0, keys: new Set() });
        break;
      case '}':
      case ']':
        open.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = container!.isObject;
        container!.index++;
        break;
      case ':':
        isKeyNext = false;
        break;
      case '"':
        if (!isKeyNext) break;
        container!.key = part.includes('\\') ? (JSON.parse(part) as string) : part.slice(1, -1);
        if (container!.keys.has(container!.key)) yield { kind: 'member', path: path() };
        container!.keys.add(container!.key);
        break;
      default:
        if (!isKept(part)) yield { kind: 'number', path: path() };
    }
  }
}

/** Whether JavaScript writes the number with the value that it was sent with. */
function isKept(source: string): boolean {
  // JavaScript keeps up to 15 significant digits, whatever they are.
  if (source.length <= 15 && !/[eE]/.test(source)) return true;
  const value = Number(source);
  return Number.isFinite(value) && decimal(source) === decimal(String(value));
}

/** A decimal number in one form: its significant digits, and the power of ten of the last one. */
function decimal(source: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source)!;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
