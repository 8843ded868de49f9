import type { Provider } from './providers.ts'
import { PROVIDERS, ROLE_ARN } from './providers.ts'
import type { DesiredProvider } from './state.ts'

/**
 * What is missing to enable a provider that Atlas reports as off, in the words of an error: names of inputs, the
 * alternatives for the credentials as one entry. Empty when everything is there.
 *
 * Source: "Atlas requires all fields" of the provider on its first PATCH (MongoDB's OpenAPI specification v2,
 * updateEncryptionAtRest).
 */
export function missingToEnable({ provider, fields, roleArn }: DesiredProvider): string[] {
  const table = PROVIDERS[provider]
  const missing = table.fields
    .filter(({ name, neededToEnable }) => neededToEnable && fields[name] === undefined)
    .map(({ input }) => `\`${input}\``)
  if (fields.roleId !== undefined || roleArn !== undefined) return missing
  const statics = table.fields.filter(({ staticCredential }) => staticCredential)
  const absent = statics.filter(({ name }) => fields[name] === undefined)
  if (absent.length === 0) return missing
  const begun = absent.length < statics.length
  return [...missing, begun ? absent.map(({ input }) => `\`${input}\``).join(' and ') : credentialChoice(table)]
}

/** `aws-role-id` (or …): the ways to give a provider's credentials, roles first. */
function credentialChoice({ name, fields }: Provider): string {
  const role = fields.find((field) => field.name === 'roleId')?.input
  const arn = name === 'aws' ? ` or \`${ROLE_ARN.input}\`` : ''
  const statics = fields.filter(({ staticCredential }) => staticCredential).map(({ input }) => `\`${input}\``)
  return `\`${role}\`${arn} (or ${statics.join(', ')})`
}
