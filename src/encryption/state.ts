import type { AtlasObject, ProviderName } from './providers.ts'
import { PROVIDERS } from './providers.ts'

/** A field's value with Atlas's own JSON type. */
export type FieldValue = string | boolean

/** What the workflow wants of one provider. */
export interface DesiredProvider {
  readonly provider: ProviderName
  readonly enabled: boolean
  /** Atlas's field name → value, as it is sent. Empty when `enabled` is false. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** To be replaced by the `roleId` that Atlas keeps for this AWS role: see `withRoleId`. */
  readonly roleArn?: string
}

/** What a project may be asked for beyond a valid key: the words of the input `require`. */
export const CONDITIONS = [
  'clusters',
  'rotation-alert',
  'no-open-alerts',
  'role-based-auth',
  'private-networking',
] as const

export type Condition = (typeof CONDITIONS)[number]

/** Characters of a project's label that are kept. */
export const LONGEST_NAME = 200

/** More are never one organization's, and each is a request at least. */
export const MOST_PROJECTS = 10_000

/** What the workflow wants of one project. In `verify`, `providers` names those to look at; none means all enabled ones. */
export interface DesiredProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: string
  /** A label for reports. */
  readonly name: string | null
  /** Whether messages name its fields as the config file does, not by the action's inputs. */
  readonly fromFile?: true
  readonly providers: readonly DesiredProvider[]
  /** Left alone when absent. */
  readonly enabledForSearchNodes?: boolean
  /** Conditions beyond a valid key, for verify and drift. */
  readonly require: readonly Condition[]
}

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

/** The same wish with the AWS role's ARN replaced by the id that Atlas knows it by. */
export function withRoleId(desired: DesiredProvider, roleId: string): DesiredProvider {
  const { roleArn: _, ...rest } = desired
  return { ...rest, fields: { ...rest.fields, roleId } }
}
