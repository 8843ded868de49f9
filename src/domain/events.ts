import type { Comparison } from './compare.ts'
import type { Patch } from './patch.ts'
import type { ProviderName } from './providers.ts'
import type { ProviderState } from './reported.ts'
import type { Requirement } from './requirements.ts'

/** What happens during a run, worth a line of the log. All texts are plain already, all values as they may be shown. */
export type RunEvent = RunEventDetails & {
  /** The project, where there are many. */
  readonly about?: string
}

type RunEventDetails =
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
