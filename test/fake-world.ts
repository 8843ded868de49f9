import { Secrets } from '../src/text/secrets.ts'
import type { StoryEvent, World } from '../src/world.ts'

export interface FakeWorld extends World {
  /** Milliseconds of every wait, in order; none takes any time. */
  readonly waits: number[]
  readonly events: StoryEvent[]
  /** What was masked. */
  readonly masks: string[]
}

/** A world in which time passes only when somebody waits. */
export function fakeWorld({
  seconds = 600,
  random = () => 0,
  signal = new AbortController().signal,
}: {
  seconds?: number
  random?: () => number
  signal?: AbortSignal
} = {}): FakeWorld {
  let now = 1_000_000
  const waits: number[] = []
  const events: StoryEvent[] = []
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
    tell: (event) => events.push(event),
  }
}
