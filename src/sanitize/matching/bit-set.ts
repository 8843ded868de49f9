/** A set of numbers by their low bits: it never misses a number, but can take one for another. A fast answer to "surely not". */
export class BitSet {
  readonly #words: Int32Array
  readonly #mask: number

  /** @param bits how many bits of a number count */
  constructor(bits: number) {
    this.#words = new Int32Array(2 ** bits / 32)
    this.#mask = 2 ** bits - 1
  }

  add(value: number): void {
    const bit = value & this.#mask
    this.#words[bit >>> 5] = (this.#words[bit >>> 5] as number) | (1 << (bit & 31))
  }

  mayHave(value: number): boolean {
    const bit = value & this.#mask
    return (((this.#words[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1
  }
}
