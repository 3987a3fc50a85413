/** A binary min-heap. An item is in at most one heap. It knows its index there, so removing it takes O(log n). */
export class Heap<Item extends { heapIndex: number }> {
  readonly items: Item[] = [];
  readonly #compare: (a: Item, b: Item) => number;

  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare;
  }

  get first(): Item | undefined {
    return this.items[0];
  }

  push(item: Item): void {
    this.items.push(item);
    this.#siftUp(item, this.items.length - 1);
  }

  remove(item: Item): void {
    const { heapIndex } = item;
    const last = this.items.pop()!;
    item.heapIndex = -1;
    if (last === item) return;
    this.#siftUp(last, heapIndex);
    if (last.heapIndex === heapIndex) this.#siftDown(last, heapIndex);
  }

  #siftUp(item: Item, from: number): void {
    let index = from;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.items[parentIndex]!;
      if (this.#compare(parent, item) <= 0) break;
      this.#put(parent, index);
      index = parentIndex;
    }
    this.#put(item, index);
  }

  #siftDown(item: Item, from: number): void {
    const count = this.items.length;
    let index = from;
    for (let childIndex = 2 * index + 1; childIndex < count; childIndex = 2 * index + 1) {
      const rightIndex = childIndex + 1;
      if (rightIndex < count && this.#compare(this.items[rightIndex]!, this.items[childIndex]!) < 0)
        childIndex = rightIndex;
      const child = this.items[childIndex]!;
      if (this.#compare(item, child) <= 0) break;
      this.#put(child, index);
      index = childIndex;
    }
    this.#put(item, index);
  }

  #put(item: Item, index: number): void {
    this.items[index] = item;
    item.heapIndex = index;
  }
}
