import fc from 'fast-check'
import type { Atlas, CloudProviderRole } from '../../src/atlas/atlas.ts'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import { CONDITIONS } from '../../src/domain/conditions.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import { MODES, type Mode } from '../../src/domain/modes.ts'
import { PROVIDER_LIST, type Provider } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext, sanitized } from '../harness/context.ts'
import { idOf, ROLE_ARN } from '../harness/fixtures.ts'
import { NO_SERVICE_ACCOUNT } from '../modes/fake-context.ts'

/** Texts of fields: few, so that what is desired and what Atlas has are often the same. */
const TEXTS = ['us-east-1', 'EU_WEST_1', 'https://a.example/keys/1', 'a b\n"', ''] as const
const text: fc.Arbitrary<string> = fc.constantFrom(...TEXTS)

/** What one project of a run is about. */
interface ProjectScenario {
  readonly desired: DesiredProject
  /** What each GET of encryptionAtRest returns, the last one again and again. */
  readonly documents: readonly (Reported | Error)[]
  readonly patched: Reported | Error | 'merged'
  readonly roles: readonly CloudProviderRole[]
  /** What every list returns. */
  readonly list: readonly object[] | Error
}

export interface RunScenario {
  readonly mode: Mode
  readonly limits: Limits
  readonly projects: readonly ProjectScenario[]
}

const refusal = fc.constantFrom(
  new AtlasApiError(safe`GROUP_NOT_FOUND`, safe`not found`, 404),
  new AtlasApiError(safe`CANNOT_ASSUME_ROLE`, safe`not yet`, 400),
  new AtlasApiError('TIMEOUT', safe`a word of Atlas`, 500),
)

const ROLE: CloudProviderRole = { provider: 'aws', id: 'a'.repeat(24), name: sanitized(ROLE_ARN), isAuthorized: true }

/** Stands in every list: has what any of them needs. */
const ITEM = {
  name: safe`c`,
  provider: 'NONE',
  paused: false,
  state: safe`IDLE`,
  providerNames: new Set(['AWS']),
  isShared: false,
  event: safe`x`,
  cluster: safe`c`,
  region: safe`US_EAST_1`,
  status: safe`INITIATING`,
}

const emptyDocument: Reported = {}

const reported: fc.Arbitrary<Reported> = fc.record(
  {
    awsKms: fc.option(blockOf('awsKms')),
    azureKeyVault: fc.option(blockOf('azureKeyVault')),
    googleCloudKms: fc.option(blockOf('googleCloudKms')),
    enabledForSearchNodes: fc.boolean(),
  },
  { requiredKeys: [] },
)

function blockOf(atlasObject: Provider['atlasObject']): fc.Arbitrary<Record<string, string | boolean | null>> {
  const { fields } = PROVIDER_LIST.find((provider) => provider.atlasObject === atlasObject) as Provider
  const values = fields
    .filter(({ secret }) => !secret)
    .map(({ name, format }) => {
      const value: fc.Arbitrary<string | boolean> = format === 'boolean' ? fc.boolean() : text
      return [name, fc.option(value, { freq: 4 })] as const
    })
  return fc.record(
    { enabled: fc.boolean(), valid: fc.boolean(), ...Object.fromEntries(values) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string | boolean | null>>
}

function desiredProvider({ name, fields }: Provider): fc.Arbitrary<DesiredProvider> {
  const values = fields.map(({ name: field, format }) => {
    const value: fc.Arbitrary<string | boolean> = format === 'boolean' ? fc.boolean() : text
    return [field, value] as const
  })
  const enabled = fc.record({
    provider: fc.constant(name),
    enabled: fc.constant(true),
    fields: fc.record(Object.fromEntries(values), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>,
  })
  const withArn = enabled.map((provider) => ({ ...provider, roleName: ROLE_ARN }))
  const disabled = fc.constant({ provider: name, enabled: false, fields: {} })
  return name === 'aws' ? fc.oneof(enabled, withArn, disabled) : fc.oneof(enabled, disabled)
}

/** As the inputs and the config file give it: verify knows no fields, and either all providers are to be enabled or none is. */
function desiredProviders(mode: Mode): fc.Arbitrary<readonly DesiredProvider[]> {
  const named = fc
    .shuffledSubarray([...PROVIDER_LIST], { minLength: 1 })
    .chain((providers) => fc.tuple(...providers.map(desiredProvider)))
  if (mode !== 'verify') return named
  const looked = fc
    .tuple(fc.shuffledSubarray([...PROVIDER_LIST], { minLength: 1 }), fc.boolean())
    .map(([providers, enabled]) => providers.map(({ name }) => ({ provider: name, enabled, fields: {} })))
  return fc.oneof(fc.constant([]), looked)
}

function projectScenario(mode: Mode, index: number): fc.Arbitrary<ProjectScenario> {
  const isChecked = mode === 'verify' || mode === 'drift'
  const desired = fc
    .record({
      providers: desiredProviders(mode),
      require: isChecked ? fc.subarray([...CONDITIONS]) : fc.constant([]),
      enabledForSearchNodes: fc.option(fc.boolean(), { nil: undefined }),
      name: fc.option(fc.string().map((name) => sanitized(name))),
    })
    .map(({ enabledForSearchNodes, ...rest }) => ({
      id: idOf(index),
      ...rest,
      ...(enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes }),
    }))
  return fc.record({
    desired: desired as fc.Arbitrary<DesiredProject>,
    documents: fc.array(fc.oneof({ weight: 8, arbitrary: reported }, refusal), { minLength: 1, maxLength: 3 }),
    patched: fc.oneof({ weight: 3, arbitrary: fc.constant('merged' as const) }, reported, refusal),
    roles: fc.subarray([ROLE]),
    list: fc.oneof(fc.constant([]), fc.constant([ITEM]), refusal),
  })
}

export const runScenario: fc.Arbitrary<RunScenario> = fc
  .constantFrom(...MODES.filter((mode) => mode !== 'export'))
  .chain((mode) =>
    fc.record({
      mode: fc.constant(mode),
      limits: fc.record({
        validTimeout: fc.constantFrom(0, 5),
        propagationTimeout: fc.constantFrom(0, 10),
        waitTimeout: fc.constantFrom(0, 60),
        failOnInvalid: fc.boolean(),
        failOnDrift: fc.boolean(),
      }),
      projects: fc
        .integer({ min: 0, max: 3 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => projectScenario(mode, i)))),
    }),
  )

/** Runs the mode on each project against an Atlas of plain functions. */
export function resultsOf({ mode, limits, projects }: RunScenario): Promise<ProjectResult[]> {
  return Promise.all(
    projects.map((project) =>
      runMode(mode, project.desired, {
        run: fakeRunContext(),
        atlas: fakeAtlas(project),
        limits,
        serviceAccount: NO_SERVICE_ACCOUNT,
        isMultiProject: true,
      }),
    ),
  )
}

function fakeAtlas({ documents, patched, roles, list }: ProjectScenario): Atlas {
  let reads = 0
  let current: Reported = emptyDocument
  const settle = <T>(value: T | Error): Promise<T> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value)
  const known: Record<string, (...given: never[]) => Promise<unknown>> = {
    getEncryptionAtRest: () => {
      const document = documents[Math.min(reads, documents.length - 1)] as Reported | Error
      reads += 1
      if (!(document instanceof Error)) current = document
      return settle(document)
    },
    patchEncryptionAtRest: (_: string, patch: Reported) =>
      settle<Reported>(patched === 'merged' ? merge(current, patch) : patched),
    listRoles: () => settle(roles),
    getLatestEvent: () => settle<undefined>(undefined),
  }
  // Every other endpoint is a list.
  return new Proxy({}, { get: (_, name) => known[String(name)] ?? (() => settle(list)) }) as Atlas
}

/** What Atlas has after a change that it takes. */
function merge(current: Reported, patch: Reported): Reported {
  const blocks = PROVIDER_LIST.flatMap(({ atlasObject }) => {
    const change = patch[atlasObject]
    if (!change) return []
    const isOff = change.enabled === false
    return [[atlasObject, isOff ? { enabled: false } : { valid: true, ...current[atlasObject], ...change }] as const]
  })
  return { ...current, ...patch, ...Object.fromEntries(blocks) }
}
