import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'

/** Writes bytes at once and returns how many of them were taken, like `fs.writeSync`. */
type Write = (bytes: Uint8Array) => number

/**
 * The log of the step. `process.stdout` loads Node.js's streams and its network modules, which takes a tenth of the time of a run that
 * ends at a wrong input, so it is used only where a pipe is full and does not let the process wait (`EAGAIN`): a stream waits for it.
 *
 * A log that is no longer read (`EPIPE`) is no reason to stop in the middle of a change.
 */
export class StandardOutput {
  readonly #write: Write
  readonly #openStream: () => Writable
  /** From then on everything goes through it, so that the order stays. */
  #stream: Writable | undefined

  constructor(write: Write, openStream: () => Writable) {
    this.#write = write
    this.#openStream = openStream
  }

  /** Never throws. */
  write(text: string): void {
    let rest: Uint8Array = Buffer.from(text)
    try {
      while (rest.length > 0 && this.#stream === undefined) rest = rest.subarray(this.#write(rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
      this.#stream = this.#openStream().on('error', () => undefined)
    }
    if (rest.length > 0) this.#stream?.write(rest)
  }
}

const STDOUT = 1

/** What the copy of @actions/core in `dist/` writes to. */
export const standardOutput = new StandardOutput(
  (bytes) => writeSync(STDOUT, bytes),
  () => process.stdout,
)
