import { UnreadableResponseError } from '../atlas/response.ts'
import type { DesiredProject, DesiredProvider } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { approveCommand, endpointIn, endpointStatus, type PrivateEndpoint } from '../domain/private-endpoints.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { isLost, waitBeforeLook } from './lost-change.ts'
import { type Look, waitUntilDone } from './pending-wait.ts'
import { addNote, type ComparedProject } from './read-project.ts'

/** Attempts at creating an endpoint whose response was lost, after looking that it was not created. */
const MAX_ATTEMPTS = 3

/**
 * Creates a private endpoint in every region that has none, all at once, then waits for each until it is active.
 *
 * @throws ActionError `PRIVATE_ENDPOINT_FAILED`, `…_PENDING_ACCEPTANCE` or `…_NOT_READY`, or Atlas's refusal
 */
export async function ensureEndpoints(context: ModeContext, { desired, endpoints }: ComparedProject): Promise<void> {
  const pending: { provider: DesiredProvider; endpoint: PrivateEndpoint }[] = []
  for (const provider of desired.providers) {
    if (!provider.enabled) continue
    const list = endpoints.get(provider.provider) ?? []
    for (const region of provider.privateEndpointRegions ?? []) {
      const existing = endpointIn(region, list)
      const endpoint = existing ?? (await createEndpoint(context, desired, provider, region))
      if (endpoint.status !== 'ACTIVE') pending.push({ provider, endpoint })
    }
  }
  for (const { provider, endpoint } of pending) {
    if (endpoint.status === 'FAILED') throw failed(endpoint)
    if (context.limits.waitTimeout === 0) warnPending(context, provider, endpoint)
    else await waitForEndpoint(context, desired, provider, endpoint)
  }
}

/** A POST is not idempotent: after a lost response the list is read before it is sent again. */
async function createEndpoint(
  context: ModeContext,
  { id }: DesiredProject,
  { provider }: DesiredProvider,
  region: SafeText,
): Promise<PrivateEndpoint> {
  const { run, atlas, state } = context
  const table = PROVIDERS[provider]
  run.emit({ type: 'note', text: safe`Creating a private endpoint for ${table.title} in ${region}` })
  for (let attempt = 1; ; attempt += 1) {
    try {
      const created = await atlas.createPrivateEndpoint(id, table, region, state.pendingChange)
      state.changed = true
      recordEndpoint(context, provider, region, created)
      return created
    } catch (error) {
      // A success that cannot be read was accepted, but without its id the endpoint cannot be waited for.
      const isUnreadable = error instanceof UnreadableResponseError
      if (isUnreadable) state.changed = true
      if ((!isUnreadable && !isLost(error)) || attempt >= MAX_ATTEMPTS) throw error
    }
    await waitBeforeLook(context, safe`creation of the private endpoint in ${region}`)
    const existing = endpointIn(region, await atlas.listPrivateEndpoints(id, table))
    if (existing === undefined) continue
    state.pendingChange.settle(true)
    state.changed = true
    recordEndpoint(context, provider, region, existing)
    return existing
  }
}

async function waitForEndpoint(
  context: ModeContext,
  desired: DesiredProject,
  provider: DesiredProvider,
  endpoint: PrivateEndpoint,
): Promise<void> {
  const { run, atlas, limits } = context
  const { region } = endpoint
  const table = PROVIDERS[provider.provider]
  let isAcceptanceLogged = false
  const logAcceptance = (latest: PrivateEndpoint): void => {
    if (isAcceptanceLogged || latest.status !== 'PENDING_ACCEPTANCE') return
    isAcceptanceLogged = true
    addNote(context, acceptanceText(context, provider, latest))
  }
  logAcceptance(endpoint)
  const outcome = await waitUntilDone<PrivateEndpoint | 'gone'>(run, {
    label: safe`the private endpoint in ${region}`,
    maxMs: limits.waitTimeout * 1000,
    look: async (): Promise<Look<PrivateEndpoint | 'gone'>> => {
      const latest = await atlas.getPrivateEndpoint(desired.id, table, endpoint.id, { retries: 0 })
      recordEndpoint(context, provider.provider, region, latest)
      if (latest.status === 'FAILED') throw failed(latest)
      logAcceptance(latest)
      endpoint = latest
      return { value: latest, isDone: latest.status === 'ACTIVE', state: latest.status }
    },
    onTimeout: () => notReady(context, provider, endpoint),
    onGone: (error) =>
      endpoint.status === 'DELETING'
        ? 'gone'
        : new ActionError(error.code, {
            ...error.parts,
            what: safe`The private endpoint in ${region} no longer exists.`,
            advice: safe`Run the same apply again. It creates a new endpoint.`,
          }),
  })
  if (outcome !== 'gone') return
  const created = await createEndpoint(context, desired, provider, region)
  if (created.status !== 'ACTIVE') await waitForEndpoint(context, desired, provider, created)
}

function failed({ region, errorMessage }: PrivateEndpoint): ActionError {
  return new ActionError('PRIVATE_ENDPOINT_FAILED', {
    what: safe`The private endpoint in ${region} failed.`,
    ...(errorMessage !== '' && { detail: errorMessage }),
    advice: safe`Correct the cause, delete the endpoint in Atlas, then run the same apply again. This action does not delete a failed endpoint.`,
  })
}

function notReady(context: ModeContext, provider: DesiredProvider, endpoint: PrivateEndpoint): ActionError {
  const { region, status } = endpoint
  const what = safe`The private endpoint in ${region} was not active within ${context.limits.waitTimeout} s (\`wait-timeout\`): ${status}.`
  if (status === 'PENDING_ACCEPTANCE') {
    return new ActionError('PRIVATE_ENDPOINT_PENDING_ACCEPTANCE', {
      what,
      advice: safe`${acceptanceText(context, provider, endpoint)} Then run the same apply again.`,
    })
  }
  const advice = safe`Atlas continues on its own. Run the same apply again later.`
  return new ActionError('PRIVATE_ENDPOINT_NOT_READY', { what, advice })
}

/** What the owner of the vault has to do, with the command if every value is fit to be pasted. */
function acceptanceText({ run, state }: ModeContext, { fields }: DesiredProvider, endpoint: PrivateEndpoint): SafeText {
  const { region, connectionName } = endpoint
  // A provider that is enabled already needs no fields in the workflow.
  const { keyVaultName, resourceGroupName } = { ...state.reported?.azureKeyVault, ...fields }
  const command = approveCommand(String(keyVaultName ?? ''), String(resourceGroupName ?? ''), connectionName)
  const connection = connectionName === '' ? safe`` : safe` (connection ${connectionName})`
  const how = command === undefined ? safe`` : safe`: \`${run.secrets.sanitize(command)}\``
  return safe`The owner of the key vault must approve the private endpoint in ${region}${connection}${how}.`
}

function warnPending(context: ModeContext, provider: DesiredProvider, endpoint: PrivateEndpoint): void {
  const { region, status } = endpoint
  const text =
    status === 'PENDING_ACCEPTANCE'
      ? acceptanceText(context, provider, endpoint)
      : safe`The private endpoint in ${region} is not active yet (${status}), and \`wait-timeout\` is 0. Run the same apply again later.`
  context.run.emit({ type: 'warning', text })
}

/** Keeps how the endpoint of a region was last seen; undefined if there is none. */
export function recordEndpoint(
  { state }: ModeContext,
  provider: DesiredProvider['provider'],
  region: SafeText,
  endpoint: PrivateEndpoint | undefined,
): void {
  const status = endpointStatus(provider, region, endpoint)
  state.privateEndpoints = state.privateEndpoints.map((known) =>
    known.provider === provider && known.region === region ? status : known,
  )
}
