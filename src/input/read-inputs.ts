import type { Environment } from '../atlas/connect.ts'
import { PROVIDER_LIST, PROVIDERS, type Provider, type ProviderName } from '../encryption/providers.ts'
import type { DesiredProject, DesiredProvider } from '../encryption/state.ts'
import type { Mode } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './base-url.ts'
import type { CredentialPairs, Half } from './credentials.ts'
import { chooseCredentials } from './credentials.ts'
import { givenFieldInputs, readDesiredProvider, refuseForeignFields, regionWarning } from './desired.ts'
import { InputProblem, Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { protectSecrets } from './raw-inputs.ts'
import { parseBoolean, parseChoice, parseHexId, parseSeconds, parseWhole } from './scalars.ts'
import type { ReportSettings, Settings } from './settings.ts'
import { secretsAdvice } from './trigger.ts'

const MODES: readonly Mode[] = ['apply', 'plan', 'verify', 'drift']
const DEFAULTS = { timeout: 600, retries: 5, propagationTimeout: 180, validTimeout: { apply: 60, verify: 0 } }

/**
 * Reads everything that the workflow wants. The only reader of the action's inputs.
 *
 * @param onReportSettings told what shapes the report before anything can fail
 * @throws Failure `INPUT` with all that is wrong, before any request
 */
export async function readInputs(
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  onReportSettings: (settings: ReportSettings) => void,
): Promise<Settings> {
  protectSecrets(input, env, secrets)
  const problems = new Problems()
  const optional = <T>(name: string, parse: (label: string, text: string) => T, fallback: T): T => {
    const text = input(name)
    return text === '' ? fallback : (problems.attempt(() => parse(`Input \`${name}\``, text)) ?? fallback)
  }
  const summary = optional('summary', parseBoolean, true)
  const mode = optional('mode', (label, text) => parseChoice<Mode | ''>(label, text, MODES), '') || null
  const modeIsWrong = mode === null && input('mode') !== ''
  const effectiveMode = mode ?? 'apply'
  const target = input('project-id') === '' ? half(env, 'MONGODB_ATLAS_PROJECT_ID') : half(input, 'project-id')
  const projectId = problems.attempt(() => readProjectId(target))
  onReportSettings({ mode: modeIsWrong ? null : effectiveMode, summary, projectId: projectId ?? null })

  const apiVersion = optional('api-version', (label, text) => parseChoice(label, text, ['v2', 'v1.0'] as const), 'v2')
  const baseUrl = problems.attempt(() => {
    const given = input('atlas-base-url') === '' ? half(env, 'MONGODB_ATLAS_BASE_URL') : half(input, 'atlas-base-url')
    return parseBaseUrl(given.name, given.text || DEFAULT_BASE_URL, apiVersion)
  })
  const credentials = problems.attempt(() =>
    chooseCredentials(pairsOfInputs(input), pairsOfEnvironment(env), secretsAdvice(env)),
  )
  const wanted = await readWanted(effectiveMode, input, secrets, problems)
  const settings = {
    envelope: optional('envelope', parseBoolean, false),
    pretty: optional('pretty', parseBoolean, false),
    retries: optional('retries', (label, text) => parseWhole(label, text, { least: 0, most: 100 }), DEFAULTS.retries),
    timeout: optional('timeout', (label, text) => parseSeconds(label, text, 1), DEFAULTS.timeout),
    limits: {
      validTimeout: optional(
        'valid-timeout',
        parseSeconds,
        DEFAULTS.validTimeout[effectiveMode === 'apply' ? 'apply' : 'verify'],
      ),
      propagationTimeout: optional('propagation-timeout', parseSeconds, DEFAULTS.propagationTimeout),
      failOnInvalid: optional('fail-on-invalid', parseBoolean, true),
      failOnDrift: optional('fail-on-drift', parseBoolean, true),
    },
  }
  problems.throwIfAny()
  if (!projectId || !baseUrl || !credentials) throw new Error('an input is missing without a problem being told')
  const warnings = apiVersion === 'v1.0' ? [...wanted.warnings, V1_WARNING] : wanted.warnings
  const project: DesiredProject = { id: projectId, name: null, ...wanted.desired }
  return { ...settings, mode: effectiveMode, project, credentials, baseUrl, apiVersion, summary, warnings }
}

const V1_WARNING =
  'MongoDB has deprecated version 1.0 of the Atlas API; set `api-version: v2`, which takes the same inputs and needs a lesser role for reading.'

interface Wanted {
  readonly desired: Pick<DesiredProject, 'providers' | 'enabledForSearchNodes'>
  readonly warnings: readonly string[]
}

async function readWanted(mode: Mode, input: InputReader, secrets: Secrets, problems: Problems): Promise<Wanted> {
  const readFields = await fieldsReader(input('fields'), secrets, problems)
  const provider = problems.attempt(() => readProvider(input('provider'), mode))
  const enabled =
    problems.attempt(() => input('enabled') === '' || parseBoolean('Input `enabled`', input('enabled'))) ?? true
  const searchNodes = problems.attempt(() =>
    input('enabled-for-search-nodes') === ''
      ? undefined
      : parseBoolean('Input `enabled-for-search-nodes`', input('enabled-for-search-nodes')),
  )
  if (!provider) return { desired: { providers: [] }, warnings: [] }
  refuseForeignFields(provider, input, problems)
  // Verify looks at what is, not at what is wanted, so that one `with:` block can serve all modes.
  if (mode === 'verify') return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] }
  if (!enabled) {
    const off: DesiredProvider = { provider, enabled: false, fields: {} }
    return { desired: { providers: [off] }, warnings: ignoredWarning(PROVIDERS[provider], input) }
  }
  const desired = readDesiredProvider(provider, input, readFields, problems)
  const warning = regionWarning(desired)
  return {
    desired: { providers: [desired], ...(searchNodes === undefined ? {} : { enabledForSearchNodes: searchNodes }) },
    warnings: warning === undefined ? [] : [warning],
  }
}

/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function fieldsReader(
  text: string,
  secrets: Secrets,
  problems: Problems,
): Promise<(provider: Provider) => Map<string, string>> {
  if (text === '') return () => new Map()
  const { protectFields, readFields } = await import('./fields.ts')
  problems.attempt(() => protectFields(text, secrets))
  return (provider) => readFields(text, provider)
}

function readProvider(text: string, mode: Mode): ProviderName | undefined {
  const names = PROVIDER_LIST.map(({ name }) => name)
  const provider = names.find((name) => name === text.toLowerCase())
  if (provider !== undefined || (text === '' && mode === 'verify')) return provider
  const accepted = names.map((name) => `\`${name}\``).join(', ')
  throw new InputProblem(
    text === ''
      ? `Input \`provider\` is needed: one of ${accepted}.`
      : `Input \`provider\` must be one of ${accepted}.`,
  )
}

function readProjectId({ name, text }: Half): string {
  if (text !== '') return parseHexId(name, text)
  throw new InputProblem('Input `project-id` is needed: the 24 hexadecimal digits in the URL of the project in Atlas.')
}

function ignoredWarning(provider: Provider, input: InputReader): string[] {
  const others = ['fields', 'enabled-for-search-nodes'].filter((name) => input(name) !== '')
  const ignored = [...givenFieldInputs(provider, input), ...others].map((name) => `\`${name}\``)
  return ignored.length === 0 ? [] : [`\`enabled: false\` only disables the provider; ignored: ${ignored.join(', ')}.`]
}

/** The first of the names that has a value, or the first one without. */
function half(source: InputReader | Environment, ...names: [string, ...string[]]): Half {
  const isInput = typeof source === 'function'
  const read = (name: string): string => (isInput ? source(name) : (source[name]?.trim() ?? ''))
  const name = names.find((candidate) => read(candidate) !== '') ?? names[0]
  return { name: isInput ? `Input \`${name}\`` : `The environment variable \`${name}\``, text: read(name) }
}

function pairsOfInputs(input: InputReader): CredentialPairs {
  return {
    serviceAccount: { id: half(input, 'atlas-client-id'), secret: half(input, 'atlas-client-secret') },
    apiKey: { id: half(input, 'atlas-public-key'), secret: half(input, 'atlas-private-key') },
  }
}

function pairsOfEnvironment(env: Environment): CredentialPairs {
  return {
    serviceAccount: { id: half(env, 'MONGODB_ATLAS_CLIENT_ID'), secret: half(env, 'MONGODB_ATLAS_CLIENT_SECRET') },
    apiKey: {
      id: half(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
      secret: half(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
    },
  }
}
