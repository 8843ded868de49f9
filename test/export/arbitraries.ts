import fc from 'fast-check'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { FieldValue } from '../../src/domain/desired.ts'
import { type ExportedProject, exportedProviders } from '../../src/domain/exported.ts'
import type { PrivateEndpoint } from '../../src/domain/private-endpoints.ts'
import { PROVIDER_LIST, type Provider, type ProviderField, type ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'

/** Texts that mean something to YAML, to the runner, or to the eye. */
export const HOSTILE = [
  '::error::x',
  '##[error]x',
  'null',
  'nULL',
  '~',
  'true',
  'no',
  '1',
  '0x10',
  '1_000',
  '6.4E+22',
  '.inf',
  '2026-11-25',
  '12:30:45',
  '- a',
  'a: b',
  'a #b',
  '# a',
  '&a',
  '*a',
  '!!int 1',
  '%YAML 1.1',
  '---',
  '...',
  '| a',
  '> a',
  '{a: b}',
  '[a]',
  "it's",
  '"quoted"',
  'back\\slash\\u0041',
  'a\u202eb',
  'a\u2028b',
  'a\ufeffb',
  'a\u{e0041}b',
  '@a',
  '`a`',
  '? a',
  ', a',
  '<<',
  'é\u0301漢字😀',
  'x'.repeat(2000),
] as const

const line = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
)

/** Any text that a field can have in Atlas without being refused by the reader. */
const legalLine = line.filter(
  (text) => text.trim() === text && text !== '' && !/\p{Cc}/u.test(text) && !text.startsWith('${'),
)

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '7', '9', 'a', 'b', 'e', 'f'),
    minLength: length,
    maxLength: length,
  })
/** Ids of digits, or with one `e`, look like numbers to YAML. */
const id = fc.oneof(
  hex(24),
  fc.constantFrom('1'.repeat(24), `${'1'.repeat(11)}e${'1'.repeat(12)}`, `0${'7'.repeat(23)}`),
)

const VALUES: Readonly<Record<ProviderField['format'], fc.Arbitrary<FieldValue>>> = {
  'access-key-id': fc.string({
    unit: fc.constantFrom('A', 'B', 'C', 'D', '0', '1', '2', '3'),
    minLength: 16,
    maxLength: 20,
  }),
  'azure-environment': fc.constantFrom('AZURE'),
  boolean: fc.boolean(),
  'gcp-key-version': fc
    .tuple(legalLine, fc.nat())
    .map(
      ([name, n]) =>
        `projects/p/locations/l/keyRings/r/cryptoKeys/${name.replace(/[/\s]/gu, '')}x/cryptoKeyVersions/${n}`,
    ),
  'https-url': fc.tuple(hex(8), fc.option(hex(32))).map(([name, version]) => {
    return `https://vault-1.vault.azure.net/keys/${name}${version === null ? '' : `/${version}`}`
  }),
  'key-id': legalLine.filter((text) => !text.startsWith('arn:')),
  region: fc.constantFrom('US_EAST_1', 'EU_WEST_1', 'NO_NORTH_9'),
  'role-id': id,
  secret: fc.constant('x'),
  'service-account-key': fc.constant('x'),
  text: legalLine.filter((text) => !text.includes('/')),
  uuid: fc.uuid(),
}

function anyValueOf({ name, format }: ProviderField): fc.Arbitrary<FieldValue> {
  return name === 'keyVaultName' ? fc.constantFrom('vault-1', 'VAULT-1') : VALUES[format]
}

function blockOf({ fields }: Provider): fc.Arbitrary<Reported['awsKms']> {
  const values = fields
    .filter(({ secret }) => !secret)
    .map(
      (field) =>
        [field.name, fc.option(fc.oneof({ weight: 6, arbitrary: anyValueOf(field) }, fc.constant('')))] as const,
    )
  const enabled = fc
    .record({ valid: fc.boolean(), ...Object.fromEntries(values) }, { requiredKeys: [] })
    .map((block) => ({ ...block, enabled: true }))
  return fc.oneof({ weight: 3, arbitrary: enabled }, fc.constantFrom(null, undefined, { enabled: false }))
}

const [aws, azure, gcp] = PROVIDER_LIST as [Provider, Provider, Provider]

const reported = fc.record({
  awsKms: blockOf(aws),
  azureKeyVault: blockOf(azure),
  googleCloudKms: blockOf(gcp),
  enabledForSearchNodes: fc.constantFrom(true, false, null, undefined),
}) as fc.Arbitrary<Reported>

const cluster: fc.Arbitrary<Cluster> = fc
  .record({
    name: fc
      .string({ unit: fc.constantFrom('a', 'b', 'c', 'y', 'n', 'o', '0', '1', '9', '-'), minLength: 1, maxLength: 12 })
      .filter((name) => /^[a-z0-9]/.test(name)),
    provider: fc.constantFrom('AWS', 'AZURE', 'GCP', 'NONE'),
    paused: fc.boolean(),
    isShared: fc.boolean(),
  })
  .map(({ name, ...rest }) => ({ ...rest, name: sanitized(name), state: safe`IDLE`, providerNames: new Set() }))

const endpoint: fc.Arbitrary<PrivateEndpoint> = fc
  .record({
    region: fc.constantFrom('US_EAST_1', 'EUROPE_NORTH', 'NO_1'),
    status: fc.constantFrom('ACTIVE', 'FAILED', 'DELETING'),
  })
  .map(({ region, status }) => ({
    id: safe`1`,
    region: sanitized(region),
    status: sanitized(status),
    connectionName: safe``,
    errorMessage: safe``,
  }))

const endpoints = fc.dictionary(fc.constantFrom<ProviderName>('aws', 'azure'), fc.array(endpoint, { maxLength: 4 }))

/** A legal state of a project as `mode: export` reads it. */
export const exportedProject: fc.Arbitrary<ExportedProject> = fc
  .record({
    id,
    name: fc.option(line),
    reported,
    clusters: fc.uniqueArray(cluster, { selector: ({ name }) => name, maxLength: 6 }),
    endpoints,
  })
  .map(({ id: projectId, name, endpoints: lists, ...read }) => {
    const state = { ...read, endpoints: new Map(Object.entries(lists) as [ProviderName, PrivateEndpoint[]][]) }
    return {
      ...state,
      id: sanitized(projectId),
      name: (name && sanitized(name).slice(0, 200).trim() ? sanitized(name.slice(0, 150)) : null) || null,
      providers: exportedProviders(state),
      enabledForSearchNodes: read.reported.enabledForSearchNodes === true,
      omissions: [],
    }
  })
