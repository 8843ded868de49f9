import { ApiError, invalid } from './errors.ts'

export type EndpointProvider = 'AWS' | 'AZURE'

type EndpointState = 'INITIATING' | 'PENDING_ACCEPTANCE' | 'ACTIVE' | 'FAILED' | 'PENDING_RECREATION' | 'DELETING'

/** A private endpoint for encryption at rest as Atlas has it. */
export interface PrivateEndpoint {
  provider: EndpointProvider
  regionName: string
  status: string
  /** Given by Atlas. */
  id?: string
  /** Azure alone. */
  privateEndpointConnectionName?: string
  errorMessage?: string
  /** What is under way; undefined if nothing is. */
  underWay?: { looks: number; until: number; becomes: EndpointState | 'GONE' }
}

/** How Atlas creates and deletes the endpoints of a region. */
export interface EndpointScript {
  /** How many GETs of the endpoint find it still `INITIATING`. By default, none. */
  looks?: number
  /** How many milliseconds it is `INITIATING`. By default, none. */
  ms?: number
  /** What follows. By default `ACTIVE` for AWS and `PENDING_ACCEPTANCE` for Azure. */
  becomes?: EndpointState
  errorMessage?: string
  /** How many GETs, or milliseconds, find it still `DELETING`. By default, none. */
  deleteLooks?: number
  deleteMs?: number
  /** The endpoint cannot be deleted yet this many times, although its `status` says nothing about that. */
  deletionsBlocked?: number
}

/** The regions of the two clouds differ in their form: `US_EAST_1` in AWS, `US_EAST_2` or `EUROPE_NORTH` in Azure. */
const REGION: Readonly<Record<EndpointProvider, RegExp>> = {
  AWS: /^[A-Z]{2}(_[A-Z]+)+_\d$/,
  AZURE: /^[A-Z]+(_[A-Z]+)*(_\d)?$/,
}

const BLOCKED = 'ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING'

/** The private endpoints of a project: creates, shows and deletes them as the script of their region says. */
export class PrivateEndpoints {
  /** Those that are there. Tests add some, or replace the list. */
  list: PrivateEndpoint[] = []
  /** Region → script. */
  readonly scripts = new Map<string, EndpointScript>()
  /** By which time passes, in milliseconds. */
  readonly #now: () => number
  #created = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The endpoints as they are now. */
  current(): PrivateEndpoint[] {
    this.list = this.list.filter((endpoint) => !this.#isGone(endpoint))
    return this.list
  }

  /** The endpoints of a provider, as a list has them. */
  of(provider: EndpointProvider): object[] {
    return this.current()
      .filter((endpoint) => endpoint.provider === provider)
      .map((endpoint) => this.#document(endpoint))
  }

  /**
   * @returns the response to a GET of one endpoint, which brings what is under way nearer to its end
   * @throws ApiError if it is not there, or not any more
   */
  lookAt(provider: EndpointProvider, id: string): object {
    const endpoint = this.#find(provider, id)
    if (endpoint.underWay?.looks) endpoint.underWay.looks -= 1
    return this.#document(endpoint)
  }

  /**
   * @param isPrivate whether the provider is enabled with `requirePrivateNetworking`
   * @throws ApiError for what Atlas refuses. Its codes for these refusals are not documented.
   */
  create(provider: EndpointProvider, { regionName, ...unknown }: Record<string, unknown>, isPrivate: boolean): object {
    for (const name of Object.keys(unknown)) throw invalid('INVALID_ATTRIBUTE', `Invalid attribute ${name} specified.`)
    if (typeof regionName !== 'string') {
      throw invalid('MISSING_ATTRIBUTE', 'The required attribute regionName was not specified.', ['regionName'])
    }
    if (!REGION[provider].test(regionName)) {
      throw invalid('INVALID_REGION', `No region ${regionName} exists for provider ${provider}.`, [
        regionName,
        provider,
      ])
    }
    if (!isPrivate) throw invalid('VALIDATION_ERROR', 'requirePrivateNetworking must be enabled first.')
    if (this.current().some((other) => other.provider === provider && other.regionName === regionName)) {
      throw invalid('VALIDATION_ERROR', `There is a private endpoint in ${regionName} already.`)
    }
    const { looks = 0, ms = 0, becomes } = this.scripts.get(regionName) ?? {}
    const next = becomes ?? (provider === 'AZURE' ? 'PENDING_ACCEPTANCE' : 'ACTIVE')
    const underWay = { looks, until: this.#now() + ms, becomes: next }
    const endpoint: PrivateEndpoint = { provider, regionName, status: 'INITIATING', underWay }
    this.list.push(endpoint)
    return this.#document(endpoint)
  }

  /** @throws ApiError if it is not there, or still being provisioned */
  delete(provider: EndpointProvider, id: string): void {
    const endpoint = this.#find(provider, id)
    const script = this.scripts.get(endpoint.regionName) ?? {}
    const { deleteLooks = 0, deleteMs = 0, deletionsBlocked = 0 } = script
    if (endpoint.status === 'INITIATING' || deletionsBlocked > 0) {
      script.deletionsBlocked = Math.max(0, deletionsBlocked - 1)
      const detail = `Failed to delete Encryption at Rest Private endpoint with id [${id}] during IN_PROGRESS state. Please try again later.`
      throw invalid(BLOCKED, detail, [[id]])
    }
    endpoint.status = 'DELETING'
    endpoint.underWay ??= { looks: deleteLooks, until: this.#now() + deleteMs, becomes: 'GONE' }
  }

  /**
   * What the owner of the vault does.
   *
   * @throws Error if no connection of this name waits for it
   */
  approve(connectionName: string): void {
    this.#pending(connectionName).status = 'ACTIVE'
  }

  /** @throws Error if no connection of this name waits for it */
  reject(connectionName: string): void {
    Object.assign(this.#pending(connectionName), {
      status: 'PENDING_RECREATION',
      errorMessage: 'The private endpoint was rejected.',
    })
  }

  #pending(connectionName: string): PrivateEndpoint {
    this.of('AZURE')
    const endpoint = this.list.find((other) => other.privateEndpointConnectionName === connectionName)
    if (endpoint?.status === 'PENDING_ACCEPTANCE') return endpoint
    throw new Error(`no connection ${connectionName} waits for approval`)
  }

  #find(provider: EndpointProvider, id: string): PrivateEndpoint {
    this.of(provider)
    const found = this.list.find((endpoint) => endpoint.provider === provider && endpoint.id === id)
    if (found !== undefined) return found
    throw new ApiError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${id}.`, [id])
  }

  /** Ends what is under way if its time is over. */
  #isGone(endpoint: PrivateEndpoint): boolean {
    const { underWay, regionName } = endpoint
    if (underWay === undefined || underWay.looks > 0 || this.#now() < underWay.until) return false
    delete endpoint.underWay
    if (underWay.becomes === 'GONE') return true
    endpoint.status = underWay.becomes
    const { errorMessage } = this.scripts.get(regionName) ?? {}
    if (errorMessage !== undefined) endpoint.errorMessage = errorMessage
    return false
  }

  #document(endpoint: PrivateEndpoint): object {
    if (endpoint.id === undefined) {
      this.#created += 1
      endpoint.id = `66f0${this.#created.toString(16).padStart(20, '0')}`
    }
    const { provider, regionName, status, id, errorMessage } = endpoint
    const hasConnection = provider === 'AZURE' && status !== 'INITIATING' && status !== 'FAILED'
    if (hasConnection) endpoint.privateEndpointConnectionName ??= `vault-prod.pe-${id}`
    const { privateEndpointConnectionName } = endpoint
    return {
      cloudProvider: provider,
      id,
      regionName,
      status,
      ...(privateEndpointConnectionName !== undefined && { privateEndpointConnectionName }),
      ...(errorMessage !== undefined && { errorMessage }),
    }
  }
}
