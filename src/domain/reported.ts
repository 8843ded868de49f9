import type { FieldValue } from './desired.ts'
import type { AtlasObject, ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'

/** One provider's object as Atlas returns it: any field may be missing or null. */
export type ReportedProvider = Readonly<Record<string, FieldValue | null | undefined>>

/** Atlas's encryptionAtRest document, cut down to the fields we know. */
export type Reported = {
  readonly [block in AtlasObject]?: ReportedProvider | null | undefined
} & { readonly enabledForSearchNodes?: boolean | null | undefined }

/** Whether the provider is on and its key works, as Atlas says. */
export interface ProviderState {
  readonly provider: ProviderName
  readonly enabled: boolean
  readonly valid: boolean
}

/** Atlas's object of that provider; absent and null are the same: an empty one. */
export function reportedProvider(reported: Reported, provider: ProviderName): ReportedProvider {
  return reported[PROVIDERS[provider].atlasObject] ?? {}
}

/** A missing `enabled` or `valid` counts as false; what is not enabled is not valid, whatever Atlas says of its key. */
export function providerState(reported: Reported, provider: ProviderName): ProviderState {
  const block = reportedProvider(reported, provider)
  const enabled = block.enabled === true
  return { provider, enabled, valid: enabled && block.valid === true }
}
