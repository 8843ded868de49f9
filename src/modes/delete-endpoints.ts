import { AtlasApiError } from '../atlas/errors.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { endpointIn, type PrivateEndpoint } from '../domain/private-endpoints.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { type Look, waitUntilDone } from './pending-wait.ts'
import { recordEndpoint } from './private-endpoints.ts'
import type { ComparedProject } from './read-project.ts'

const BLOCKED = 'ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING'
const BLOCKED_WAIT_MS = 10_000

/**
 * Deletes the private endpoints of providers that are to be disabled, in the regions that the workflow names, and waits until
 * they are gone.
 *
 * @returns whether they are all gone; with `wait-timeout: 0` they are deleted, but not waited for
 * @throws ActionError `PRIVATE_ENDPOINT_NOT_READY` past `wait-timeout`, or Atlas's refusal
 */
export async function deleteEndpoints(context: ModeContext, { desired, endpoints }: ComparedProject): Promise<boolean> {
  const deleted: { provider: DesiredProject['providers'][number]; endpoint: PrivateEndpoint }[] = []
  for (const provider of desired.providers) {
    if (provider.enabled) continue
    const list = endpoints.get(provider.provider) ?? []
    for (const region of provider.privateEndpointRegions ?? []) {
      for (const endpoint of list.filter((other) => other.region === region)) {
        if (endpoint.status !== 'DELETING') await deleteEndpoint(context, desired, provider, endpoint)
        deleted.push({ provider, endpoint })
      }
      if (endpointIn(region, list) === undefined) recordEndpoint(context, provider.provider, region, undefined)
    }
  }
  if (context.limits.waitTimeout === 0) return deleted.length === 0
  for (const { provider, endpoint } of deleted) await waitUntilGone(context, desired, provider, endpoint)
  return true
}

async function deleteEndpoint(
  context: ModeContext,
  { id }: DesiredProject,
  { provider }: DesiredProject['providers'][number],
  endpoint: PrivateEndpoint,
): Promise<void> {
  const { run, atlas, state, limits } = context
  const { region } = endpoint
  run.emit({ type: 'note', text: safe`Deleting the private endpoint in ${region}` })
  const end = run.clock.now() + limits.waitTimeout * 1000
  for (;;) {
    try {
      await atlas.deletePrivateEndpoint(id, PROVIDERS[provider], endpoint.id, state.pendingChange)
      state.changed = true
      return
    } catch (error) {
      if (!(error instanceof AtlasApiError)) throw error
      if (error.status === 404) {
        // Gone already, or by an earlier attempt whose response was lost.
        state.changed ||= state.pendingChange.isUnresolved
        state.pendingChange.settle(true)
        return
      }
      if (error.code !== BLOCKED || run.clock.now() + BLOCKED_WAIT_MS > end) throw error
      const request = safe`DELETE private endpoint in ${region}`
      run.emit({ type: 'retry', request, reason: safe`still being provisioned`, waitMs: BLOCKED_WAIT_MS })
    }
    await run.clock.sleep(BLOCKED_WAIT_MS, run.signal)
  }
}

async function waitUntilGone(
  context: ModeContext,
  { id }: DesiredProject,
  { provider }: DesiredProject['providers'][number],
  endpoint: PrivateEndpoint,
): Promise<void> {
  const { run, atlas, limits } = context
  const { region } = endpoint
  await waitUntilDone<undefined>(run, {
    label: safe`the deletion of the private endpoint in ${region}`,
    maxMs: limits.waitTimeout * 1000,
    look: async (): Promise<Look<undefined>> => {
      const latest = await atlas.getPrivateEndpoint(id, PROVIDERS[provider], endpoint.id, { retries: 0 })
      recordEndpoint(context, provider, region, latest)
      return { value: undefined, isDone: false, state: latest.status }
    },
    onTimeout: (last) =>
      new ActionError('PRIVATE_ENDPOINT_NOT_READY', {
        what: safe`The private endpoint in ${region} was not deleted within ${limits.waitTimeout} s (\`wait-timeout\`)${last === undefined ? safe`` : safe`: ${last.state}`}.`,
        advice: safe`Atlas continues on its own. Run the same apply again later.`,
      }),
    onGone: () => undefined,
  })
  recordEndpoint(context, provider, region, undefined)
}
