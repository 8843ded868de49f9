/** An encryptionAtRest document has about 2 kB, a page of 500 clusters up to 5 MB, a page of 100 issues up to 6.5 MB. */
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024

/** A server that sends a byte at a time takes more processor time than bytes; a packet that is not tiny has over 1 kB. */
const MAX_PIECES = 100_000

/** The body of a response, piece by piece. */
export class BoundedBody {
  readonly #tooLarge: () => Error
  readonly #pieces: Uint8Array[] = []
  #size = 0

  /** @param tooLarge makes the error for a body that is not read to its end */
  constructor(tooLarge: () => Error) {
    this.#tooLarge = tooLarge
  }

  /** @throws what `tooLarge` returns, if the body has more than {@link MAX_RESPONSE_BYTES} bytes */
  add(piece: Uint8Array): void {
    this.#size += piece.length
    if (this.#size > MAX_RESPONSE_BYTES || this.#pieces.length >= MAX_PIECES) throw this.#tooLarge()
    this.#pieces.push(piece)
  }

  concat(): Buffer<ArrayBuffer> {
    return Buffer.concat(this.#pieces)
  }
}

/** @throws what `tooLarge` returns, if the body has more than {@link MAX_RESPONSE_BYTES} bytes; the rest is not read */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  tooLarge: () => Error,
): Promise<Buffer<ArrayBuffer>> {
  const bounded = new BoundedBody(tooLarge)
  for await (const piece of body) bounded.add(piece)
  return bounded.concat()
}
