import * as fc from 'fast-check';

/** Marks JSON text that no JavaScript value produces, so that it can be part of a value. */
const raw = (text: string) => `\u{e000}${text}\u{e001}`;
const rawText = /"\u{e000}(.*?)\u{e001}"/gu;

const oddTexts = [
  '',
  ' ',
  '\u200b',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff',
  '\u202e',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '${7*7}',
  '../../etc/passwd',
  '<script>',
  '%00',
  '😡'.repeat(50),
  'x'.repeat(5_000),
];

/** Values that a program may not expect. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.constantFrom(null, true, false, 0, -1, -0, 1.5, 2 ** 31, 2 ** 53, 1e300, [], {}, [[]], [null]),
  fc.constantFrom(raw('1e400'), raw('-1e400'), raw('1234567890123456789'), raw('1e-400'), raw('0.1e1')),
  fc.constantFrom(raw('{"__proto__":{"role":"admin"}}'), raw('{"a":1,"a":2}'), raw('"\\ud800"')),
  fc.constant(raw(`${'['.repeat(40)}${']'.repeat(40)}`)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

type Change = { at: number; kind: 'replace' | 'remove' | 'add'; key: string; value: unknown };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1_000),
  kind: fc.constantFrom('replace', 'replace', 'remove', 'add'),
  key: fc.oneof(fc.constantFrom('id', 'extra', '__proto__', 'constructor', ''), fc.string({ maxLength: 6 })),
  value: oddValue,
});

type Place = { parent: Record<string, unknown>; key: string };

/** Every member of a JSON value, in document order. */
function places(parent: Record<string, unknown>, found: Place[] = []): Place[] {
  for (const key of Object.keys(parent)) {
    const value = parent[key];
    found.push({ parent, key });
    if (value !== null && typeof value === 'object') places(value as Record<string, unknown>, found);
  }
  return found;
}

function apply(root: { body: unknown }, { at, kind, key, ...odd }: Change): void {
  const value = structuredClone(odd.value);
  const all = places(root);
  const place = all[at % all.length]!;
  const current = place.parent[place.key];
  if (kind === 'add' && current !== null && typeof current === 'object')
    Object.defineProperty(current, key, { value, enumerable: true, configurable: true, writable: true });
  else if (kind === 'remove' && place.parent !== root) Reflect.deleteProperty(place.parent, place.key);
  else place.parent[place.key] = value;
}

/** Generates JSON texts: half of them of `valid` values, and half with up to three odd changes. */
export const oddJson = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(valid, fc.oneof(fc.constant([]), fc.array(change, { minLength: 1, maxLength: 3 })))
    .map(([value, changes]) => {
      const root = { body: structuredClone(value) };
      for (const each of changes) apply(root, each);
      const text = JSON.stringify(root.body) ?? '';
      return text.replaceAll(rawText, (_, inner: string) => JSON.parse(`"${inner}"`) as string);
    });
