import { hintFor } from '../atlas/hints.ts'
import type { DesiredProvider } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { named } from '../domain/named.ts'
import { otherEndpoints } from '../domain/private-endpoints.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { providerState } from '../domain/reported.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { isNotPermitted } from './permissions.ts'
import { type PreparedChange, stillUsing } from './prepare-change.ts'
import { listClustersOnce } from './read-resources.ts'

/**
 * Fails before a provider is disabled whose key is still in use by anything that this change does not remove. Atlas refuses that
 * too, but does not say what uses it.
 *
 * @throws ActionError naming the clusters or private endpoints, or the error of a list that may be read but cannot be
 */
export async function requireNotInUse(context: ModeContext, prepared: PreparedChange): Promise<void> {
  for (const provider of prepared.desired.providers) {
    const isToBeDisabled = !provider.enabled && providerState(prepared.reported, provider.provider).enabled
    if (isToBeDisabled) await requireProviderNotInUse(context, prepared, provider)
  }
}

async function requireProviderNotInUse(
  context: ModeContext,
  { desired: { id }, targets, endpoints: known }: PreparedChange,
  desired: DesiredProvider,
): Promise<void> {
  const provider = PROVIDERS[desired.provider]
  const clusters = await listIfPermitted(context, safe`clusters`, listClustersOnce(context, id))
  const list = known.get(provider.name) ?? context.atlas.listPrivateEndpoints(id, provider)
  const endpoints = otherEndpoints(
    desired,
    await listIfPermitted(context, safe`private endpoints`, Promise.resolve(list)),
  )
  const uses = [
    {
      code: safe`CANNOT_DISABLE_ENCRYPTION_AT_REST`,
      what: safe`clusters`,
      names: stillUsing(provider.name, clusters, targets).map(({ name }) => name),
    },
    {
      code: safe`CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS`,
      what: safe`private endpoints`,
      names: endpoints.map(({ region, status }) => safe`${region} (${status})`),
    },
  ].filter(({ names }) => names.length > 0)
  const [first] = uses
  if (first === undefined) return
  const reasons = uses.map(({ what, names }) => safe`${what} still use it: ${named(names.map(nameOrDash))}.`)
  throw new ActionError(first.code, {
    what: safe`${provider.title} was not disabled, because ${joinSafe(reasons, safe` Also, `)}`,
    advice: joinSafe(
      uses.map(({ code }) => hintFor({ status: 409, code, isChange: true })),
      safe` `,
    ),
  })
}

const nameOrDash = (name: SafeText): SafeText => (name === '' ? safe`(no name)` : name)

async function listIfPermitted<Item>(
  { run }: ModeContext,
  what: SafeText,
  list: Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await list
  } catch (error) {
    if (!isNotPermitted(error)) throw error
    const { status } = error
    const text = safe`The list of ${what} cannot be read (HTTP ${status}), so only Atlas checks whether the provider can be disabled.`
    run.emit({ type: 'note', text })
    return []
  }
}
