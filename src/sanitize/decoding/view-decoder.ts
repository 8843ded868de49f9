import { decodeBase64 } from './base64.ts'
import type { ByteRun, RunDecoder } from './byte-run.ts'
import { decodeEscapes, decodeFormData, type EscapeDecoder } from './escapes.ts'
import { decodeHex } from './hex.ts'
import { decodeNumberLists } from './number-lists.ts'
import { MIN_PART_LENGTH, readableParts } from './readable-parts.ts'
import { putUtf16 } from './utf16.ts'
import { type Part, View } from './view.ts'

const ESCAPE_DECODERS: readonly EscapeDecoder[] = [decodeEscapes, decodeFormData]
const RUN_DECODERS: readonly RunDecoder[] = [decodeBase64, decodeHex, decodeNumberLists]

/** So many encodings on top of each other are decoded, and so many of bytes among them, as in base64 of base64 in a URL. */
const MAX_DEPTH = 3
const MAX_BYTE_DEPTH = 2

/** No secret is shorter. */
const MIN_BYTE_STRING_LENGTH = 4
/** It is faster to search all bytes for more strings than that than to search for one after the other. */
const MAX_BYTE_STRINGS = 32

/** Reads a view in every other way. The views are made in buffers that are used again. */
export class ViewDecoder {
  readonly #buffers: View[] = []
  readonly #byteStrings: readonly Buffer[]

  /** @param byteStrings what is looked for in bytes that are no text */
  constructor(byteStrings: readonly Buffer[]) {
    this.#byteStrings = byteStrings
  }

  /** Calls `visit` with the view and with each one that can be decoded from it; none is to be used after the call. */
  visitAll(view: View, visit: (view: View) => void, depth: number = 0): void {
    visit(view)
    if (depth === MAX_DEPTH) return
    const parts = partsOf(view)
    const decoded = this.#buffer(depth)
    for (const decode of ESCAPE_DECODERS) {
      decoded.reset(view, view.byteDepth)
      for (const part of parts) decode(part, decoded)
      if (decoded.length > 0) this.visitAll(decoded, visit, depth + 1)
    }
    if (view.byteDepth === MAX_BYTE_DEPTH) return
    const minLength = this.#byteStrings.length > 0 ? MIN_BYTE_STRING_LENGTH : MIN_PART_LENGTH
    for (const decode of RUN_DECODERS) {
      decoded.reset(view, view.byteDepth + 1)
      for (const part of parts) decode(part, minLength, (run) => this.#putRun(run, decoded))
      if (decoded.length > 0) this.visitAll(decoded, visit, depth + 1)
    }
  }

  #buffer(depth: number): View {
    const buffer = this.#buffers[depth] ?? new View()
    this.#buffers[depth] = buffer
    return buffer
  }

  #putRun(run: ByteRun, out: View): void {
    const { bytes } = run
    if (this.#byteStrings.length > MAX_BYTE_STRINGS) {
      putPart(run, 0, bytes.length, out)
      return
    }
    putUtf16(run, out)
    for (const { start, end } of readableParts(bytes)) putPart(run, start, end, out)
    if (this.#byteStrings.length === 0) return
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    for (const string of this.#byteStrings) {
      for (let i = buffer.indexOf(string); i !== -1; i = buffer.indexOf(string, i + string.length)) {
        putPart(run, i, i + string.length, out)
      }
    }
  }
}

function partsOf(view: View): Part[] {
  const whole = view.part(0, view.length)
  if (view.parent === undefined) return [whole]
  return readableParts(whole.bytes).map(({ start, end }) => view.part(start, end))
}

function putPart(run: ByteRun, start: number, end: number, out: View): void {
  out.reserve(end - start + 1)
  run.put(start, end, out)
  out.break()
}
