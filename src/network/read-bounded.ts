/** More is refused: an encryptionAtRest document has about 2 kB, a page of 500 clusters below 5 MB, one of 100 issues 6.5 MB. */
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024

/** @throws what `tooLarge` makes, if the body has more than {@link MAX_RESPONSE_BYTES} bytes; the rest is not read */
export async function readBounded(
  body: AsyncIterable<Uint8Array>,
  tooLarge: () => Error,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_RESPONSE_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
