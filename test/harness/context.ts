import type { RunContext } from '../../src/domain/context.ts'
import type { RunEvent } from '../../src/domain/events.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

export interface FakeRunContext extends RunContext {
  /** The length of every wait in milliseconds, in order. No wait takes real time. */
  readonly waits: number[]
  readonly events: RunEvent[]
  /** Every mask, in order. */
  readonly masks: string[]
}

/** A run context whose clock moves only when something waits. */
export function fakeRunContext({
  seconds = 600,
  random = () => 0,
  signal = new AbortController().signal,
}: {
  seconds?: number
  random?: () => number
  signal?: AbortSignal
} = {}): FakeRunContext {
  let now = 1_000_000
  const waits: number[] = []
  const events: RunEvent[] = []
  const masks: string[] = []
  return {
    waits,
    events,
    masks,
    clock: {
      now: () => now,
      random,
      sleep: async (ms, until) => {
        until.throwIfAborted()
        waits.push(ms)
        now += ms
      },
    },
    signal,
    deadline: now + seconds * 1000,
    secrets: new Secrets((mask) => masks.push(mask)),
    emit: (event) => events.push(event),
  }
}
