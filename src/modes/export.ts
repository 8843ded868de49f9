import type { Cluster } from '../domain/cluster.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError, RunEndError } from '../domain/errors.ts'
import { exportedProviders } from '../domain/exported.ts'
import type { PrivateEndpoint } from '../domain/private-endpoints.ts'
import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import { enabledProviders } from '../domain/requirements.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { isNotPermitted } from './permissions.ts'
import { readReported } from './read-project.ts'

/**
 * Reads everything of a project that a config file can describe. Lists that the credentials may not read are left out.
 *
 * @throws ActionError if anything else cannot be read
 */
export async function exportProject(context: ModeContext, desired: DesiredProject): Promise<ModeOutcome> {
  const { state, isMultiProject } = context
  const { id } = desired
  const reported = await readReported(context, desired)
  const name = desired.name ?? (isMultiProject ? null : await readName(context, id))
  const enabled = enabledProviders(reported)
  const omissions: SafeText[] = []
  const read = {
    reported,
    clusters: enabled.length === 0 ? [] : await readClusters(context, id, omissions),
    endpoints: await readAllEndpoints(context, { id, enabled }, omissions),
  }
  state.exported = {
    id,
    name,
    providers: exportedProviders(read),
    enabledForSearchNodes: reported.enabledForSearchNodes === true,
    omissions,
    ...read,
  }
  return { result: 'exported', findings: [] }
}

/** The name is a label alone, so it is left out if it cannot be read. */
async function readName({ atlas, run }: ModeContext, id: string): Promise<SafeText | null> {
  try {
    return (await atlas.getProjectName(id)) || null
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof ActionError) || error instanceof RunEndError) throw error
    run.emit({ type: 'note', text: safe`The name of the project cannot be read and is left out.` })
    return null
  }
}

async function readClusters(
  { atlas, apiVersion }: ModeContext,
  id: string,
  omissions: SafeText[],
): Promise<readonly Cluster[]> {
  // A config file with clusters needs v2.
  if (apiVersion === 'v1.0') return []
  return await ifPermitted(safe`clusters`, omissions, () => atlas.listClusters(id))
}

async function readAllEndpoints(
  { atlas, apiVersion }: ModeContext,
  { id, enabled }: { readonly id: string; readonly enabled: readonly ProviderName[] },
  omissions: SafeText[],
): Promise<Map<ProviderName, readonly PrivateEndpoint[]>> {
  const endpoints = new Map<ProviderName, readonly PrivateEndpoint[]>()
  if (apiVersion === 'v1.0') return endpoints
  for (const provider of enabled) {
    const table = PROVIDERS[provider]
    if (!table.hasPrivateEndpoints) continue
    const what = safe`private endpoints (${table.title})`
    endpoints.set(provider, await ifPermitted(what, omissions, () => atlas.listPrivateEndpoints(id, table)))
  }
  return endpoints
}

async function ifPermitted<Item>(
  what: SafeText,
  omissions: SafeText[],
  list: () => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await list()
  } catch (error) {
    if (!isNotPermitted(error)) throw error
    omissions.push(safe`${what}: Atlas responded with HTTP ${error.status}`)
    return []
  }
}
