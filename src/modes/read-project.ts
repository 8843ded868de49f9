import type { ClusterTarget } from '../domain/clusters.ts'
import { compareClusters } from '../domain/clusters.ts'
import type { Comparison } from '../domain/compare.ts'
import { compare } from '../domain/compare.ts'
import type { DesiredProject, DesiredProvider } from '../domain/desired.ts'
import { withRoleId } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import type { PrivateEndpoint } from '../domain/private-endpoints.ts'
import { compareEndpoints } from '../domain/private-endpoints.ts'
import type { ProviderName } from '../domain/providers.ts'
import { PROVIDER_LIST, PROVIDERS, ROLE_ARN } from '../domain/providers.ts'
import { FieldRedactor } from '../domain/redact.ts'
import type { Reported } from '../domain/reported.ts'
import { providerState, reportedProvider } from '../domain/reported.ts'
import { fieldLabel } from '../domain/required-fields.ts'
import { unmanagedSettings } from '../domain/unmanaged.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { readEndpoints, readTargets } from './read-resources.ts'

/** A project as it is desired and as Atlas reports it. */
export interface ComparedProject {
  /** With the ids of roles that were given by their names. */
  readonly desired: DesiredProject
  readonly reported: Reported
  readonly comparisons: readonly Comparison[]
  /** The clusters that the workflow names, in the order in which they are changed. */
  readonly targets: readonly ClusterTarget[]
  /** All private endpoints of the providers for which the workflow names regions. */
  readonly endpoints: ReadonlyMap<ProviderName, readonly PrivateEndpoint[]>
}

/** Asks Atlas for the configuration of encryption at rest, and logs it. */
export async function readReported(context: ModeContext, desired: DesiredProject): Promise<Reported> {
  const reported = recordReported(context, await context.atlas.getEncryptionAtRest(desired.id))
  const providers = PROVIDER_LIST.map(({ name }) => providerState(reported, name))
  context.run.emit({ type: 'reported', providers })
  return reported
}

/** Keeps what Atlas reports as the latest state. From now on access key ids show only their last four characters. */
export function recordReported({ run, state }: ModeContext, reported: Reported): Reported {
  for (const { name, fields } of PROVIDER_LIST) {
    for (const { format, name: field } of fields) {
      const id = reportedProvider(reported, name)[field]
      if (format === 'access-key-id' && typeof id === 'string') run.secrets.abbreviate(id)
    }
  }
  state.reported = reported
  return reported
}

/**
 * Reads the project and compares everything that is desired with it.
 *
 * @throws ActionError `INPUT` if a role that is given by its name is not in the project
 */
export async function compareWithAtlas(context: ModeContext, given: DesiredProject): Promise<ComparedProject> {
  const { run, state } = context
  const reported = await readReported(context, given)
  const desired = await withRoleIds(context, given, reported)
  const endpoints = await readEndpoints(context, desired)
  const targets = await readTargets(context, desired)
  const comparisons = [
    ...compare(desired, reported),
    ...desired.providers.flatMap((provider) => compareEndpoints(provider, endpoints.get(provider.provider) ?? [])),
    ...compareClusters(targets),
  ]
  const redactor = new FieldRedactor(run.secrets)
  state.comparisons = comparisons.map((comparison) => redactor.comparison(comparison))
  run.emit({ type: 'compared', comparisons: state.comparisons })
  for (const note of unmanagedSettings(desired, reported)) addNote(context, note)
  return { desired, reported, comparisons, targets, endpoints }
}

/** Logs something that a person should know about the project, and keeps it for the summary. */
export function addNote({ run, state }: ModeContext, note: ReturnType<typeof safe>): void {
  state.notes.push(note)
  run.emit({ type: 'note', text: note })
}

/** The project with the ids of roles that were given by their names. */
async function withRoleIds(context: ModeContext, given: DesiredProject, reported: Reported): Promise<DesiredProject> {
  const providers = given.providers.map((provider) => lookUpRole(context, given, provider, reported))
  return { ...given, providers: await Promise.all(providers) }
}

async function lookUpRole(
  { run, atlas }: ModeContext,
  project: DesiredProject,
  provider: DesiredProvider,
  reported: Reported,
): Promise<DesiredProvider> {
  const { roleArn } = provider
  if (roleArn === undefined) return provider
  const roles = (await atlas.listRoles(project.id))
    .filter(({ provider: owner, name }) => owner === provider.provider && name === roleArn)
    .toSorted((a, b) => Number(b.isAuthorized) - Number(a.isAuthorized))
  // A role can be registered twice; the one in use is no difference.
  const inUse = reportedProvider(reported, provider.provider).roleId
  const roleId = (roles.find(({ id }) => id === inUse) ?? roles[0])?.id
  if (roleId === undefined) {
    const label = fieldLabel(PROVIDERS.aws, ROLE_ARN, project.fromFile)
    throw new ActionError('INPUT', {
      what: safe`${label}: the project has no such AWS role.`,
      advice: safe`Set it up and authorize it in the project's Cloud Provider Access first, or correct the ARN.`,
    })
  }
  run.emit({ type: 'role-found', role: run.secrets.sanitize(roleArn), roleId: run.secrets.sanitize(roleId) })
  return withRoleId(provider, roleId)
}
