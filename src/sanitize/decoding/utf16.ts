import type { ByteRun } from './byte-run.ts'
import type { View } from './view.ts'

/** So many bytes can lie between the NULs of two letters of ASCII: a few other characters. */
const MAX_DISTANCE = 20
/** So many NULs make a text in UTF-16. */
const MIN_COUNT = 4

/** Puts the parts of a run that look like UTF-16 into a view. */
export function putUtf16(run: ByteRun, out: View): void {
  const { bytes } = run
  let first = 0
  let last = 0
  let count = 0
  const endPart = (): void => {
    if (count >= MIN_COUNT) putPart(run, first, Math.min(last + MAX_DISTANCE, bytes.length), out)
    count = 0
  }
  for (let i = bytes.indexOf(0); i !== -1; i = bytes.indexOf(0, i)) {
    // Letters of ASCII have their NULs at every other byte, and never two of them.
    if (bytes[i + 1] === 0) {
      while (bytes[i] === 0) i += 1
      endPart()
      continue
    }
    if (i - last > MAX_DISTANCE || (i - last) % 2 !== 0) endPart()
    if (count === 0) first = i
    last = i
    count += 1
    i += 1
  }
  endPart()
}

/** Puts bytes into a view as UTF-16 in either byte order: the NUL can stand before its letter or after it. */
function putPart(run: ByteRun, firstNul: number, end: number, out: View): void {
  const start = Math.max(firstNul - MAX_DISTANCE, 0)
  for (const isLittleEndian of [true, false]) {
    const first = start + ((firstNul - start + (isLittleEndian ? 1 : 0)) % 2)
    // Three bytes of UTF-8 for two of UTF-16, and a break.
    out.reserve(2 * (end - first) + 1)
    for (let i = first; i + 1 < end; i += 2) {
      const [a, b] = [run.bytes[i] as number, run.bytes[i + 1] as number]
      out.putCodePoint(isLittleEndian ? (b << 8) | a : (a << 8) | b, run.firstOf(i), run.lastOf(i + 1) + 1)
    }
    out.break()
  }
}
