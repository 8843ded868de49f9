import { MODES, type Mode } from '../modes/result.ts'
import type { Secrets } from '../text/secrets.ts'
import type { Environment } from '../world.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './base-url.ts'
import { chooseCredentials } from './credentials.ts'
import { readGitHubSettings } from './github-settings.ts'
import { readMergeSettings } from './merge-settings.ts'
import { InputProblem, Problems } from './problems.ts'
import type { InputReader } from './raw-inputs.ts'
import { protectSecrets } from './raw-inputs.ts'
import { parseBoolean, parseChoice, parseSeconds, parseWhole } from './scalars.ts'
import type { ReportSettings, Settings } from './settings.ts'
import { half, pairsOfEnvironment, pairsOfInputs } from './source.ts'
import { parseShard, projectIdSource, readProjectId, readTarget } from './target.ts'
import { secretsAdvice } from './trigger.ts'

const DEFAULTS = {
  timeout: 600,
  retries: 5,
  concurrency: 8,
  propagationTimeout: 180,
  validTimeout: { apply: 60, verify: 0 },
}

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
  const modeChoice = (label: string, text: string): Settings['mode'] => parseChoice(label, text, [...MODES, 'merge'])
  const given = optional<Settings['mode'] | undefined>('mode', modeChoice, undefined)
  // Apply is the default; a wrong mode is checked as if it were, to tell of other mistakes too.
  const mode = given ?? 'apply'
  const shard = optional('shard', parseShard, null)
  onReportSettings({
    mode: given ?? (input('mode') === '' ? mode : null),
    summary,
    projectId:
      mode === 'merge' ? null : (new Problems().attempt(() => readProjectId(projectIdSource(input, env))) ?? null),
    shard: input('shard') || null,
  })
  const timeout = optional('timeout', (label, text) => parseSeconds(label, text, 1), DEFAULTS.timeout)
  if (mode === 'merge') return readMergeSettings(input, timeout, problems)
  return await readRunSettings(mode)

  async function readRunSettings(runMode: Mode): Promise<Settings> {
    const apiVersion = optional('api-version', (label, text) => parseChoice(label, text, ['v2', 'v1.0'] as const), 'v2')
    const baseUrl = problems.attempt(() => {
      const { name, text } =
        input('atlas-base-url') === '' ? half(env, 'MONGODB_ATLAS_BASE_URL') : half(input, 'atlas-base-url')
      return parseBaseUrl(name, text || DEFAULT_BASE_URL, apiVersion)
    })
    const credentials = problems.attempt(() =>
      chooseCredentials(pairsOfInputs(input), pairsOfEnvironment(env), secretsAdvice(env)),
    )
    const wanted = await readTarget(runMode, input, env, secrets, problems)
    problems.attempt(() => refuseReportFiles(input))
    const github = readGitHubSettings(runMode, input, problems)
    const settings = {
      shard,
      concurrency: optional(
        'concurrency',
        (label, text) => parseWhole(label, text, { least: 1, most: 64 }),
        DEFAULTS.concurrency,
      ),
      envelope: optional('envelope', parseBoolean, false),
      pretty: optional('pretty', parseBoolean, false),
      retries: optional('retries', (label, text) => parseWhole(label, text, { least: 0, most: 100 }), DEFAULTS.retries),
      timeout,
      limits: {
        validTimeout: optional(
          'valid-timeout',
          parseSeconds,
          DEFAULTS.validTimeout[runMode === 'apply' ? 'apply' : 'verify'],
        ),
        propagationTimeout: optional('propagation-timeout', parseSeconds, DEFAULTS.propagationTimeout),
        failOnInvalid: optional('fail-on-invalid', parseBoolean, true),
        failOnDrift: optional('fail-on-drift', parseBoolean, true),
      },
    }
    problems.throwIfAny()
    if (!wanted || !baseUrl || !credentials) throw new Error('an input is missing without a problem being told')
    const warnings = [...wanted.warnings, ...github.warnings, ...(apiVersion === 'v1.0' ? [V1_WARNING] : [])]
    return {
      ...settings,
      mode: runMode,
      target: wanted.target,
      credentials,
      baseUrl,
      apiVersion,
      warnings,
      github: github.settings,
    }
  }
}

const V1_WARNING =
  'MongoDB has deprecated version 1.0 of the Atlas API; set `api-version: v2`, which takes the same inputs and needs a lesser role for reading.'

function refuseReportFiles(input: InputReader): void {
  if (input('report-files') !== '')
    throw new InputProblem('Input `report-files` belongs to `mode: merge` alone; remove it, or change the mode.')
}
