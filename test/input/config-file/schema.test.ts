import { describe, expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { configJsonSchema } from '../../../scripts/config-json-schema.ts'
import { PROVIDER_LIST } from '../../../src/domain/providers.ts'
import { fileSchema, forEditors, headSchema, projectSchema } from '../../../src/input/config-file/schema.ts'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { idOf, ROLE_ARN } from '../../harness/fixtures.ts'

/** What the schema says of each key beyond its type, by the path of the key; lists and their items apart. */
function knownToEditors(schema: z.ZodMiniType): Record<string, unknown> {
  const known: Record<string, unknown> = {}
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, path }) => {
      const entry = forEditors.get(zodSchema)
      if (entry !== undefined) known[path.filter((step) => step !== 'properties').join('.')] = entry
    },
  })
  return known
}

/** What a schema says of the first mistake in a value, and where. */
function mistake(schema: z.ZodMiniType, value: unknown): [path: string, says: string] | undefined {
  const issue = schema.safeParse(value).error?.issues[0]
  if (issue === undefined) return undefined
  const error: unknown = issue.code === 'custom' ? issue.params?.error : undefined
  return [issue.path.join('.'), error instanceof InvalidValueError ? error.message : issue.code]
}

const SECRET = `is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`
const NO_SECRET = 'is not a secret: write its value. Only secrets come from the environment'
const EMPTY = 'is empty; set a value, or remove the line'

describe('a project', () => {
  const id = idOf(1)

  test('all values are trimmed texts that are read', () => {
    const aws = { enabled: ' true ', region: ' us-east-1 ', roleArn: ` ${ROLE_ARN} `, clusters: [' one '] }
    const azure = { secret: ` \${A_1} `, requirePrivateNetworking: 'FALSE', privateEndpointRegions: [' x ', 'y'] }
    const given = { awsKms: aws, azureKeyVault: azure, googleCloudKms: { clusters: 'all' }, require: ['clusters'] }
    const parsed = projectSchema.parse({
      id: ` ${id.toUpperCase()} `,
      name: ' x ',
      enabledForSearchNodes: 'True',
      ...given,
    })
    expect(parsed).toEqual({
      id,
      name: 'x',
      enabledForSearchNodes: true,
      require: ['clusters'],
      awsKms: { enabled: true, region: 'US_EAST_1', roleArn: ROLE_ARN, clusters: ['one'] },
      azureKeyVault: { secret: `\${A_1}`, requirePrivateNetworking: false, privateEndpointRegions: ['x', 'y'] },
      googleCloudKms: { clusters: 'all' },
    })
  })

  test.each<[given: object, path: string, says: string]>([
    [{ name: '  ' }, 'name', EMPTY],
    [{ name: '' }, 'name', EMPTY],
    [{ awsKms: { region: ' \t' } }, 'awsKms.region', EMPTY],
    [{ azureKeyVault: { secret: '' } }, 'azureKeyVault.secret', EMPTY],
    [{ azureKeyVault: { secret: 'literal' } }, 'azureKeyVault.secret', SECRET],
    [{ azureKeyVault: { secret: `\${A}x` } }, 'azureKeyVault.secret', SECRET],
    [{ awsKms: { secretAccessKey: '$A' } }, 'awsKms.secretAccessKey', SECRET],
    [{ googleCloudKms: { serviceAccountKey: '{}' } }, 'googleCloudKms.serviceAccountKey', SECRET],
    [{ awsKms: { customerMasterKeyID: `\${A}` } }, 'awsKms.customerMasterKeyID', NO_SECRET],
    [{ awsKms: { roleArn: `\${A}` } }, 'awsKms.roleArn', NO_SECRET],
    [{ azureKeyVault: { servicePrincipalId: `\${A}` } }, 'azureKeyVault.servicePrincipalId', NO_SECRET],
    [{ awsKms: { clusters: 'some' } }, 'awsKms.clusters', 'invalid_union'],
    [{ googleCloudKms: { privateEndpointRegions: ['x'] } }, 'googleCloudKms', 'unrecognized_keys'],
    [{ awsKms: { keyVaultName: 'x' } }, 'awsKms', 'unrecognized_keys'],
    [{ require: ['backups'] }, 'require.0', 'invalid_value'],
    [{ projects: [] }, '', 'unrecognized_keys'],
  ])('%j is refused', (given, path, says) => expect(mistake(projectSchema, { id, ...given })).toEqual([path, says]))

  test('only the id is needed', () => {
    expect(mistake(projectSchema, { id })).toBeUndefined()
    expect(mistake(projectSchema, {})).toEqual(['id', 'invalid_type'])
  })
})

describe('the file', () => {
  const head = { version: '1', projects: ['anything'] }

  test.each([
    [{ ...head }, undefined],
    [{ ...head, $schema: 'x', defaults: { awsKms: {} } }, undefined],
    [{ ...head, version: ' 1 ' }, undefined],
    [{ ...head, version: '2' }, ['version', 'must be 1']],
    [{ ...head, version: '1.0' }, ['version', 'must be 1']],
    [{ projects: ['x'] }, ['version', 'invalid_type']],
    [{ version: '1' }, ['projects', 'invalid_type']],
    [{ ...head, projects: [] }, ['projects', 'too_small']],
    [{ ...head, projects: Array(10_000).fill('x') }, undefined],
    [{ ...head, projects: Array(10_001).fill('x') }, ['projects', 'too_big']],
    [{ ...head, defaults: { id: 'x' } }, ['defaults', 'unrecognized_keys']],
    [{ ...head, project: [] }, ['', 'unrecognized_keys']],
    [{ ...head, $schema: [] }, ['$schema', 'invalid_type']],
  ])('without its projects: number %#', (value, expected) => expect(mistake(headSchema, value)).toEqual(expected))

  test('with its projects', () => {
    expect(mistake(fileSchema, { version: '1', projects: [{ id: idOf(1) }] })).toBeUndefined()
    expect(mistake(fileSchema, { version: '1', projects: [{ id: 'x' }] })?.[0]).toBe('projects.0.id')
    expect(mistake(fileSchema, { version: '1', projects: [] })).toEqual(['projects', 'too_small'])
    expect(mistake(fileSchema, {})).toEqual(['version', 'invalid_type'])
  })

  test('no code is made of the schemas, which a policy may forbid', () => expect(z.config().jitless).toBe(true))
})

describe('what editors know', () => {
  test('of the file and of a project', () => {
    expect(knownToEditors(headSchema)).toMatchObject({ version: { type: 'integer', const: 1 } })
    const known = knownToEditors(projectSchema)
    expect(known.id).toEqual({ pattern: '^[0-9A-Fa-f]{24}$' })
    expect(known.enabledForSearchNodes).toEqual({ type: 'boolean' })
  })

  test.each(PROVIDER_LIST)('of each field of $atlasObject', ({ atlasObject, fields, roleName }) => {
    const known = knownToEditors(projectSchema)
    const of = (name: string) => known[`${atlasObject}.${name}`]
    for (const { name, input, format, secret } of fields) {
      const pattern = secret && { pattern: '^\\$\\{([A-Za-z_]\\w*)\\}$' }
      expect(of(name)).toEqual({ field: input, ...(format === 'boolean' && { type: 'boolean' }), ...pattern })
    }
    expect(of('enabled')).toEqual({ type: 'boolean' })
    expect(of(roleName.name)).toEqual({ field: roleName.input })
    expect(of('clusters')).toEqual({ field: 'clusters' })
    expect(Object.values(known)).toContainEqual({ field: 'private-endpoint-regions' })
  })

  test('the JSON Schema needs the same keys as the file', () =>
    expect(configJsonSchema(new Map())).toMatchObject({
      required: ['version', 'projects'],
      additionalProperties: false,
    }))
})
