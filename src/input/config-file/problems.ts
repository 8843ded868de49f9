import type * as z from 'zod/mini'
import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { type InputErrors, InvalidValueError, MAX_LISTED } from '../errors.ts'
import type { OpenDocument } from '../parse/document.ts'
import { unknownKey } from './keys.ts'

/** Keys and indices from the top of the file. */
export type Path = readonly PropertyKey[]

const TYPES: ReadonlyMap<string, SafeText> = new Map([
  ['object', safe`a mapping (\`key: value\` lines)`],
  ['array', safe`a list`],
  ['string', safe`one text`],
])

/** What is wrong with a config file, each with line and column. One more than can be listed is collected, and no more is worked on. */
export class FileProblems {
  readonly #file: SafeText
  readonly #document: OpenDocument
  readonly #secrets: Secrets
  readonly #found: { readonly offset: number; readonly message: SafeText }[] = []

  /** @param file what the file is called */
  constructor(file: SafeText, document: OpenDocument, secrets: Secrets) {
    this.#file = file
    this.#document = document
    this.#secrets = secrets
  }

  get isFull(): boolean {
    return this.#found.length > MAX_LISTED
  }

  /**
   * @param sentence with its full stop
   * @param atKey whether it is about the last key of the path, not about its value
   */
  add(path: Path, sentence: SafeText, atKey = false): void {
    if (this.isFull) return
    const { offset, text } = this.#document.place(path, atKey)
    const message = safe`${this.#file}, ${text}: ${sentence}`
    // What is wrong with the defaults is found with every project that takes them.
    if (!this.#found.some((known) => known.message === message)) this.#found.push({ offset, message })
  }

  addUnknownKey(path: Path, key: string): void {
    this.add([...path, key], unknownKey(key, path, this.#secrets), true)
  }

  /** @param value what was checked, at `base` in the file */
  addIssue(issue: z.core.$ZodIssue, value: unknown, base: Path): void {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, MAX_LISTED + 1)) this.addUnknownKey(path, key)
    } else this.add(path, safe`${this.#nameOf(path)} ${this.#predicate(issue, value)}.`)
  }

  /** Adds what was found to the errors of all inputs, in the order of the file. */
  addTo(errors: InputErrors): void {
    for (const { message } of this.#found.sort((a, b) => a.offset - b.offset)) errors.add(message)
  }

  #predicate(issue: z.core.$ZodIssue, value: unknown): SafeText {
    switch (issue.code) {
      case 'invalid_type': {
        if (valueAt(value, issue.path) === undefined) return issue.path.length === 0 ? safe`is empty` : safe`is missing`
        return safe`must be ${TYPES.get(issue.expected) ?? safe`of another type`}`
      }
      case 'invalid_value': {
        const accepted = issue.values.map((known) => safe`\`${this.#secrets.sanitize(String(known))}\``)
        return safe`must be one of ${joinSafe(accepted, safe`, `)}`
      }
      case 'too_small':
        return safe`is empty; list at least one project`
      case 'too_big':
        return safe`lists more than ${Number(issue.maximum)} projects; split the file`
      case 'custom': {
        // What a parser threw: see `schema.ts`.
        const error: unknown = issue.params?.error
        return error instanceof InvalidValueError ? error.message : safe`is wrong`
      }
      default:
        return safe`is wrong`
    }
  }

  /** The last key of a path, with its index if it is an item of a list. */
  #nameOf(path: Path): SafeText {
    if (path.length === 0) return safe`the file`
    const key = path.findLast((step) => typeof step === 'string')
    const last = path.at(-1)
    const quoted = safe`\`${this.#secrets.sanitize(key ?? '')}\``
    return typeof last === 'number' ? safe`number ${last + 1} of ${quoted}` : quoted
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value)
}
