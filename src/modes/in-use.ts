import { AtlasFailure } from '../atlas/errors.ts'
import { hintFor } from '../atlas/hints.ts'
import type { Provider } from '../encryption/providers.ts'
import { Failure } from '../failure.ts'
import type { ModeContext } from './context.ts'

/** More names than this make an error harder to read, not easier. */
const MOST_NAMED = 10

/** Not allowed or not there to be listed: then Atlas itself decides. */
const NOT_PERMITTED = new Set([401, 403, 404])

/**
 * Fails before a provider is disabled whose key is still used. Atlas refuses that too, but without saying by what.
 *
 * @throws Failure naming the clusters or private endpoints, or the failure of a list that is permitted but does not come
 */
export async function refuseWhileInUse(context: ModeContext, projectId: string, provider: Provider): Promise<void> {
  const { atlas, world } = context
  const clusters = await ifPermitted(context, 'clusters', atlas.listClustersUsing(projectId, provider))
  if (clusters.length > 0) {
    throw inUse('CANNOT_DISABLE_ENCRYPTION_AT_REST', provider, 'clusters', clusters)
  }
  const endpoints = await ifPermitted(context, 'private endpoints', atlas.listPrivateEndpoints(projectId, provider))
  if (endpoints.length > 0) {
    const names = endpoints.map(({ region, status }) => `${region} (${status})`)
    throw inUse('CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS', provider, 'private endpoints', names)
  }

  function inUse(code: string, { title }: Provider, what: string, names: readonly string[]): Failure {
    const named = names.slice(0, MOST_NAMED).map((name) => world.secrets.plain(name, 100) || '(no name)')
    const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''
    const hint = hintFor({ status: 409, code, detail: '', patch: true })
    return new Failure(
      code,
      `${title} was not disabled, because ${what} still use it: ${named.join(', ')}${more}. ${hint}`,
    )
  }
}

async function ifPermitted<Item>({ world }: ModeContext, what: string, list: Promise<Item[]>): Promise<Item[]> {
  try {
    return await list
  } catch (error) {
    if (!(error instanceof AtlasFailure && NOT_PERMITTED.has(error.status))) throw error
    const text = `The list of ${what} may not be read (HTTP ${error.status}), so Atlas itself decides whether to disable.`
    world.tell({ type: 'note', text })
    return []
  }
}
