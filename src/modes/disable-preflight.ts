import { AtlasApiError } from '../atlas/errors.ts'
import { hintFor } from '../atlas/hints.ts'
import { ActionError } from '../domain/errors.ts'
import type { Provider } from '../domain/providers.ts'
import { named } from '../domain/requirements.ts'
import type { ModeContext } from './context.ts'

/** Not allowed or not there to be listed: then Atlas itself decides. */
const NOT_PERMITTED = new Set([401, 403, 404])

/**
 * Fails before a provider is disabled whose key is still used. Atlas refuses that too, but without saying by what.
 *
 * @throws ActionError naming the clusters or private endpoints, or the failure of a list that is permitted but does not come
 */
export async function requireNotInUse(context: ModeContext, projectId: string, provider: Provider): Promise<void> {
  const { atlas } = context
  const clusters = await ifPermitted(context, 'clusters', atlas.listClusters(projectId))
  const using = clusters.filter((cluster) => cluster.provider === provider.clusterProvider).map(({ name }) => name)
  const endpoints = await ifPermitted(context, 'private endpoints', atlas.listPrivateEndpoints(projectId, provider))
  const users = [
    { code: 'CANNOT_DISABLE_ENCRYPTION_AT_REST', what: 'clusters', names: using },
    {
      code: 'CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS',
      what: 'private endpoints',
      names: endpoints.map(({ region, status }) => `${region} (${status})`),
    },
  ].filter(({ names }) => names.length > 0)
  const [first] = users
  if (first === undefined) return
  const reasons = users.map(({ code, what, names }) => {
    return `${what} still use it: ${named(names.map((name) => name || '(no name)'))}. ${hintFor({ status: 409, code, isChange: true })}`
  })
  throw new ActionError(first.code, `${provider.title} was not disabled, because ${reasons.join(' Also, ')}`)
}

async function ifPermitted<Item>({ run }: ModeContext, what: string, list: Promise<Item[]>): Promise<Item[]> {
  try {
    return await list
  } catch (error) {
    if (!(error instanceof AtlasApiError && NOT_PERMITTED.has(error.status))) throw error
    const text = `The list of ${what} may not be read (HTTP ${error.status}), so Atlas itself decides whether to disable.`
    run.emit({ type: 'note', text })
    return []
  }
}
