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
  /** To be replaced by the `roleId` that Atlas keeps for this AWS role: see `withRoleId`. */
  readonly roleArn?: string
}

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

/** The same wish with the AWS role's ARN replaced by the id that Atlas knows it by. */
export function withRoleId(desired: DesiredProvider, roleId: string): DesiredProvider {
  const { roleArn: _, ...rest } = desired
  return { ...rest, fields: { ...rest.fields, roleId } }
}
