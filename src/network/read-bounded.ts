/** An encryptionAtRest document has about 2 kB, a page of 500 clusters up to 5 MB, a page of 100 issues up to 6.5 MB. */
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024

/** A server that sends a byte at a time takes more processor time than bytes; a packet that is not tiny has over 1 kB. */
const MAX_PIECES = 100_000

/** @throws what `tooLarge` returns, if the body has more than {@link MAX_RESPONSE_BYTES} bytes; the rest is not read */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  tooLarge: () => Error,
): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > MAX_RESPONSE_BYTES || pieces.length >= MAX_PIECES) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
