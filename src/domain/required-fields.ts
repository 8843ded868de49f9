import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { DesiredProvider } from './desired.ts'
import type { Provider, ProviderField, RoleName } from './providers.ts'
import { PROVIDERS } from './providers.ts'

/** A field's names: Atlas's, and the action's input. */
type FieldNames = Pick<ProviderField, 'name' | 'input'> | RoleName

/** How messages name a field: by its input, or for the config file by its path. */
export function fieldLabel({ atlasObject }: Provider, { name, input }: FieldNames, fromFile = false): SafeText {
  return fromFile ? safe`\`${atlasObject}.${name}\`` : safe`\`${input}\``
}

/**
 * The labels of what is missing to enable a provider that Atlas reports as not enabled, the alternatives for its credentials
 * as one entry. Empty if nothing is missing.
 *
 * Source: "Atlas requires all fields" of the provider on its first PATCH (MongoDB's OpenAPI specification v2,
 * updateEncryptionAtRest).
 */
export function missingToEnable({ provider, fields, roleName }: DesiredProvider, fromFile = false): SafeText[] {
  const table = PROVIDERS[provider]
  const label = (field: FieldNames): SafeText => fieldLabel(table, field, fromFile)
  const missing = table.fields
    .filter(({ name, neededToEnable }) => neededToEnable && fields[name] === undefined)
    .map(label)
  if (fields.roleId !== undefined || roleName !== undefined) return missing
  const statics = table.fields.filter(({ staticCredential }) => staticCredential)
  const absent = statics.filter(({ name }) => fields[name] === undefined)
  if (absent.length === 0) return missing
  const isPartial = absent.length < statics.length
  return [...missing, isPartial ? joinSafe(absent.map(label), safe` and `) : credentialChoice(table, label)]
}

/** `aws-role-id` or … (or …): the ways to give a provider's credentials, roles first. */
function credentialChoice({ fields, roleName }: Provider, label: (field: FieldNames) => SafeText): SafeText {
  const roles = [...fields.filter((field) => field.name === 'roleId'), roleName]
  const statics = fields.filter(({ staticCredential }) => staticCredential)
  return safe`${joinSafe(roles.map(label), safe` or `)} (or ${joinSafe(statics.map(label), safe`, `)})`
}
