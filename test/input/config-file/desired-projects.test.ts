import { describe, expect, test } from '@jest/globals'
import type { DesiredProvider } from '../../../src/domain/desired.ts'
import type { Mode } from '../../../src/domain/modes.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'
import { idOf, ROLE_ARN, ROLE_ID } from '../../harness/fixtures.ts'
import { readText } from './read-text.ts'

const PROJECT = `version: 1\nprojects:\n  - id: ${idOf(1)}\n`
/** A file whose project has those lines. */
const projectWith = (...lines: string[]) => `${PROJECT}${lines.map((line) => `    ${line}\n`).join('')}`

/** The providers of the one project of a file that is right. */
async function providersOf(file: string, mode: Mode = 'plan'): Promise<readonly DesiredProvider[] | undefined> {
  const { projects, message } = await readText(file, { mode })
  expect(message).toBe('')
  return projects[0]?.providers
}

test('a project has no setting that the file does not give', async () => {
  const { projects, message } = await readText(projectWith('awsKms: {}'))
  expect(message).toBe('')
  expect(projects).toStrictEqual([
    {
      id: idOf(1),
      name: null,
      fromFile: true,
      require: [],
      providers: [{ provider: 'aws', enabled: true, fields: {} }],
    },
  ])
})

test('a project that names no provider is reported as such unless the mode looks at any provider', async () => {
  const says =
    '`f.yml`, line 3, column 5: the project names no provider (`awsKms`, `azureKeyVault`, `googleCloudKms`), which only `mode: verify` allows.'
  for (const mode of ['apply', 'plan', 'drift'] as const) expect((await readText(PROJECT, { mode })).message).toBe(says)
  expect((await readText(PROJECT, { mode: 'verify' })).message).toBe('')
})

test('an id that is there already is reported with the number of the project that has it', async () => {
  const entry = (n: number) => `  - { id: ${idOf(n)}, awsKms: {} }\n`
  const { message } = await readText(`version: 1\nprojects:\n${entry(1)}${entry(2)}${entry(2)}`)
  expect(message).toBe(`\`f.yml\`, line 5, column 11: \`id\`: project ${idOf(2)} is already in the file, as number 2.`)
})

describe('clusters and regions', () => {
  test('names, each region as Atlas writes it, which asks for private networking', async () => {
    const file = projectWith('awsKms: { clusters: [one, " two "], privateEndpointRegions: [us-east-1, US_EAST_1] }')
    expect(await providersOf(file)).toStrictEqual([
      {
        provider: 'aws',
        enabled: true,
        fields: { requirePrivateNetworking: true },
        clusters: ['one', 'two'],
        privateEndpointRegions: ['US_EAST_1'],
      },
    ])
  })

  test('`all` clusters, from the defaults and beside `enabled: false`', async () => {
    const own = projectWith('googleCloudKms: { enabled: false, clusters: all }')
    expect(await providersOf(own)).toStrictEqual([{ provider: 'gcp', enabled: false, fields: {}, clusters: 'all' }])
    const inherited = `${projectWith('googleCloudKms: {}')}defaults: { googleCloudKms: { clusters: all } }\n`
    expect(await providersOf(inherited)).toStrictEqual([
      { provider: 'gcp', enabled: true, fields: {}, clusters: 'all' },
    ])
  })

  test.each([
    ['clusters: []', 24, '`clusters` must be `all`, or name at least one cluster.'],
    ['clusters: [all, one]', 24, '`clusters` must be either `all` or names, not both.'],
    ['clusters: [a_b]', 24, /^.*: `clusters` must be `all` or names of clusters .*, but contains `a_b`\.$/],
    ['privateEndpointRegions: []', 38, '`privateEndpointRegions` must name at least one region.'],
    ['privateEndpointRegions: [a b]', 38, /`privateEndpointRegions` must be regions such as/],
  ])('%s is refused', async (text, column, says) => {
    const { message, projects } = await readText(projectWith(`awsKms: { ${text} }`))
    if (typeof says === 'string') expect(message).toBe(`\`f.yml\`, line 4, column ${column + 1}: ${says}`)
    else expect(message).toMatch(says)
    expect(projects[0]?.providers).toStrictEqual([{ provider: 'aws', enabled: true, fields: {} }])
  })

  test.each([
    ['clusters: all', 'clusters'],
    ['privateEndpointRegions: [us-east-1]', 'privateEndpointRegions'],
  ])('%s needs version 2 of the API', async (text, name) => {
    const file = projectWith(`awsKms: { ${text} }`)
    const { message } = await readText(file, { inputs: { 'api-version': 'v1.0' } })
    expect(message).toMatch(new RegExp(`^\`f.yml\`, line 4, column \\d+: \`${name}\` needs \`api-version: v2\`\\.$`))
    for (const version of ['v2', '']) {
      expect((await readText(file, { inputs: { 'api-version': version } })).message).toBe('')
    }
    const without = await readText(projectWith('awsKms: {}'), { inputs: { 'api-version': 'v1.0' } })
    expect(without.message).toBe('')
  })

  test('regions contradict private networking that is switched off, in the project or in the defaults', async () => {
    const says =
      '`requirePrivateNetworking: false` contradicts `privateEndpointRegions`, which needs private networking.'
    const own = projectWith('awsKms:', '  privateEndpointRegions: [us-east-1]', '  requirePrivateNetworking: false')
    expect((await readText(own)).message).toBe(`\`f.yml\`, line 6, column 33: ${says}`)
    const defaults = 'defaults: { awsKms: { requirePrivateNetworking: false } }\n'
    const inherited = `${projectWith('awsKms: { privateEndpointRegions: [us-east-1] }')}${defaults}`
    expect((await readText(inherited)).message).toBe(`\`f.yml\`, line 5, column 49: ${says}`)
  })

  test('a cluster under two providers is reported where the second names it, but not in verify', async () => {
    const file = projectWith('awsKms: { clusters: [one] }', 'azureKeyVault: { clusters: [two, one] }')
    expect((await readText(file)).message).toBe(
      '`f.yml`, line 5, column 32: `clusters`: `one` overlaps with the clusters of `awsKms`; a cluster uses one key.',
    )
    expect((await readText(file, { mode: 'verify' })).message).toBe('')
    const apart = projectWith('awsKms: { clusters: [one] }', 'azureKeyVault: { clusters: [two] }')
    expect((await readText(apart)).message).toBe('')
  })
})

describe('credentials', () => {
  test.each([
    ['awsKms', `roleId: ${ROLE_ID}, roleArn: "${ROLE_ARN}"`, 'roleArn'],
    ['awsKms', `roleArn: "${ROLE_ARN}", accessKeyID: AKIAIOSFODNN7EXAMPLE`, 'roleArn'],
    ['azureKeyVault', `roleId: ${ROLE_ID}, tenantID: ${'0ec944e8-1111-2222-3333-444455556666'}`, 'servicePrincipalId'],
  ])('two ways to authenticate in `%s`: %s', async (atlasObject, text, roleName) => {
    const { message } = await readText(projectWith(`${atlasObject}: { ${text} }`))
    const column = 5 + atlasObject.length + 2
    expect(message).toBe(
      `\`f.yml\`, line 4, column ${column}: \`${atlasObject}\` must have only one way to authenticate: \`roleId\`, \`${roleName}\` or static credentials.`,
    )
  })

  test('several static credentials are one way', async () => {
    const file = projectWith(`awsKms: { accessKeyID: AKIAIOSFODNN7EXAMPLE, secretAccessKey: "\${KEY}" }`)
    expect(await providersOf(file)).toStrictEqual([
      { provider: 'aws', enabled: true, fields: { accessKeyID: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: `\${KEY}` } },
    ])
  })

  test('the name of the role stands apart from the fields', async () =>
    expect(await providersOf(projectWith(`awsKms: { roleArn: "${ROLE_ARN}" }`))).toStrictEqual([
      { provider: 'aws', enabled: true, fields: {}, roleName: ROLE_ARN },
    ]))

  test('a variable with a secret is read by apply, and reported with the place where the reference stands', async () => {
    const file = `${projectWith('azureKeyVault: {}')}defaults:\n  azureKeyVault: { secret: "\${MY_SECRET}" }\n`
    const { projects, message } = await readText(file, { mode: 'apply', env: { MY_SECRET: 'some~secret' } })
    expect(message).toBe('')
    expect(projects[0]?.providers[0]?.fields).toStrictEqual({ secret: 'some~secret' })
    for (const env of [{}, { MY_SECRET: '' }, { MY_SECRET: ' ' }]) {
      expect((await readText(file, { mode: 'apply', env })).message).toBe(
        '`f.yml`, line 6, column 28: the environment variable `MY_SECRET` is not set or empty: set it in the `env` of the step, from a secret.',
      )
    }
    expect((await readText(file, { mode: 'apply', env: { MY_SECRET: 'abc' } })).message).toMatch(
      /^`f.yml`, line 6, column 28: the environment variable `MY_SECRET` must have at least 4 characters/,
    )
  })

  test('an access key id is abbreviated, and no word of a message is without one', async () => {
    const secrets = new Secrets(() => undefined)
    await readText(projectWith('awsKms: { accessKeyID: AKIAIOSFODNN7EXAMPLE }'), { secrets })
    expect(secrets.sanitize('AKIAIOSFODNN7EXAMPLE undefined')).toBe('…MPLE undefined')
  })
})

describe('what is doubtful', () => {
  test('is reported once for all projects, and names fields as the file does', async () => {
    const entry = (n: number) => `  - { id: ${idOf(n)}, awsKms: { customerMasterKeyID: alias/x } }\n`
    const { warnings, message } = await readText(`version: 1\nprojects:\n${entry(1)}${entry(2)}`)
    expect(message).toBe('')
    expect(warnings).toEqual([expect.stringMatching(/^`customerMasterKeyID` is the alias of a key\. /)])
  })

  test('contradictions are reported where the field stands, with their full stop', async () => {
    const file = projectWith('azureKeyVault: { keyVaultName: "a/b" }')
    expect((await readText(file)).message).toBe(
      '`f.yml`, line 4, column 36: `keyVaultName` must be the name of the vault only, not its URL.',
    )
  })
})
