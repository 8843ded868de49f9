import type { Comparison } from './encryption/compare.ts'
import type { Patch } from './encryption/patch.ts'
import type { ProviderName } from './encryption/providers.ts'
import type { Requirement } from './encryption/requirements.ts'
import type { ProviderState } from './encryption/state.ts'
import type { Secrets } from './text/secrets.ts'

/** The step's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Time, passed in so that a test need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** From 0 up to, but not including, 1. */
  random(): number
}

/** What a mode and the Atlas client are given of the world. */
export interface World {
  readonly clock: Clock
  /** Aborted, with a `Failure` as its reason, by the run's `timeout` or by a cancellation. */
  readonly signal: AbortSignal
  /** End of the run's `timeout`, in the clock's milliseconds. */
  readonly deadline: number
  readonly secrets: Secrets
  /** Tells what is happening while it happens; `report/log.ts` puts it into words. */
  readonly tell: (event: StoryEvent) => void
}

/** What happens during a run, worth a line of the log. All texts are plain already, all values as they may be shown. */
export type StoryEvent = Happening & {
  /** The project, where there are many. */
  readonly about?: string
}

type Happening =
  | { readonly type: 'reported'; readonly providers: readonly ProviderState[] }
  | { readonly type: 'compared'; readonly comparisons: readonly Comparison[] }
  | { readonly type: 'role-found'; readonly roleArn: string; readonly roleId: string }
  | { readonly type: 'patch'; readonly patch: Patch; readonly sent: boolean }
  | { readonly type: 'retry'; readonly request: string; readonly reason: string; readonly waitMs: number }
  | { readonly type: 'awaiting-valid'; readonly providers: readonly ProviderName[]; readonly forMs: number }
  | { readonly type: 'required'; readonly requirement: Requirement }
  | { readonly type: 'progress'; readonly done: number; readonly of: number; readonly failed: number }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'warning'; readonly text: string }
