import type { SearchPhrase } from './search-query.ts';
import { type SearchTerm, searchTerms } from './search-terms.ts';

/** How many UTF-16 code units of a text a snippet has, about. */
const snippetLength = 160;
/** How much of that comes before the first match. */
const lead = 40;
/** How far a cut moves to the end of a word. */
const wordReach = 16;

/** How many phrases of a search a snippet shows. More would hold other requests. */
const maxPhrases = 8;

/** A part of a text that matches phrase number `phrase`. */
type Match = { start: number; end: number; phrase: number };

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The part of the text that matches best, with each match between `⟦` and `⟧` and `…` where it was cut. Of several texts
 * it is the one in which most phrases match, or else the first one. Marks and cuts are between graphemes.
 */
export function searchSnippet(texts: readonly string[], phrases: readonly SearchPhrase[]): string {
  const candidates = texts.map((text) => {
    const matches = matchesIn(text, phrases);
    return { text, matches, window: bestWindow(matches) };
  });
  const best = candidates.reduce((a, b) => (b.window.score > a.window.score ? b : a));
  return cut(best.text, best.matches, best.window.start);
}

function matchesIn(text: string, phrases: readonly SearchPhrase[]): Match[] {
  const terms = searchTerms(text);
  const matches = phrases.slice(0, maxPhrases).flatMap((phrase, number) =>
    terms.flatMap((_, at) => {
      const match = matchAt(terms, at, phrase);
      return match ? [{ ...match, phrase: number }] : [];
    }),
  );
  return matches.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function matchAt(terms: readonly SearchTerm[], at: number, phrase: SearchPhrase) {
  const lastIndex = phrase.terms.length - 1;
  const last = terms[at + lastIndex];
  if (!last) return null;
  const matches = phrase.terms.every((term, i) =>
    i === lastIndex && phrase.isPrefix ? last.term.startsWith(term) : terms[at + i]!.term === term,
  );
  if (!matches) return null;
  return { start: terms[at]!.start, end: phrase.isPrefix && last.isInRun ? last.headEnd : last.end };
}

/** Where a snippet begins that has the most phrases, then the most matches. The first such place. */
function bestWindow(matches: readonly Match[]): { start: number; score: number } {
  let best = { start: 0, score: 0 };
  let to = 0;
  const inside = new Map<number, number>();
  for (const [from, { start, phrase }] of matches.entries()) {
    for (; to < matches.length && matches[to]!.end <= start + snippetLength - lead; to++)
      inside.set(matches[to]!.phrase, (inside.get(matches[to]!.phrase) ?? 0) + 1);
    const score = inside.size * 1_000 + Math.max(to - from, 1);
    if (score > best.score) best = { start, score };
    const left = (inside.get(phrase) ?? 0) - 1;
    if (left > 0) inside.set(phrase, left);
    else inside.delete(phrase);
    if (to <= from) to = from + 1;
  }
  return best;
}

function cut(text: string, matches: readonly Match[], firstMatch: number): string {
  const graphemes = segmenter.segment(text);
  const startOf = (index: number) =>
    index >= text.length ? text.length : graphemes.containing(index)!.index;
  const endOf = (index: number) => (startOf(index) === index ? index : nextOf(index));
  const nextOf = (index: number) => {
    const own = graphemes.containing(index)!;
    return own.index + own.segment.length;
  };

  const isShort = text.length <= snippetLength;
  const from = isShort
    ? 0
    : startOf(afterSpace(text, Math.max(0, Math.min(firstMatch - lead, text.length - snippetLength))));
  const to = isShort ? text.length : endOf(beforeSpace(text, Math.min(text.length, from + snippetLength)));

  let snippet = from > 0 ? '…' : '';
  let at = from;
  const inside = matches.filter(({ start, end }) => start < to && end > from);
  for (const match of joined(inside, startOf, endOf)) {
    const start = Math.max(match.start, from);
    const end = Math.min(match.end, to);
    snippet += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return `${snippet}${text.slice(at, to)}${to < text.length ? '…' : ''}`;
}

/** The matches as whole graphemes. Those that overlap become one. */
function joined(matches: readonly Match[], startOf: (i: number) => number, endOf: (i: number) => number) {
  const whole: { start: number; end: number }[] = [];
  for (const match of matches) {
    const start = startOf(match.start);
    const end = endOf(match.end);
    const previous = whole.at(-1);
    if (previous && start < previous.end) previous.end = Math.max(previous.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/** The first index at or after this one that follows a space, if one is near. */
function afterSpace(text: string, index: number): number {
  if (index === 0) return 0;
  const space = text.slice(index - 1, index + wordReach).search(/\s/u);
  return space === -1 ? index : index + space;
}

/** The last index at or before this one that a space follows, if one is near. */
function beforeSpace(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const near = text.slice(index - wordReach, index + 1);
  const space = near.search(/\s\S*$/u);
  return space === -1 ? index : index - wordReach + space;
}
