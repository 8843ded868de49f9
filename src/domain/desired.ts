import type { SafeText } from '../sanitize/safe-text.ts'
import type { Condition } from './conditions.ts'
import type { ProviderName } from './providers.ts'

/** A field's value with Atlas's own JSON type, as it is sent or as Atlas reports it: it may hold a secret. */
export type FieldValue = string | boolean

/** What the workflow asks for in one provider. */
export interface DesiredProvider {
  readonly provider: ProviderName
  readonly enabled: boolean
  /** Atlas's field name → value, as it is sent. Empty when `enabled` is false. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** The cloud's own name of the role, which is replaced by the `roleId` that Atlas has for it: see {@link withRoleId}. */
  readonly roleName?: string
  /** The clusters that use the provider's key; with `enabled: false` those that stop using it. Other clusters are left alone. */
  readonly clusters?: 'all' | readonly SafeText[]
  /** Regions in which Atlas has a private endpoint to the keys, as Atlas writes them. Others are left alone. */
  readonly privateEndpointRegions?: readonly SafeText[]
}

/** What the workflow asks for in one project. In `verify`, `providers` names those to check; none means every enabled one. */
export interface DesiredProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: SafeText
  /** A label for reports. */
  readonly name: SafeText | null
  /** Whether messages name its fields as the config file does, not by the action's inputs. */
  readonly fromFile?: true
  readonly providers: readonly DesiredProvider[]
  /** Left alone when absent. */
  readonly enabledForSearchNodes?: boolean
  /** Conditions beyond a valid key, for verify and drift. */
  readonly require: readonly Condition[]
}

/** The same provider with the name of its role replaced by the id that Atlas knows it by. */
export function withRoleId(desired: DesiredProvider, roleId: string): DesiredProvider {
  const { roleName: _, ...rest } = desired
  return { ...rest, fields: { ...rest.fields, roleId } }
}

/** What verify checks: the providers that are to be enabled, or else that those named are not. */
export function providersToVerify(providers: readonly DesiredProvider[]): DesiredProvider[] {
  const toEnable = providers.filter(({ enabled }) => enabled)
  return (toEnable.length > 0 ? toEnable : providers).map(({ provider, enabled }) => ({
    provider,
    enabled,
    fields: {},
  }))
}
