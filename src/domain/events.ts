import type { SafeText } from '../sanitize/safe-text.ts'
import type { Comparison } from './compare.ts'
import type { Patch } from './patch.ts'
import type { ProviderName } from './providers.ts'
import type { ProviderState, ShownValue } from './reported.ts'
import type { Requirement } from './requirements.ts'

/** Something that happens during a run and is worth a line of the log. */
export type RunEvent = RunEventDetails & {
  /** The project that it is about, in a run over many. */
  readonly about?: SafeText
}

type RunEventDetails =
  | { readonly type: 'reported'; readonly providers: readonly ProviderState[] }
  | { readonly type: 'compared'; readonly comparisons: readonly Comparison<ShownValue>[] }
  | { readonly type: 'role-found'; readonly role: SafeText; readonly roleId: SafeText }
  | { readonly type: 'patch'; readonly patch: Patch<ShownValue>; readonly sent: boolean }
  | { readonly type: 'retry'; readonly request: SafeText; readonly reason: SafeText; readonly waitMs: number }
  | { readonly type: 'awaiting-valid'; readonly providers: readonly ProviderName[]; readonly forMs: number }
  | { readonly type: 'required'; readonly requirement: Requirement }
  | { readonly type: 'progress'; readonly done: number; readonly of: number; readonly failed: number }
  | { readonly type: 'note'; readonly text: SafeText }
  | { readonly type: 'warning'; readonly text: SafeText }
