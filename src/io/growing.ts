/** Values a column starts with room for. */
const FIRST = 1024;

interface Column {
  readonly length: number;
  set(values: this): void;
  subarray(start: number, end: number): this;
  slice(start: number, end: number): this;
  [index: number]: number;
}

/**
 * A typed array that grows by half when it is full: millions of values without an object each, and never more
 * than two and a half times their size while it grows.
 */
export class Growing<T extends Column> {
  private values: T;
  length = 0;
  private readonly make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.make = make;
    this.values = make(FIRST);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(Math.ceil(this.values.length * 1.5));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** Forgets what was pushed after the first `length` values. */
  cut(length: number): void {
    this.length = length;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  swap(a: number, b: number): void {
    const kept = this.values[a]!;
    this.values[a] = this.values[b]!;
    this.values[b] = kept;
  }

  /** The values alone, without the spare room. The column is of no use afterwards. */
  take(): T {
    const taken = this.values.slice(0, this.length);
    this.values = this.make(0);
    return taken;
  }
}
