/** `12:03:20 UTC`, with the date when it is another day than `now`. Both in ms since 1970. */
export function clockTime(at: number, now: number): string {
  const [date, time] = new Date(at).toISOString().slice(0, 19).split('T');
  const isToday = date === new Date(now).toISOString().slice(0, 10);
  return `${isToday ? '' : `${date} `}${time} UTC`;
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A number with the words that agree with it: `1 agent is`, `2 agents are`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
