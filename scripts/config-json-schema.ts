import * as z from 'zod/mini'
import { fileSchema, forEditors } from '../src/input/config-file/schema.ts'

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  version: 'Version of this format',
  defaults: 'Merged under every project that names the same provider object',
  projects: 'What each project should be',
  id: 'The project in Atlas, 24 hexadecimal digits',
  name: 'Label in reports',
  awsKms: 'AWS KMS',
  azureKeyVault: 'Azure Key Vault',
  googleCloudKms: 'Google Cloud KMS',
  enabled: '`true` unless given; `false` disables the provider',
  enabledForSearchNodes: 'Whether dedicated search nodes are encrypted with the key too. Left alone unless given',
  roleArn: 'ARN of the authorized IAM role, instead of `roleId`; its id is looked up in the project',
  servicePrincipalId:
    "Object id of Atlas's service principal in your tenant, instead of `roleId`; its role id is looked up in the project",
  serviceAccount:
    'E-mail address of the Google service account that Atlas shows, instead of `roleId`; its role id is looked up in the project',
  clusters: "The clusters that use the provider's key, `all` or a list of names. Other clusters are left alone",
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
