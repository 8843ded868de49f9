import type { Atlas } from '../atlas/endpoints.ts'
import type { Comparison } from '../domain/compare.ts'
import { compare } from '../domain/compare.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { withRoleId } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { PROVIDER_LIST, PROVIDERS, ROLE_ARN } from '../domain/providers.ts'
import { redactComparison } from '../domain/redact.ts'
import type { Reported, ReportedProvider } from '../domain/reported.ts'
import { providerState, reportedProvider } from '../domain/reported.ts'
import { fieldLabel, missingToEnable } from '../domain/required-fields.ts'
import type { Finding, SuccessResult } from '../domain/result.ts'
import type { Limits } from '../domain/settings.ts'
import type { ProjectState } from './project-state.ts'

/** What a mode works with. */
export interface ModeContext {
  readonly run: RunContext
  readonly atlas: Atlas
  readonly limits: Limits
  /** How many characters of a value that Atlas reports are kept. */
  readonly maxValueLength?: number
  /** Kept up to date by the mode. */
  readonly state: ProjectState
}

/** How a mode ends when nothing went wrong on the way: with a result, or with findings that decide over it. */
export interface ModeOutcome {
  readonly result: SuccessResult
  readonly findings: readonly Finding[]
}

/** No field of Atlas's is longer than 2048 characters; what a stranger sends is cut before it is worked on again and again. */
const MAX_VALUE_LENGTH = 2 * 1024 * 1024
/** Longer than any secret: so much more is read before the cut, so that none is halved by it. */
const MARGIN = 64 * 1024

/** Asks Atlas and tells what it says. */
export async function readReported(context: ModeContext, desired: DesiredProject): Promise<Reported> {
  const reported = recordReported(context, await context.atlas.getEncryptionAtRest(desired.id))
  const providers = PROVIDER_LIST.map(({ name }) => providerState(reported, name))
  context.run.emit({ type: 'reported', providers })
  return reported
}

/** Takes note of what Atlas reports: cut to a sensible length, and its access key ids told by their last four characters. */
export function recordReported(
  { run, state, maxValueLength = MAX_VALUE_LENGTH }: ModeContext,
  reported: Reported,
): Reported {
  const bounded: Record<string, ReportedProvider | null> = {}
  for (const { name, atlasObject, fields } of PROVIDER_LIST) {
    const block = reported[atlasObject]
    if (!block) continue
    const values = Object.entries(block).map(([field, value]) => [field, cut(value, maxValueLength, run)] as const)
    bounded[atlasObject] = Object.fromEntries(values)
    for (const { format, name: field } of fields) {
      const id = reportedProvider(reported, name)[field]
      if (format === 'access-key-id' && typeof id === 'string') run.secrets.abbreviate(id)
    }
  }
  state.reported = { ...reported, ...bounded }
  return state.reported
}

function cut<V>(value: V, maxLength: number, { secrets }: RunContext): V | string {
  if (typeof value !== 'string' || value.length <= maxLength) return value
  const kept = `${secrets.redact(value.slice(0, maxLength + MARGIN)).slice(0, maxLength)}…`
  // A copy: V8 would keep all of the text that a slice was cut from.
  return Buffer.from(kept).toString()
}

/** Holds what is desired against Atlas, with the ARN of an AWS role replaced by its id. */
export async function compareWithAtlas(
  context: ModeContext,
  wanted: DesiredProject,
): Promise<{ desired: DesiredProject; reported: Reported; comparisons: readonly Comparison[] }> {
  const { run, state } = context
  const reported = await readReported(context, wanted)
  const desired = await lookUpRoles(context, wanted, reported)
  const comparisons = compare(desired, reported)
  state.comparisons = comparisons
  run.emit({ type: 'compared', comparisons: comparisons.map(redactComparison) })
  return { desired, reported, comparisons }
}

async function lookUpRoles(
  { run, atlas }: ModeContext,
  wanted: DesiredProject,
  reported: Reported,
): Promise<DesiredProject> {
  const providers = wanted.providers.map(async (provider) => {
    const { roleArn } = provider
    if (roleArn === undefined) return provider
    const roles = await atlas.listRoles(wanted.id)
    const roleIds = roles
      .filter(({ provider: owner, name }) => owner === 'aws' && name === roleArn)
      .sort((a, b) => Number(b.isAuthorized) - Number(a.isAuthorized))
      .map(({ id }) => id)
    // A role can be registered twice; the one in use is no difference.
    const inUse = reportedProvider(reported, provider.provider).roleId
    const roleId = roleIds.find((id) => id === inUse) ?? roleIds[0]
    if (roleId === undefined) {
      throw new ActionError(
        'INPUT',
        `${fieldLabel(PROVIDERS.aws, ROLE_ARN, wanted.fromFile)}: the project has no such AWS role. Set it up and ` +
          "authorize it in the project's Cloud Provider Access first, or correct the ARN.",
      )
    }
    run.emit({ type: 'role-found', roleArn, roleId })
    return withRoleId(provider, roleId)
  })
  return { ...wanted, providers: await Promise.all(providers) }
}

/** @throws ActionError `INPUT` naming every input that is missing to enable a provider that is off */
export function requireAllToEnable(desired: DesiredProject, reported: Reported): void {
  for (const provider of desired.providers) {
    if (!provider.enabled || providerState(reported, provider.provider).enabled) continue
    const missing = missingToEnable(provider, desired.fromFile)
    if (missing.length === 0) continue
    throw new ActionError(
      'INPUT',
      `${PROVIDERS[provider.provider].title} is not enabled in the project yet, and to enable it these are missing: ` +
        `${missing.join('; ')}.`,
    )
  }
}
