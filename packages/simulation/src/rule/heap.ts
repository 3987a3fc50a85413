/** Smallest first. An item is in one heap at most and knows its place there: it can be removed at once. */
export class Heap<Item extends { place: number }> {
  readonly items: Item[] = [];
  readonly #order: (a: Item, b: Item) => number;

  constructor(order: (a: Item, b: Item) => number) {
    this.#order = order;
  }

  get first(): Item | undefined {
    return this.items[0];
  }

  push(item: Item): void {
    this.items.push(item);
    this.#rise(item, this.items.length - 1);
  }

  remove(item: Item): void {
    const { place } = item;
    const last = this.items.pop()!;
    item.place = -1;
    if (last === item) return;
    this.#rise(last, place);
    if (last.place === place) this.#sink(last, place);
  }

  #rise(item: Item, from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.items[above]!;
      if (this.#order(parent, item) <= 0) break;
      this.#put(parent, place);
      place = above;
    }
    this.#put(item, place);
  }

  #sink(item: Item, from: number): void {
    const count = this.items.length;
    let place = from;
    for (let below = 2 * place + 1; below < count; below = 2 * place + 1) {
      const right = below + 1;
      if (right < count && this.#order(this.items[right]!, this.items[below]!) < 0) below = right;
      const child = this.items[below]!;
      if (this.#order(item, child) <= 0) break;
      this.#put(child, place);
      place = below;
    }
    this.#put(item, place);
  }

  #put(item: Item, place: number): void {
    this.items[place] = item;
    item.place = place;
  }
}
