import { scripts, type Words } from './words.ts';

/** A sequence of numbers from 0 to 1 that is the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabularySize = 30_000;

/** The frequent words first, then words of two to four syllables. The word of rank r is drawn about 1/r times as often. */
function vocabularyOf({ frequent, syllables }: Words, random: () => number): string[] {
  const words = [...frequent];
  while (words.length < vocabularySize) {
    const length = 2 + Math.floor(random() * 3);
    words.push(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]!).join(''));
  }
  return words;
}

const zipf = (random: () => number) => Math.floor(vocabularySize ** random()) - 1;

/** Returns messages of 2 to 17 words, one script after the other. Every seventh has an order number. */
export function* messagesOf(count: number, seed: number): Generator<string> {
  const random = randomOf(seed);
  const vocabularies = Object.values(scripts).map((words) => ({
    words: vocabularyOf(words, random),
    separator: words.separator,
  }));
  for (let i = 0; i < count; i++) {
    const { words, separator } = vocabularies[i % vocabularies.length]!;
    const length = 2 + Math.floor(random() ** 2 * 16);
    const own = Array.from({ length }, () => words[zipf(random)]!);
    const number = i % 7 === 0 ? ` ${1e9 + i}` : '';
    yield own.join(separator) + number + (i % 50 === 0 ? ' 😡' : '');
  }
}
