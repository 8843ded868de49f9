import type { SafeText } from '../sanitize/safe-text.ts'
import type { Condition } from './conditions.ts'
import type { ProviderName } from './providers.ts'

/** A field's value with Atlas's own JSON type. */
export type FieldValue = string | boolean

/** What the workflow wants of one provider. */
export interface DesiredProvider {
  readonly provider: ProviderName
  readonly enabled: boolean
  /** Atlas's field name → value, as it is sent. Empty when `enabled` is false. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Stands for the `roleId` that Atlas has for this AWS role: see `withRoleId`. */
  readonly roleArn?: string
}

/** What the workflow wants of one project. In `verify`, `providers` names those to check; none means all enabled ones. */
export interface DesiredProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: string
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

/** The same desired provider, with the id that Atlas has for its AWS role in place of the role's ARN. */
export function withRoleId(desired: DesiredProvider, roleId: string): DesiredProvider {
  const { roleArn: _, ...rest } = desired
  return { ...rest, fields: { ...rest.fields, roleId } }
}
