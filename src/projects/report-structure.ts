import { MAX_PROJECTS } from '../domain/limits.ts'
import { safe } from '../sanitize/safe-text.ts'
import { ReportFileError } from './errors.ts'

/** Of a project, in bytes. */
const MAX_PROJECT_BYTES = 4 * 1024 * 1024
/** Of everything that is no project, in bytes. */
const MAX_REST_BYTES = 256 * 1024
/** Of a text as it is written in JSON, in bytes. No text of a report has more than 8193 characters, each at most six bytes. */
const MAX_TEXT_BYTES = 64 * 1024
/** Of a project: values in lists and objects. */
const MAX_VALUES = 20_000
const MAX_DEPTH = 8

/** Scanned without a break, in bytes. */
const STRIDE = 1024 * 1024

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** A part of the file: the positions of its first byte and of the one after its last. */
interface Range {
  readonly from: number
  readonly to: number
}

/** The parts of a report file. */
export interface ReportStructure {
  /** The JSON of the report with an empty list of projects. */
  readonly rest: string
  /** Where the JSON of each project is. */
  readonly projects: readonly Range[]
}

/**
 * Finds the projects in a report file without parsing it, so that the file is bounded before anything is made of it, and each
 * project can be parsed by itself: to parse a file of 64 MiB takes longer than signals may wait. Whether the parts are JSON shows
 * when they are parsed.
 *
 * @throws ReportFileError if there is no list of projects, or more of anything than a report can hold
 */
export async function findStructure(bytes: Buffer, yieldToEventLoop: () => Promise<void>): Promise<ReportStructure> {
  const scanner = new StructureScanner(bytes)
  for (let end = STRIDE; !scanner.isDone; end += STRIDE) {
    scanner.scanTo(end)
    await yieldToEventLoop()
  }
  return scanner.structure()
}

class StructureScanner {
  readonly #bytes: Buffer
  #at = 0
  #depth = 0
  #values = 0
  /** The last text at the top level, which may turn out to be a key. */
  #text: Range = { from: 0, to: 0 }
  #isKeyOfProjects = false
  /** The list of projects, once it has begun. */
  #list: Range | undefined
  #isInList = false
  #projectFrom = 0
  readonly #projects: Range[] = []

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length
  }

  structure(): ReportStructure {
    if (this.#list === undefined || this.#isInList) throw notAReport()
    const { from, to } = this.#list
    if (this.#bytes.length - (to - from) > MAX_REST_BYTES) throw tooMuch()
    const rest = `${this.#bytes.toString('utf8', 0, from)}[]${this.#bytes.toString('utf8', to)}`
    return { rest, projects: this.#projects }
  }

  scanTo(end: number): void {
    const stop = Math.min(end, this.#bytes.length)
    while (this.#at < stop) {
      const byte = this.#bytes[this.#at] as number
      if (byte === QUOTE) this.#skipText()
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#open(byte)
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#close()
      else if (byte === COMMA) this.#next()
      else if (byte === COLON && this.#depth === 1) this.#readKey()
      this.#at += 1
    }
  }

  #skipText(): void {
    const from = this.#at
    const limit = Math.min(from + MAX_TEXT_BYTES, this.#bytes.length)
    let at = from + 1
    for (; at < limit && this.#bytes[at] !== QUOTE; at += 1) if (this.#bytes[at] === BACKSLASH) at += 1
    if (at >= this.#bytes.length) throw notAReport()
    if (at >= limit) throw tooMuch()
    if (this.#depth === 1) this.#text = { from, to: at + 1 }
    this.#at = at
  }

  #readKey(): void {
    this.#isKeyOfProjects = this.#bytes.toString('latin1', this.#text.from, this.#text.to) === '"projects"'
  }

  #open(byte: number): void {
    if (this.#depth === 1 && byte === OPEN_LIST && this.#isKeyOfProjects) {
      if (this.#list !== undefined) throw notAReport()
      this.#list = { from: this.#at, to: this.#at }
      this.#isInList = true
      this.#projectFrom = this.#at + 1
    }
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw tooMuch()
    this.#count()
  }

  #close(): void {
    this.#depth -= 1
    if (!this.#isInList || this.#depth > 1) return
    this.#isInList = false
    this.#list = { from: (this.#list as Range).from, to: this.#at + 1 }
    const isEmpty = this.#projects.length === 0 && this.#bytes.subarray(this.#projectFrom, this.#at).every(isBlank)
    if (!isEmpty) this.#endProject()
  }

  #next(): void {
    if (this.#isInList && this.#depth === 2) this.#endProject()
    else this.#count()
  }

  #count(): void {
    this.#values += 1
    if (this.#values > MAX_VALUES) throw tooMuch()
  }

  #endProject(): void {
    const project = { from: this.#projectFrom, to: this.#at }
    this.#projects.push(project)
    if (this.#projects.length > MAX_PROJECTS || project.to - project.from > MAX_PROJECT_BYTES) throw tooMuch()
    this.#projectFrom = this.#at + 1
    this.#values = 0
  }
}

const isBlank = (byte: number): boolean => byte <= 0x20

const notAReport = (): ReportFileError => new ReportFileError(safe`is not a report of this action`)

const tooMuch = (): ReportFileError =>
  new ReportFileError(safe`is not a report of this action: it is larger than any report can be`)
