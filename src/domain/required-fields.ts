import type { DesiredProvider } from './desired.ts'
import type { Provider, ProviderField } from './providers.ts'
import { PROVIDERS, ROLE_ARN } from './providers.ts'

/** A field's names: Atlas's, and the action's input. */
type Named = Pick<ProviderField, 'name' | 'input'> | typeof ROLE_ARN

/** How a field is called where it was to be given, for messages: by its input, or in the config file by its path. */
export function fieldLabel({ atlasObject }: Provider, { name, input }: Named, fromFile = false): string {
  return fromFile ? `\`${atlasObject}.${name}\`` : `\`${input}\``
}

/**
 * What is missing to enable a provider that Atlas reports as off, in the words of an error: names of the fields, the
 * alternatives for the credentials as one entry. Empty when everything is there.
 *
 * Source: "Atlas requires all fields" of the provider on its first PATCH (MongoDB's OpenAPI specification v2,
 * updateEncryptionAtRest).
 */
export function missingToEnable({ provider, fields, roleArn }: DesiredProvider, fromFile = false): string[] {
  const table = PROVIDERS[provider]
  const label = (field: Named): string => fieldLabel(table, field, fromFile)
  const missing = table.fields
    .filter(({ name, neededToEnable }) => neededToEnable && fields[name] === undefined)
    .map(label)
  if (fields.roleId !== undefined || roleArn !== undefined) return missing
  const statics = table.fields.filter(({ staticCredential }) => staticCredential)
  const absent = statics.filter(({ name }) => fields[name] === undefined)
  if (absent.length === 0) return missing
  const begun = absent.length < statics.length
  return [...missing, begun ? absent.map(label).join(' and ') : credentialChoice(table, label)]
}

/** `aws-role-id` (or …): the ways to give a provider's credentials, roles first. */
function credentialChoice({ name, fields }: Provider, label: (field: Named) => string): string {
  const role = fields
    .filter((field) => field.name === 'roleId')
    .map(label)
    .join('')
  const arn = name === 'aws' ? ` or ${label(ROLE_ARN)}` : ''
  const statics = fields.filter(({ staticCredential }) => staticCredential).map(label)
  return `${role}${arn} (or ${statics.join(', ')})`
}
