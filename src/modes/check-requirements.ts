import type { AtlasApiError } from '../atlas/errors.ts'
import { clustersEncrypted } from '../domain/cluster-requirement.ts'
import { CONDITION_TABLE, type Condition } from '../domain/conditions.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError, RunEndError } from '../domain/errors.ts'
import type { PrivateEndpoint } from '../domain/private-endpoints.ts'
import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import {
  enabledProviders,
  noOpenAlerts,
  noOtherProvider,
  privateEndpoints,
  privateNetworking,
  type Requirement,
  roleBasedAuth,
  rotationAlert,
  searchNodes,
} from '../domain/requirements.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { lacksRole } from './permissions.ts'

/** What a check needs: the project as it is desired and as Atlas last reported it. */
interface CheckInput {
  readonly context: ModeContext
  readonly desired: DesiredProject
  readonly reported: Reported
}

/** How each condition is checked, with only the requests that it needs. */
const CHECKS: Readonly<Record<Condition, (input: CheckInput) => Requirement | Promise<Requirement>>> = {
  clusters: async ({ context, desired, reported }) =>
    clustersEncrypted(await context.atlas.listClusters(desired.id), reported),
  'rotation-alert': async ({ context, desired, reported }) =>
    rotationAlert(await context.atlas.listAlertConfigurations(desired.id), namesOf(desired), reported),
  'no-open-alerts': async ({ context, desired }) => noOpenAlerts(await context.atlas.listOpenAlerts(desired.id)),
  'role-based-auth': ({ reported }) => roleBasedAuth(reported),
  'private-networking': ({ reported }) => privateNetworking(reported),
  'private-endpoints': async (input) => {
    const providers = enabledProviders(input.reported).filter((name) => PROVIDERS[name].hasPrivateEndpoints)
    if (input.context.apiVersion === 'v1.0' && providers.length > 0) return unknownEndpoints
    return privateEndpoints(await listEndpoints(input, providers))
  },
  'search-nodes': ({ reported }) => searchNodes(reported),
  'no-other-provider': ({ desired, reported }) => noOtherProvider(namesOf(desired), reported),
  'service-account-secret': ({ context, desired }) => context.serviceAccount.check(context.atlas, desired.id),
}

/**
 * Checks the conditions that the workflow requires against what Atlas last reported. A condition that cannot be checked is
 * "unknown", which fails the step like one that is not met.
 *
 * @returns whether all are met
 * @throws ActionError only when the run itself ends
 */
export async function checkRequirements(context: ModeContext, desired: DesiredProject): Promise<boolean> {
  const { run, state } = context
  for (const condition of desired.require) {
    const requirement = await check(condition, { context, desired, reported: state.reported ?? {} })
    state.requirements.push(requirement)
    run.emit({ type: 'required', requirement })
  }
  return state.requirements.every(({ held }) => held === true)
}

async function check(condition: Condition, input: CheckInput): Promise<Requirement> {
  try {
    return await CHECKS[condition](input)
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof RunEndError) throw error
    return { condition, held: null, detail: lacksRole(error) ? roleDetail(error, condition, input) : error.message }
  }
}

/** Names the role that the condition needs, in place of the advice of the request. */
function roleDetail({ code, parts }: AtlasApiError, condition: Condition, { context }: CheckInput): SafeText {
  const role = context.apiVersion === 'v1.0' ? safe`Project Owner` : safe`${CONDITION_TABLE[condition].role}`
  const { message } = new ActionError(code, { ...parts, advice: undefined })
  return safe`The credentials need the role ${role} on this project to check it. ${message}`
}

const namesOf = ({ providers }: DesiredProject): ProviderName[] => providers.map(({ provider }) => provider)

const unknownEndpoints: Requirement = {
  condition: 'private-endpoints',
  held: null,
  detail: safe`Version 1.0 of the Atlas API does not show private endpoints. Set \`api-version: v2\`.`,
}

async function listEndpoints(
  { context: { atlas }, desired }: CheckInput,
  providers: readonly ProviderName[],
): Promise<Map<ProviderName, readonly PrivateEndpoint[]>> {
  const endpoints = new Map<ProviderName, readonly PrivateEndpoint[]>()
  for (const name of providers) {
    endpoints.set(name, await atlas.listPrivateEndpoints(desired.id, PROVIDERS[name]))
  }
  return endpoints
}
