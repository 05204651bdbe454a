/** Bytes that can be read more than once, from the beginning, in chunks: a File in the page, a file in Node. */
export interface ByteSource {
  /** As the user knows it: for the issues. */
  readonly name: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Takes exact lengths out of chunks of any length. Holds no more than what was asked and one chunk. */
export class ByteCursor {
  /** Bytes taken so far. */
  offset = 0;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private waiting: Uint8Array = new Uint8Array();

  constructor(source: ByteSource) {
    this.chunks = source.open()[Symbol.asyncIterator]();
  }

  /** The next `length` bytes; fewer at the end of the source. */
  async take(length: number): Promise<Uint8Array> {
    if (this.waiting.length < length) await this.gather(length);
    const taken = this.waiting.subarray(0, length);
    this.waiting = this.waiting.subarray(taken.length);
    this.offset += taken.length;
    return taken;
  }

  /** Lets the source go before its end. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async gather(length: number): Promise<void> {
    const pieces = [this.waiting];
    let total = this.waiting.length;
    while (total < length) {
      const next = await this.chunks.next();
      if (next.done === true) break;
      pieces.push(next.value);
      total += next.value.length;
    }
    const joined = new Uint8Array(total);
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    this.waiting = joined;
  }
}
