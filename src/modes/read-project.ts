import type { ClusterTarget } from '../domain/clusters.ts'
import { compareClusters } from '../domain/clusters.ts'
import type { Comparison } from '../domain/compare.ts'
import { compare } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import type { PrivateEndpoint } from '../domain/private-endpoints.ts'
import { compareEndpoints } from '../domain/private-endpoints.ts'
import type { ProviderName } from '../domain/providers.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import { FieldRedactor } from '../domain/redact.ts'
import type { Reported } from '../domain/reported.ts'
import { providerState, reportedProvider } from '../domain/reported.ts'
import { unmanagedSettings } from '../domain/unmanaged.ts'
import type { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { readEndpoints, readTargets } from './read-resources.ts'
import { resolveRoles } from './resolve-roles.ts'

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
  state.reportedAt = run.clock.now()
  return reported
}

/** What was read longer ago may no longer be true. */
export const STALE_MS = 5000

/** What Atlas reports now: read again unless it was read just now. */
export async function currentReported(context: ModeContext, { id }: DesiredProject): Promise<Reported> {
  const { run, atlas, state } = context
  const isFresh = run.clock.now() - state.reportedAt < STALE_MS
  const latest = isFresh ? state.reported : null
  return latest ?? recordReported(context, await atlas.getEncryptionAtRest(id))
}

/**
 * Reads the project and compares everything that is desired with it.
 *
 * @throws ActionError `INPUT` if a role that is given by its name is not in the project
 */
export async function compareWithAtlas(context: ModeContext, given: DesiredProject): Promise<ComparedProject> {
  const { run, state } = context
  const reported = await readReported(context, given)
  const desired = await resolveRoles(context, given, reported)
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
