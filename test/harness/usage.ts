import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a process used from its start to its end. */
export interface Usage {
  /** Processor time of all its threads, in user and in kernel mode. */
  readonly cpuMs: number
  /** The most memory that it held at once (its resident set), in 10^6 bytes. */
  readonly peakMb: number
  /** The most processor time that the main thread took in one turn of its event loop: so long it may not have heard a signal. */
  readonly busyMs: number
}

/**
 * Arguments for `node` that make it write its usage to a file when it exits. They are arguments and not `NODE_OPTIONS`, so that
 * the environment of the process stays the same.
 */
export function recordUsage(file: string): string[] {
  const module = pathToFileURL(join(import.meta.dirname, 'record-usage.mjs'))
  module.searchParams.set('file', file)
  return ['--import', module.href]
}

/** @throws Error if the process did not exit by itself, but was killed */
export function readUsage(file: string): Usage {
  return JSON.parse(readFileSync(file, 'utf8')) as Usage
}
