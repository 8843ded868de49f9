import * as z from 'zod/mini'
import { fileSchema, forEditors } from '../src/input/config-file/schema.ts'

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  version: 'Version of this format',
  defaults: 'Merged into every project that names the same provider object',
  projects: 'The projects and their desired configuration',
  id: 'The project in Atlas, 24 hexadecimal digits',
  name: 'Label in reports',
  awsKms: 'AWS KMS',
  azureKeyVault: 'Azure Key Vault',
  googleCloudKms: 'Google Cloud KMS',
  enabled: '`true` by default; `false` disables the provider',
  enabledForSearchNodes:
    "Whether dedicated search nodes are also encrypted with the key. If not set, Atlas's setting is left unchanged",
  roleArn: 'ARN of the authorized IAM role, instead of `roleId`; the action looks up its ID in the project',
  servicePrincipalId:
    "Object ID of Atlas's service principal in your tenant, instead of `roleId`; the action looks up the role ID in the project",
  serviceAccount:
    'Email address of the Google service account that Atlas displays, instead of `roleId`; the action looks up the role ID in the project',
  clusters: "The clusters that use the provider's key, `all` or a list of names. Other clusters are left unchanged",
  privateEndpointRegions: "The regions in which Atlas has a private endpoint to the provider's keys",
  require: 'Conditions that verify and drift check in addition to those of the input `require`',
}

/**
 * The JSON Schema of the config file, for editors, from the schema that reads it.
 *
 * @param inputs description of each input of the action, for the fields that have one
 */
export function configJsonSchema(inputs: ReadonlyMap<string, string>): object {
  const schema = z.toJSONSchema(fileSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema, path }) => {
      const { field, ...known } = forEditors.get(zodSchema) ?? {}
      const key = String(path.at(-1))
      const description = DESCRIPTIONS[key] ?? (field === undefined ? undefined : inputs.get(field))
      if (path.at(-2) === 'properties' && description) jsonSchema.description = description
      // Every value is read as text; an editor is to know the type that it is written as.
      if (known.type !== undefined && known.type !== 'string') delete jsonSchema.pattern
      Object.assign(jsonSchema, known)
    },
  })
  return { $id: 'config.schema.json', title: 'Config file of the action atlas-encryption-at-rest', ...schema }
}
