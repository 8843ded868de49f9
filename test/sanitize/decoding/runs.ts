import type { ByteRun, RunDecoder } from '../../../src/sanitize/decoding/byte-run.ts'
import { View } from '../../../src/sanitize/decoding/view.ts'

interface DecodedRun {
  readonly text: string
  /** The part of the source that the run was read from. */
  readonly source: string
}

/** All runs of bytes that a decoder finds in a text, as Latin-1, with what they were read from. */
export function runsOf(decode: RunDecoder, text: string, minLength = 4): DecodedRun[] {
  const bytes = Buffer.from(text, 'latin1')
  const found: DecodedRun[] = []
  // The part begins later in its view, so that positions count from there.
  const start = 7
  decode({ bytes, gaps: new Uint8Array(bytes.length), start }, minLength, (run) => {
    const last = run.bytes.length - 1
    const source = text.slice(run.firstOf(0) - start, run.lastOf(last) + 1 - start)
    found.push({ text: Buffer.from(run.bytes).toString('latin1'), source })
  })
  return found
}

/** Where in its source each byte of a run was read from, as the view that it is put into says. */
export function rangesOf(run: ByteRun): [from: number, to: number][] {
  const out = new View()
  out.reserve(run.bytes.length)
  run.put(0, run.bytes.length, out)
  return Array.from({ length: out.length }, (_, i) => [out.from[i] as number, out.to[i] as number])
}
