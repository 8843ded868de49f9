import { CONDITIONS, type Condition, type DesiredProject } from '../encryption/state.ts'
import type { Mode } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import type { Environment } from '../world.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './base-url.ts'
import type { Half } from './credentials.ts'
import { chooseCredentials } from './credentials.ts'
import { readGitHubSettings } from './github-settings.ts'
import { InputProblem, Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { protectSecrets } from './raw-inputs.ts'
import { parseBoolean, parseChoice, parseHexId, parseList, parseSeconds, parseWhole } from './scalars.ts'
import type { ReportSettings, Settings } from './settings.ts'
import { half, pairsOfEnvironment, pairsOfInputs } from './source.ts'
import { secretsAdvice } from './trigger.ts'
import { readWanted } from './wanted.ts'

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
  const given = optional<Mode | undefined>('mode', (label, text) => parseChoice(label, text, MODES), undefined)
  // Apply is the default; a wrong mode is checked as if it were, to tell of other mistakes too.
  const mode = given ?? 'apply'
  const target = input('project-id') === '' ? half(env, 'MONGODB_ATLAS_PROJECT_ID') : half(input, 'project-id')
  const projectId = problems.attempt(() => readProjectId(target))
  onReportSettings({ mode: given ?? (input('mode') === '' ? mode : null), summary, projectId: projectId ?? null })

  const apiVersion = optional('api-version', (label, text) => parseChoice(label, text, ['v2', 'v1.0'] as const), 'v2')
  const baseUrl = problems.attempt(() => {
    const { name, text } =
      input('atlas-base-url') === '' ? half(env, 'MONGODB_ATLAS_BASE_URL') : half(input, 'atlas-base-url')
    return parseBaseUrl(name, text || DEFAULT_BASE_URL, apiVersion)
  })
  const credentials = problems.attempt(() =>
    chooseCredentials(pairsOfInputs(input), pairsOfEnvironment(env), secretsAdvice(env)),
  )
  const wanted = await readWanted(mode, input, secrets, problems)
  const require = problems.attempt(() => readRequire(input('require'), mode)) ?? []
  const github = readGitHubSettings(mode, input, problems)
  const settings = {
    envelope: optional('envelope', parseBoolean, false),
    pretty: optional('pretty', parseBoolean, false),
    retries: optional('retries', (label, text) => parseWhole(label, text, { least: 0, most: 100 }), DEFAULTS.retries),
    timeout: optional('timeout', (label, text) => parseSeconds(label, text, 1), DEFAULTS.timeout),
    limits: {
      validTimeout: optional(
        'valid-timeout',
        parseSeconds,
        DEFAULTS.validTimeout[mode === 'apply' ? 'apply' : 'verify'],
      ),
      propagationTimeout: optional('propagation-timeout', parseSeconds, DEFAULTS.propagationTimeout),
      failOnInvalid: optional('fail-on-invalid', parseBoolean, true),
      failOnDrift: optional('fail-on-drift', parseBoolean, true),
    },
  }
  problems.throwIfAny()
  if (!projectId || !baseUrl || !credentials) throw new Error('an input is missing without a problem being told')
  const warnings = [...wanted.warnings, ...github.warnings, ...(apiVersion === 'v1.0' ? [V1_WARNING] : [])]
  const project: DesiredProject = { id: projectId, name: null, require, ...wanted.desired }
  return {
    ...settings,
    mode,
    project,
    credentials,
    baseUrl,
    apiVersion,
    summary,
    warnings,
    github: github.settings,
  }
}

const V1_WARNING =
  'MongoDB has deprecated version 1.0 of the Atlas API; set `api-version: v2`, which takes the same inputs and needs a lesser role for reading.'

function readRequire(text: string, mode: Mode): Condition[] {
  const words = parseList(text)
  if (text !== '' && words.length === 0) throw new InputProblem('Input `require` names no condition.')
  if (words.length > 0 && mode !== 'verify' && mode !== 'drift') {
    throw new InputProblem(
      'Input `require` is checked by `mode: verify` and `mode: drift` only; remove it, or change the mode.',
    )
  }
  return words.map((word) => parseChoice('Every word of input `require`', word, CONDITIONS))
}

function readProjectId({ name, text }: Half): string {
  if (text !== '') return parseHexId(name, text)
  throw new InputProblem('Input `project-id` is needed: the 24 hexadecimal digits in the URL of the project in Atlas.')
}
