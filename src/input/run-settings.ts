import { MODE_TABLE, type Mode } from '../domain/modes.ts'
import type { ApiVersion, BaseUrl, Limits, RunSettings, Shard, Target } from '../domain/settings.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { readCredentials } from './credentials.ts'
import { parseNamed } from './errors.ts'
import { readExportFile } from './export-settings.ts'
import { readGitHubSettings } from './github-settings.ts'
import { type InputContext, readOptional } from './input-context.ts'
import { readInput, readVariable } from './input-names.ts'
import { DEFAULT_BASE_URL, parseBaseUrl } from './parse/base-url.ts'
import { parseBoolean, parseChoice, parseInteger, parseSeconds } from './parse/scalars.ts'
import { readTarget } from './target.ts'

export const DEFAULTS = {
  timeout: 600,
  /** Clusters and private endpoints take hours; a job on a GitHub-hosted runner may take six. */
  longTimeout: 21_000,
  retries: 5,
  concurrency: 8,
  propagationTimeout: 180,
  waitTimeout: 10_800,
  validTimeout: { apply: 60, otherwise: 0 },
}

const API_VERSIONS = ['v2', 'v1.0'] as const satisfies readonly ApiVersion[]

const V1_WARNING = safe`MongoDB has deprecated version 1.0 of the Atlas API; set \`api-version: v2\`, which accepts the same inputs and needs a less privileged role for reading.`

const TOKEN_WARNING = safe`An access token cannot be renewed: if changing clusters or private endpoints takes longer than the token is valid, the run fails. Use a service account instead.`

/** What is read before the mode is known to be one that asks Atlas. */
interface EarlySettings {
  readonly mode: Mode
  readonly shard: Shard | null
  /** Seconds for the whole run; undefined if not given. */
  readonly givenTimeout: number | undefined
}

/**
 * Reads the settings of a run that asks Atlas.
 *
 * @throws ActionError `INPUT` with all that is wrong
 */
export async function readRunSettings(
  { mode, shard, givenTimeout }: EarlySettings,
  context: InputContext,
): Promise<RunSettings> {
  const { input, errors } = context
  const quote = (version: ApiVersion): SafeText => safe`\`${version}\``
  const apiVersion = readOptional(context, 'api-version', (text) => parseChoice(text, API_VERSIONS, quote), 'v2')
  const baseUrl = errors.attempt(() => readBaseUrl(apiVersion, context))
  const credentials = errors.attempt(() => readCredentials(context))
  const target = await readTarget(mode, context)
  if (input('report-files') !== '')
    errors.add(safe`Input \`report-files\` is only for \`mode: merge\`. Remove it, or change the mode.`)
  const github = readGitHubSettings(mode, context)
  const exportFile = readExportFile(mode, context)
  const limits = readLimits(mode, givenTimeout, context)
  const requests = readRequestSettings(context)
  errors.throwIfAny()
  if (!target || !baseUrl || !credentials) throw new Error('an input is missing, but no error was added')
  const takesLong = changesResources(mode, target.target)
  const timeout = givenTimeout ?? (takesLong ? DEFAULTS.longTimeout : DEFAULTS.timeout)
  const warnings = [
    ...target.warnings,
    ...github.warnings,
    ...(apiVersion === 'v1.0' ? [V1_WARNING] : []),
    ...(takesLong && credentials.kind === 'access-token' ? [TOKEN_WARNING] : []),
  ]
  return {
    ...requests,
    mode,
    shard,
    timeout,
    target: target.target,
    credentials,
    baseUrl,
    apiVersion,
    limits: { ...limits, waitTimeout: Math.min(limits.waitTimeout, timeout) },
    github: github.settings,
    ...(exportFile && { exportFile }),
    warnings,
  }
}

/** Whether the run changes clusters or private endpoints, which takes long. */
function changesResources(mode: Mode, target: Target): boolean {
  if (!MODE_TABLE[mode].changesAtlas || target.kind === 'organization') return false
  return target.projects.some(({ providers }) =>
    providers.some(({ clusters, privateEndpointRegions }) => clusters ?? privateEndpointRegions),
  )
}

function readBaseUrl(apiVersion: ApiVersion, { input, env }: InputContext): BaseUrl {
  const isGiven = input('atlas-base-url') !== ''
  const { label, text } = isGiven ? readInput(input, 'atlas-base-url') : readVariable(env, 'MONGODB_ATLAS_BASE_URL')
  return parseNamed(label, () => parseBaseUrl(text || DEFAULT_BASE_URL, apiVersion))
}

function readRequestSettings(
  context: InputContext,
): Pick<RunSettings, 'concurrency' | 'envelope' | 'pretty' | 'retries'> {
  const count = (min: number, max: number) => (text: string) => parseInteger(text, { min, max })
  return {
    concurrency: readOptional(context, 'concurrency', count(1, 64), DEFAULTS.concurrency),
    envelope: readOptional(context, 'envelope', parseBoolean, false),
    pretty: readOptional(context, 'pretty', parseBoolean, false),
    retries: readOptional(context, 'retries', count(0, 100), DEFAULTS.retries),
  }
}

function readLimits(mode: Mode, timeout: number | undefined, context: InputContext): Limits {
  const seconds = (text: string): number => parseSeconds(text)
  const validTimeout = readOptional(context, 'valid-timeout', seconds, undefined)
  if (validTimeout !== undefined && timeout !== undefined && validTimeout > timeout) {
    context.errors.add(
      safe`Input \`valid-timeout\` (${validTimeout} s) is longer than \`timeout\` (${timeout} s), which limits the whole run. Raise \`timeout\`.`,
    )
  }
  const waitTimeout = readOptional(context, 'wait-timeout', seconds, undefined)
  if (waitTimeout !== undefined && timeout !== undefined && waitTimeout > timeout) {
    context.errors.add(
      safe`Input \`wait-timeout\` (${waitTimeout} s) is longer than \`timeout\` (${timeout} s), which limits the whole run. Raise \`timeout\`.`,
    )
  }
  return {
    validTimeout: validTimeout ?? DEFAULTS.validTimeout[MODE_TABLE[mode].changesAtlas ? 'apply' : 'otherwise'],
    propagationTimeout: readOptional(context, 'propagation-timeout', seconds, DEFAULTS.propagationTimeout),
    waitTimeout: waitTimeout ?? DEFAULTS.waitTimeout,
    failOnInvalid: readOptional(context, 'fail-on-invalid', parseBoolean, true),
    failOnDrift: readOptional(context, 'fail-on-drift', parseBoolean, true),
  }
}
