import type { RedactedText } from '../sanitize/safe-text.ts'
import type { FieldValue } from './desired.ts'
import type { AtlasObject, ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'

/** A field's value as it may be shown in JSON: without secrets, access key ids by their last four characters. */
export type ShownValue = RedactedText | boolean

/** One provider's object as Atlas returns it: any field may be missing or null. */
export type ReportedProvider<Value = FieldValue> = Readonly<Record<string, Value | null | undefined>>

/** Atlas's encryptionAtRest document, cut down to the fields that the provider table has. */
export type Reported<Value = FieldValue> = {
  readonly [block in AtlasObject]?: ReportedProvider<Value> | null | undefined
} & { readonly enabledForSearchNodes?: boolean | null | undefined }

/** Whether a provider is enabled and Atlas can use its key. */
export interface ProviderState {
  readonly provider: ProviderName
  readonly enabled: boolean
  readonly valid: boolean
}

/** Atlas's object of that provider; empty if it is absent or null, which mean the same. */
export function reportedProvider(reported: Reported, provider: ProviderName): ReportedProvider {
  return reported[PROVIDERS[provider].atlasObject] ?? {}
}

/** A missing `enabled` or `valid` counts as false; a provider that is not enabled is not valid, whatever Atlas says. */
export function providerState(reported: Reported, provider: ProviderName): ProviderState {
  const block = reportedProvider(reported, provider)
  const enabled = block.enabled === true
  return { provider, enabled, valid: enabled && block.valid === true }
}
