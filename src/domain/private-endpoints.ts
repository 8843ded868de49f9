import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Comparison } from './compare.ts'
import type { DesiredProvider } from './desired.ts'
import type { ProviderName } from './providers.ts'

/** Atlas's `status` of a private endpoint for encryption at rest. */
export const ENDPOINT_STATUSES = [
  'INITIATING',
  'PENDING_ACCEPTANCE',
  'ACTIVE',
  'FAILED',
  'PENDING_RECREATION',
  'DELETING',
] as const

/** A private endpoint through which Atlas reaches a provider's key. */
export interface PrivateEndpoint {
  /** Atlas's id, 24 hexadecimal digits; '' if Atlas gave none. */
  readonly id: SafeText
  /** As Atlas writes it: `US_EAST_1`, `EUROPE_NORTH`. */
  readonly region: SafeText
  /** One of {@link ENDPOINT_STATUSES}, or a word that this version does not know. */
  readonly status: SafeText
  /** Azure: the name of the connection that the vault's owner approves; '' otherwise. */
  readonly connectionName: SafeText
  /** What Atlas says about a failure; '' otherwise. */
  readonly errorMessage: SafeText
}

/** A private endpoint in results: in a region that the workflow names, as it was last seen. */
export interface EndpointStatus {
  readonly provider: ProviderName
  readonly region: SafeText
  /** null if there is none. */
  readonly status: SafeText | null
  readonly connectionName: SafeText | null
  readonly id: SafeText | null
}

/** The endpoint of a region; of several the one that is `ACTIVE`, else the first. */
export function endpointIn(region: string, endpoints: readonly PrivateEndpoint[]): PrivateEndpoint | undefined {
  const here = endpoints.filter((endpoint) => endpoint.region === region)
  return here.find(({ status }) => status === 'ACTIVE') ?? here[0]
}

/** Every region that the workflow names compared with its endpoint: anything but `ACTIVE` is a difference. */
export function compareEndpoints(
  { provider, enabled, privateEndpointRegions = [] }: DesiredProvider,
  endpoints: readonly PrivateEndpoint[],
): Comparison[] {
  if (!enabled) return []
  return privateEndpointRegions.map((region) => {
    const actual = endpointIn(region, endpoints)?.status ?? null
    return {
      provider,
      field: safe`privateEndpoints.${region}`,
      expected: 'ACTIVE',
      actual,
      verdict: actual === 'ACTIVE' ? 'same' : 'differs',
    }
  })
}

/** Endpoints in regions that the workflow does not name. */
export function otherEndpoints(
  { privateEndpointRegions = [] }: DesiredProvider,
  endpoints: readonly PrivateEndpoint[],
): PrivateEndpoint[] {
  return endpoints.filter(({ region }) => !privateEndpointRegions.some((named) => named === region))
}

export function endpointStatus(
  provider: ProviderName,
  region: SafeText,
  endpoint: PrivateEndpoint | undefined,
): EndpointStatus {
  if (endpoint === undefined) return { provider, region, status: null, connectionName: null, id: null }
  const { status, connectionName, id } = endpoint
  return { provider, region, status: status || null, connectionName: connectionName || null, id: id || null }
}

/** What the values of an `az` command may consist of, so that pasting it can start nothing else. */
const PASTABLE = /^[A-Za-z0-9._-]+$/

/**
 * The command with which the owner of an Azure vault approves a connection, each value quoted for a POSIX shell.
 * Source: `az keyvault private-endpoint-connection approve --help`.
 *
 * @returns undefined if a value has characters that do not belong into a command that people paste
 */
export function approveCommand(vault: string, resourceGroup: string, connection: SafeText): string | undefined {
  const values = [vault, resourceGroup, connection]
  if (!values.every((value) => PASTABLE.test(value))) return undefined
  return `az keyvault private-endpoint-connection approve --vault-name '${vault}' --resource-group '${resourceGroup}' --name '${connection}'`
}
