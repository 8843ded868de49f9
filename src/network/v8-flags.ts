import { setFlagsFromString } from 'node:v8'

const FLAGS = [
  // undici reads HTTP with a parser in WebAssembly, most of it one function of 33 kB. V8 would optimize it in the background, which
  // takes 90 ms and 16 MB, more than thousands of responses give back, and the process cannot end before that is done. Both flags:
  // without dynamic tiering alone, everything would be optimized at once. A larger budget only puts it off: the largest is used up
  // after some hundred responses.
  '--no-wasm-dynamic-tiering',
  '--no-wasm-tier-up',
  // V8 would let the space for new objects grow to three times 16 MB, of which a run over thousands of projects, whose objects are
  // short-lived, has no use: with it, 10,000 projects take 290 MB instead of 175 MB, and no less time.
  '--semi-space-growth-factor=1',
] as const

/**
 * Makes V8 suit a short run. Call this once everything is loaded and before the first connection, because V8 takes Node.js's own
 * modules from its cache only as long as no flag has changed.
 */
export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag)
}
