/** A set of numbers by their low bits: it never misses a number, but can take one for another. A fast answer to "surely not". */
export class BitSet {
  readonly #size: number
  #words = new Int32Array(1)
  #mask = 31

  /** @param bits how many bits of a number count */
  constructor(bits: number) {
    this.#size = 2 ** bits
  }

  add(value: number): void {
    if (this.#mask !== this.#size - 1) this.#allocate()
    const bit = value & this.#mask
    this.#words[bit >>> 5] = (this.#words[bit >>> 5] as number) | (1 << (bit & 31))
  }

  /** Not before the first number: a run without secrets needs no memory for them. */
  #allocate(): void {
    this.#words = new Int32Array(this.#size / 32)
    this.#mask = this.#size - 1
  }

  mayHave(value: number): boolean {
    const bit = value & this.#mask
    return (((this.#words[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1
  }
}
