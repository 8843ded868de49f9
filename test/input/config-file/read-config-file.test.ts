import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import type { Mode } from '../../../src/domain/modes.ts'
import { readConfigText } from '../../../src/input/config-file/read-config-file.ts'
import { safe } from '../../../src/sanitize/safe-text.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'
import { idOf, ROLE_ARN, ROLE_ID, WITH_API_KEY } from '../../harness/fixtures.ts'
import { contextOf } from '../context.ts'
import { read, settingsOf } from '../read.ts'
import { readText } from './read-text.ts'
import { HEAD, VARIABLES, WRONG_CONFIG_FILES } from './wrong-config-files.ts'

const AZURE_SECRET = 'azure~secret/Value=='
const REFERENCE = `\${AZURE_SECRET}`
const readFile = (file: string, inputs: Record<string, string> = {}, env: Record<string, string> = VARIABLES) =>
  read({ ...WITH_API_KEY, 'config-file': 'atlas.yml', ...inputs }, env, { 'atlas.yml': file })

/** The projects of a file that is right. */
async function projectsOf(file: string, mode: Mode = 'drift', more: Record<string, string> = {}, env = {}) {
  const { target, warnings } = await settingsOf(
    { ...WITH_API_KEY, 'config-file': 'atlas.yml', mode, ...more },
    { AZURE_SECRET, ...env },
    { 'atlas.yml': file },
  )
  if (target.kind !== 'config-file') throw new Error(target.kind)
  return { projects: target.projects, warnings, file: target.file }
}

describe('what is refused', () => {
  test.each(WRONG_CONFIG_FILES)('%s', async (_, file, says, secrets = []) => {
    const { message } = await readFile(file)
    expect(message).toMatch(says)
    expect(message).toMatchSnapshot()
    for (const secret of secrets) expect(message).not.toContain(secret)
  })

  test('all that is wrong is listed at once, in the order of the file', async () => {
    const { message } = await readFile(`x: y\n${HEAD}    awsKms: { regon: x, roleId: y }\n  - id: z\n    name: {}\n`)
    const places = [...message.matchAll(/line (\d+)/g)].map(([, line]) => Number(line))
    expect(places).toEqual([1, 5, 5, 6, 7])
  })

  test('no more than twenty mistakes are listed, and no more is worked on', async () => {
    const wrong = Array.from({ length: 30 }, (_, n) => `      field${n}: x\n`).join('')
    const { message } = await readFile(`${HEAD}    awsKms:\n${wrong}`)
    expect(message).toMatch(/^More than 20 invalid inputs.*: \(1\) `atlas.yml`, line 5, .* \(20\) [^)]*field19[^)]* …$/)
    const many = Array.from({ length: 30 }, (_, n) => `  - id: ${n}\n`).join('')
    expect((await readFile(`version: 1\nprojects:\n${many}`)).message).toMatch(/^More than 20 invalid inputs/)
    const twice = Array.from({ length: 21 }, () => `  - { id: ${idOf(1)}, awsKms: {} }\n`).join('')
    const several = (await readFile(`version: 1\nprojects:\n${twice}`)).message
    expect(several).toMatch(/^20 invalid inputs.* \(20\) .*\.$/)
  })

  test('what is wrong with the defaults is listed once, however many projects take them', async () => {
    const projects = Array.from({ length: 30 }, (_, n) => `  - { id: ${idOf(n)}, azureKeyVault: {} }\n`).join('')
    const file = `version: 1\ndefaults: { azureKeyVault: { keyVaultName: "a.b" } }\nprojects:\n${projects}`
    expect((await readFile(file)).message).toMatch(/^`atlas.yml`, line 2, column 44: `keyVaultName` must be the name/)
  })

  test.each([
    'provider',
    'enabled',
    'enabled-for-search-nodes',
    'fields',
    'aws-region',
    'aws-role-arn',
    'gcp-service-account-key',
  ])('%s beside it', async (name) => {
    const value = { provider: 'aws', enabled: 'true', 'enabled-for-search-nodes': 'true' }[name] ?? 'some-value'
    expect((await readFile(`${HEAD}    awsKms: {}\n`, { [name]: value })).message).toBe(
      `\`${name}\`: not allowed with \`config-file\`. Set it in the file instead.`,
    )
  })

  test.each([
    ['other.yml', /there is no file `.*\/other\.yml`/],
    ['.', /is not a file/],
    ['../atlas.yml', /must be inside the workspace/],
    ['/etc/passwd', /`\/etc\/passwd` is outside the workspace/],
  ])('the path %j', async (path, says) => {
    const { message } = await readFile(`${HEAD}    awsKms: {}\n`, { 'config-file': path })
    expect(message).toMatch(/^Input `config-file`/)
    expect(message).toMatch(says)
  })

  test('the size is bounded', async () => {
    const padded = (size: number): string => `${HEAD}    awsKms: {}\n#`.padEnd(size, 'x')
    expect((await readFile(padded(2 * 1024 * 1024))).message).toBe('')
    expect((await readFile(padded(2 * 1024 * 1024 + 1))).message).toMatchSnapshot()
  })

  test('any text is read or refused', async () => {
    const pieces = [
      'version: 1\n',
      'projects:\n',
      '  - id: ',
      idOf(1),
      '\n',
      '    awsKms: ',
      '{',
      '}',
      '[',
      '*x',
      '&x ',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((list) => list.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, async (file) => {
        const { message, settings } = await readFile(file)
        expect(settings === undefined).toBe(message !== '')
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is read', () => {
  test('several providers of a project, defaults merged in', async () => {
    const { projects, warnings, file } = await projectsOf(
      [
        'version: 1',
        'defaults:',
        '  awsKms: { enabled: true, region: us-east-1 }',
        '  googleCloudKms: { enabled: false }',
        'projects:',
        `  - id: ${idOf(1).toUpperCase()}`,
        '    name: " payments\u200b ::x "',
        '    awsKms:',
        '      customerMasterKeyID: 0123',
        `      roleArn: ${ROLE_ARN}`,
        '      requirePrivateNetworking: TRUE',
        `    azureKeyVault: { secret: "${REFERENCE}", azureEnvironment: azure }`,
        '    enabledForSearchNodes: False',
        '    require: [clusters, rotation-alert, clusters]',
        `  - id: ${idOf(2)}`,
        '    googleCloudKms: {}',
      ].join('\n'),
      'drift',
      { require: 'clusters,no-open-alerts' },
    )
    expect(file).toBe('atlas.yml')
    expect(warnings).toEqual([])
    expect(projects).toEqual([
      {
        id: idOf(1),
        name: 'payments ::x',
        fromFile: true,
        require: ['clusters', 'rotation-alert', 'no-open-alerts'],
        enabledForSearchNodes: false,
        providers: [
          {
            provider: 'aws',
            enabled: true,
            fields: { region: 'US_EAST_1', customerMasterKeyID: '0123', requirePrivateNetworking: true },
            roleName: ROLE_ARN,
          },
          {
            provider: 'azure',
            enabled: true,
            fields: { secret: REFERENCE, azureEnvironment: 'AZURE' },
          },
        ],
      },
      {
        id: idOf(2),
        name: null,
        fromFile: true,
        require: ['clusters', 'no-open-alerts'],
        providers: [{ provider: 'gcp', enabled: false, fields: {} }],
      },
    ])
  })

  test('secrets are read by apply alone, and masked', async () => {
    const file = `${HEAD}    azureKeyVault: { secret: "${REFERENCE}" }\n`
    const { settings, masks } = await readFile(file, {}, { AZURE_SECRET: ` ${AZURE_SECRET} ` })
    expect(settings).toMatchObject({ target: { projects: [{ providers: [{ fields: { secret: AZURE_SECRET } }] }] } })
    expect(masks).toContain(AZURE_SECRET)
    for (const mode of ['plan', 'drift', 'verify']) {
      const other = await readFile(file, { mode }, {})
      expect(other.message).toBe('')
      expect(other.masks).not.toContain(REFERENCE)
    }
    for (const name of ['constructor', 'toString', '__proto__'])
      expect((await readFile(file.replace('AZURE_SECRET', name), {}, {})).message).toContain('is not set or empty')
  })

  test('an access key id is cut short wherever it shows up', async () => {
    const file = `${HEAD}    awsKms: { accessKeyID: AKIAIOSFODNN7EXAMPLE }\n`
    const { secrets, masks } = await readFile(file, { mode: 'drift' })
    expect(secrets.sanitize('refused: AKIAIOSFODNN7EXAMPLE')).toBe('refused: …MPLE')
    expect(masks).not.toContain('AKIAIOSFODNN7EXAMPLE')
  })

  test.each([
    [{ roleId: ROLE_ID }, { accessKeyID: 'AKIAIOSFODNN7EXAMPLE' }, { accessKeyID: 'AKIAIOSFODNN7EXAMPLE' }],
    [{ accessKeyID: 'AKIAIOSFODNN7EXAMPLE' }, { roleId: ROLE_ID }, { roleId: ROLE_ID }],
    [{ roleArn: ROLE_ARN }, { roleId: ROLE_ID }, { roleId: ROLE_ID }],
    [{ roleId: ROLE_ID }, { region: 'EU_WEST_1' }, { roleId: ROLE_ID, region: 'EU_WEST_1' }],
  ])('defaults %j, project %j', async (inherited, own, fields) => {
    const block = (given: object): string => JSON.stringify(given)
    const file = `version: 1\ndefaults: { awsKms: ${block(inherited)} }\nprojects:\n  - id: ${idOf(1)}\n    awsKms: ${block(own)}\n`
    const { projects } = await projectsOf(file)
    expect(projects[0]?.providers).toEqual([{ provider: 'aws', enabled: true, fields }])
  })

  test('off: what else is given is left aside', async () => {
    const file = `${HEAD}    awsKms: { enabled: false, region: x-y-1, roleId: ${ROLE_ID} }\n`
    const { projects, warnings } = await projectsOf(file)
    expect(projects[0]?.providers).toEqual([{ provider: 'aws', enabled: false, fields: {} }])
    expect(warnings).toEqual(['`enabled: false` only disables the provider; ignored in `awsKms`: `region`, `roleId`.'])
    expect((await projectsOf(file, 'verify')).warnings).toEqual([])
  })

  test('verify looks at those to be enabled, or else that those named are off', async () => {
    const both = `${HEAD}    awsKms: { roleId: ${ROLE_ID} }\n    googleCloudKms: { enabled: false }\n`
    const providers = async (file: string) => (await projectsOf(file, 'verify')).projects[0]?.providers
    expect(await providers(both)).toEqual([{ provider: 'aws', enabled: true, fields: {} }])
    expect(await providers(`${HEAD}    googleCloudKms: { enabled: false }\n`)).toEqual([
      { provider: 'gcp', enabled: false, fields: {} },
    ])
    expect(await providers(HEAD)).toEqual([])
  })

  describe('in verify the fields of providers are ignored,', () => {
    const aws = (text: string): string => `${HEAD}    awsKms: { ${text} }\n`
    const azure = (text: string): string => `${HEAD}    azureKeyVault: { ${text} }\n`
    const IGNORED: [string, string][] = [
      ['malformed', aws('roleId: x, region: [a, b], requirePrivateNetworking: perhaps, accessKeyID: "?"')],
      ['empty', aws('roleId:, customerMasterKeyID: ""')],
      ['contradictory', aws('customerMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/x, region: US_EAST_1')],
      ['in two ways', aws(`roleId: ${ROLE_ID}, roleArn: ${ROLE_ARN}, accessKeyID: AKIAIOSFODNN7EXAMPLE`)],
      ['a variable for what is no secret', aws(`customerMasterKeyID: "${REFERENCE}"`)],
      ['a role by a wrong name', azure('servicePrincipalId: nobody, keyIdentifier: "http://x", keyVaultName: {}')],
      ['clusters', aws('clusters: [all, "a b"], privateEndpointRegions: nowhere')],
      [
        'private endpoints without private networking',
        aws('privateEndpointRegions: [x y], requirePrivateNetworking: false'),
      ],
      ['the defaults', `version: 1\ndefaults: { awsKms: { roleId: x } }\nprojects: [{ id: ${idOf(1)}, awsKms: {} }]`],
    ]

    test.each(IGNORED)('wrong or not: %s', async (_, file) => {
      const { projects, warnings } = await projectsOf(file, 'verify', { 'api-version': 'v2' })
      expect(projects[0]?.providers).toEqual([{ provider: expect.any(String), enabled: true, fields: {} }])
      expect(warnings).toEqual([])
      expect((await readFile(file, { mode: 'drift' })).message).not.toBe('')
    })

    test.each([
      ['a literal secret', azure('secret: hunter22'), /`secret` is a secret.*remove the literal/],
      ['`enabled`', aws('enabled: perhaps'), /`enabled` must be `true` or `false`/],
      ['a key that is not known', aws('keyVaultName: x'), /`keyVaultName` is not known/],
      ['private endpoints of Google', `${HEAD}    googleCloudKms: { privateEndpointRegions: [] }\n`, /is not known/],
      ['a provider that is no mapping', `${HEAD}    awsKms: x\n`, /`awsKms` must be a mapping/],
      ['a setting of the project', `${HEAD}    enabledForSearchNodes: perhaps\n`, /must be `true` or `false`/],
    ])('but not %s', async (_, file, says) => expect((await readFile(file, { mode: 'verify' })).message).toMatch(says))
  })

  test('a region that is not known is warned of once', async () => {
    const entry = (n: number): string => `  - { id: ${idOf(n)}, awsKms: { region: mars-north-1 } }\n`
    const { warnings } = await projectsOf(`version: 1\nprojects:\n${entry(1)}${entry(2)}`)
    expect(warnings).toEqual([expect.stringContaining('MARS_NORTH_1')])
  })

  test('an alias for each of a thousand projects', async () => {
    const projects = Array.from({ length: 1000 }, (_, n) => `{id: ${idOf(n)}, awsKms: *a}`).join(',')
    const file = `version: 1\ndefaults: { awsKms: &a { region: EU_WEST_1 } }\nprojects: [${projects}]\n`
    expect((await projectsOf(file)).projects).toHaveLength(1000)
  })

  test('JSON, with `$schema` for the editor', async () => {
    const file = { $schema: './x.json', version: 1, projects: [{ id: idOf(1), awsKms: { enabled: true } }] }
    expect((await projectsOf(JSON.stringify(file, null, '\t'))).projects).toHaveLength(1)
  })
})

describe('how the parts of a file are read', () => {
  const bomb = (name: string) =>
    `${name}: [${Array.from(
      { length: 7 },
      (_, n) =>
        `&${name}${n} [${
          n === 0
            ? 'x'
            : Array(9)
                .fill(`*${name}${n - 1}`)
                .join()
        }]`,
    ).join(', ')}]\n`
  const fill = (count: number) => Array(count).fill('x').join(',')

  test('wrong JSON is reported with line and column', async () => {
    const { message } = await readText(`{"version": 2,\n "projects": [{"id": "${idOf(1)}", "awsKms": []}]}`)
    expect(message).toBe(
      '2 invalid inputs: (1) `f.yml`, line 1, column 13: `version` must be 1. (2) `f.yml`, line 2, column 60: `awsKms` must be a mapping (`key: value` lines).',
    )
  })

  test('a defect is no reason to read JSON again', async () => {
    let calls = 0
    const secrets = new Secrets(() => {
      calls += 1
      if (calls === 1) throw new Error('defect')
    })
    const file = { version: 1, projects: [{ id: idOf(1), azureKeyVault: { secret: REFERENCE } }] }
    const reading = readText(JSON.stringify(file), { secrets, env: { AZURE_SECRET } })
    await expect(reading).rejects.toThrow('defect')
  })

  test('projects after the last mistake that can be listed are not read', async () => {
    const wrong = Array.from({ length: 21 }, () => '  - x\n').join('')
    const right = `  - { id: ${idOf(1)}, awsKms: {} }\n`
    expect((await readText(`version: 1\nprojects:\n${right}${wrong}${right}`)).projects).toHaveLength(1)
  })

  test('a list in place of the file is reported, whatever its aliases stand for', async () => {
    const { message } = await readText(`- ${bomb('a')}`)
    expect(message).toBe('`f.yml`, line 1, column 1: the file must be a mapping (`key: value` lines).')
  })

  test('an unknown key whose aliases stand for too much, unless there are mistakes enough', async () => {
    await expect(readText(`${HEAD}${bomb('a')}`)).rejects.toThrow(/^`f.yml` expands to more than the action reads/)
    const wrong = Array.from({ length: 21 }, (_, n) => `x${n}: y\n`).join('')
    expect((await readText(`${wrong}${bomb('a')}`)).message).toMatch(/^More than 20 invalid inputs/)
  })

  test.each([
    ['version: 1\n? [a]\n: b\n', 'line 2, column 3: a key here is not known'],
    ['version: 1\n__proto__: { a: b }\n', 'line 2, column 1: a key here is not known'],
    ['version: 1\ndefaults: []\n', 'line 2, column 11: `defaults` must be a mapping'],
  ])('%j before the projects', async (text, says) => {
    const { message } = await readText(`${text}projects: [{ id: ${idOf(1)}, awsKms: {} }]\n`)
    expect(message).toContain(`\`f.yml\`, ${says}`)
  })

  test('a list after the projects is not taken for them', async () => {
    const { message } = await readText(`${HEAD}    awsKms: {}\ndefaults: []\n`)
    expect(message).toBe('`f.yml`, line 5, column 11: `defaults` must be a mapping (`key: value` lines).')
  })

  test('an alias for the projects that stands for nothing', async () =>
    await expect(readText('version: 1\nprojects: *gone\n')).rejects.toThrow(
      /^`f.yml` expands to more than the action reads/,
    ))

  test('of more than ten thousand projects none is read', async () => {
    expect((await readText(`version: 1\nprojects: [${fill(10_001)}]\n`)).message).toBe(
      '`f.yml`, line 2, column 11: `projects` lists more than 10000 projects; split the file.',
    )
  })

  test('ten thousand projects are read', async () => {
    const { message } = await readText(`version: 1\nprojects: [${fill(10_000)}]\n`)
    expect(message).toContain('number 1 of `projects` must be a mapping')
  })

  test('an alias in place of the file is reported as such', async () => {
    const { message } = await readText('*gone\n')
    expect(message).toBe('`f.yml`, line 1, column 1: the file is empty.')
  })

  test('JSON is read in one go, with time for other work after each project', async () => {
    let passed = 0
    class CountingCheckpoint extends Checkpoint {
      override async pass(): Promise<void> {
        passed += 1
        await super.pass()
      }
    }
    const checkpoint = new CountingCheckpoint(new AbortController().signal)
    const text = JSON.stringify({ version: 1, projects: [1, 2, 3].map((n) => ({ id: idOf(n), awsKms: {} })) })
    const read = await readConfigText('plan', { file: safe`f.json`, text }, { ...contextOf({}), checkpoint })
    expect(read.projects).toHaveLength(3)
    expect(passed).toBe(3)
  })

  test('a part of a thousand values is read', async () => {
    // The mapping, its name, and the list count, too.
    const file = (count: number) => `${HEAD}    awsKms: {}\ndefaults: { a: [${fill(count)}] }\n`
    expect((await readText(file(998))).message).toMatch(/^`f.yml`, line 5, column 13: `a` is not known/)
    expect((await readText(file(999))).message).toBe(
      '`f.yml`, line 5, column 11: there are more than 1000 values here, the maximum.',
    )
  })

  test('of a part that is too large only what kind it is matters', async () => {
    const project = `version: 1\nprojects:\n  - [${fill(1001)}]\n`
    expect((await readText(project)).message).toBe(
      '2 invalid inputs: (1) `f.yml`, line 3, column 5: there are more than 1000 values here, the maximum. (2) `f.yml`, line 3, column 5: number 1 of `projects` must be a mapping (`key: value` lines).',
    )
    const name = await readText(`${HEAD}    awsKms: {}\ndefaults: [${fill(1001)}]\n`)
    expect(name.message).toContain('`defaults` must be a mapping')
  })
})
