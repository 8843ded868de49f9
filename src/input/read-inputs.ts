import type { Environment } from '../domain/context.ts'
import { MODES, type Mode } from '../domain/modes.ts'
import type { ReportSettings, Settings } from '../domain/settings.ts'
import type { Secrets } from '../sanitize/secrets.ts'
import { chooseCredentials } from './credentials.ts'
import { InputError, InputErrors } from './errors.ts'
import { secretsAdvice } from './event.ts'
import { readGitHubSettings } from './github-settings.ts'
import type { InputReader } from './mask-inputs.ts'
import { protectSecrets } from './mask-inputs.ts'
import { readMergeSettings } from './merge-settings.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './parse/base-url.ts'
import { parseBoolean, parseChoice, parseInteger, parseSeconds } from './parse/scalars.ts'
import { pairsOfEnvironment, pairsOfInputs, readSource } from './sources.ts'
import { parseShard, projectIdSource, readProjectId, readTarget } from './target.ts'

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
 * @throws ActionError `INPUT` with all that is wrong, before any request
 */
export async function readInputs(
  input: InputReader,
  env: Environment,
  secrets: Secrets,
  onReportSettings: (settings: ReportSettings) => void,
): Promise<Settings> {
  protectSecrets(input, env, secrets)
  const inputErrors = new InputErrors()
  const optional = <T>(name: string, parse: (label: string, text: string) => T, fallback: T): T => {
    const text = input(name)
    return text === '' ? fallback : (inputErrors.attempt(() => parse(`Input \`${name}\``, text)) ?? fallback)
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
      mode === 'merge' ? null : (new InputErrors().attempt(() => readProjectId(projectIdSource(input, env))) ?? null),
    shard: input('shard') || null,
  })
  const timeout = optional('timeout', (label, text) => parseSeconds(label, text, 1), DEFAULTS.timeout)
  if (mode === 'merge') return readMergeSettings(input, env, timeout, inputErrors)
  return await readRunSettings(mode)

  async function readRunSettings(runMode: Mode): Promise<Settings> {
    const apiVersion = optional('api-version', (label, text) => parseChoice(label, text, ['v2', 'v1.0'] as const), 'v2')
    const baseUrl = inputErrors.attempt(() => {
      const { name, text } =
        input('atlas-base-url') === '' ? readSource(env, 'MONGODB_ATLAS_BASE_URL') : readSource(input, 'atlas-base-url')
      return parseBaseUrl(name, text || DEFAULT_BASE_URL, apiVersion)
    })
    const credentials = inputErrors.attempt(() =>
      chooseCredentials(pairsOfInputs(input), pairsOfEnvironment(env), secretsAdvice(env)),
    )
    const wanted = await readTarget(runMode, input, env, secrets, inputErrors)
    inputErrors.attempt(() => refuseReportFiles(input))
    const github = readGitHubSettings(runMode, input, env, inputErrors)
    const settings = {
      shard,
      concurrency: optional(
        'concurrency',
        (label, text) => parseInteger(label, text, { least: 1, most: 64 }),
        DEFAULTS.concurrency,
      ),
      envelope: optional('envelope', parseBoolean, false),
      pretty: optional('pretty', parseBoolean, false),
      retries: optional(
        'retries',
        (label, text) => parseInteger(label, text, { least: 0, most: 100 }),
        DEFAULTS.retries,
      ),
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
    inputErrors.throwIfAny()
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
    throw new InputError('Input `report-files` belongs to `mode: merge` alone; remove it, or change the mode.')
}
