import type { DesiredProject } from '../domain/desired.ts'
import { named } from '../domain/named.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { targets } from '../domain/result.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { optionalLookup } from './optional-lookup.ts'

/**
 * Finds out which clusters use a key that is not valid, and since when it is not. Does nothing if every enabled target has a
 * valid key.
 *
 * @throws ActionError only when the run itself ends
 */
export async function lookUpAtRisk(
  { atlas, run, state }: ModeContext,
  { id, ...desired }: DesiredProject,
): Promise<void> {
  if (state.reported === null || run.signal.aborted) return
  const invalid = targets({ id, ...desired }, state.reported)
    .filter(({ enabled, valid }) => enabled && !valid)
    .map(({ provider }) => PROVIDERS[provider].clusterProvider)
  if (invalid.length === 0) return
  const events = [
    ...invalid.map((provider) => `${provider}_ENCRYPTION_KEY_INVALID`),
    'ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID',
    'ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED',
  ]
  let clusters: SafeText[] = []
  let since: SafeText | null = null
  await optionalLookup(run, async (signal) => {
    // Each on its own: one that cannot be read does not keep the other from being shown.
    const found = await Promise.allSettled([
      atlas.listClusters(id, { retries: 0, signal }),
      atlas.getLatestEvent(id, events, signal),
    ])
    const [list, event] = found
    if (list.status === 'fulfilled') {
      clusters = list.value.filter(({ provider }) => invalid.some((used) => used === provider)).map(({ name }) => name)
    }
    if (event.status === 'fulfilled') since = event.value?.created ?? null
  })
  run.signal.throwIfAborted()
  if (clusters.length === 0 && since === null) return
  state.atRisk = { clusters, since }
  if (clusters.length > 0) {
    run.emit({ type: 'note', text: safe`These clusters use a key that is not valid: ${named(clusters)}` })
  }
}
