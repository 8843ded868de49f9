import type { Atlas } from '../../src/atlas/atlas.ts'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import { NetworkError } from '../../src/atlas/network-error.ts'
import type { PendingChange } from '../../src/atlas/pending-change.ts'
import type { Clock } from '../../src/domain/context.ts'
import type { Provider } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { ApiError } from '../fake-atlas/errors.ts'
import type { EndpointProvider } from '../fake-atlas/private-endpoints.ts'
import { FakeProject } from '../fake-atlas/project.ts'
import { sanitized } from './context.ts'
import {
  alertConfigurationsOf,
  clusterOf,
  endpointOf,
  latestEventOf,
  openAlertsOf,
  rolesOf,
} from './memory-documents.ts'

/** A request to the fake Atlas in memory. */
export interface MemoryRequest {
  readonly projectId: string
  /** Such as `GET encryptionAtRest` or `PATCH clusters/orders AWS`. */
  readonly line: string
  /** Seconds since the start. */
  readonly at: number
  /** What Atlas returned; undefined if it refused, or nothing came back. */
  response?: unknown
}

/** What happens to a request instead of its response. */
interface MemoryFault {
  /** The line of the request, or a part of it. */
  readonly line: RegExp
  /** By default, any project. */
  readonly projectId?: string
  /** How many requests it happens to. By default, one. */
  times?: number
  /** How many matching requests get their response first. */
  skip?: number
  /** Whether Atlas carries out the request nevertheless. */
  readonly isCarriedOut?: boolean
  /** What the caller gets. */
  readonly error: Error
}

type Hook = (request: MemoryRequest, moment: 'before' | 'after') => void

/**
 * The projects of the fake Atlas behind the interface that the modes use, without a network. Time is that of the run's clock, so
 * that a switch of hours takes none.
 */
export class MemoryAtlas {
  readonly requests: MemoryRequest[] = []
  readonly projects = new Map<string, FakeProject>()
  readonly faults: MemoryFault[] = []
  /** Requests that read something and never get a response. */
  hanging: RegExp | undefined
  /** Called around everything that Atlas does. If it throws, the caller gets that; before: Atlas then does nothing. */
  hook: Hook = () => undefined
  readonly #clock: Pick<Clock, 'now'>
  readonly #startedAt: number
  #signal = new AbortController().signal

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
    this.#startedAt = clock.now()
  }

  addProject(id: string): FakeProject {
    const project = new FakeProject(id, () => this.#clock.now())
    this.projects.set(id, project)
    return project
  }

  /** All requests, in order. */
  get lines(): string[] {
    return this.requests.map(({ line }) => line)
  }

  /** The requests that change something, in order. */
  get changes(): string[] {
    return this.lines.filter((line) => !line.startsWith('GET '))
  }

  /**
   * The interface that the modes use. A function that no mode calls is left out.
   *
   * @param signal ends every request
   */
  api(signal: AbortSignal): Atlas {
    this.#signal = signal
    const api: Omit<Atlas, 'listProjects'> = {
      getProjectName: (id) => this.#read(id, 'GET project', ({ name = '' }) => sanitized(name)),
      getEncryptionAtRest: (id) => this.#read(id, 'GET encryptionAtRest', (project) => project.document() as Reported),
      patchEncryptionAtRest: (id, patch, pending) =>
        this.#change(id, `PATCH encryptionAtRest ${JSON.stringify(patch)}`, pending, (project) => {
          project.patch(patch)
          return project.document() as Reported
        }),
      listRoles: (id) => this.#read(id, 'GET cloudProviderAccess', rolesOf),
      listClusters: (id, options) =>
        this.#read(
          id,
          'GET clusters',
          (project) => project.listClusters().map((cluster) => clusterOf(cluster)),
          options?.signal,
        ),
      getCluster: (id, name) =>
        this.#read(id, `GET clusters/${name}`, (project) => clusterOf(project.getCluster(name))),
      patchCluster: (id, name, encryptionAtRestProvider, pending) =>
        this.#change(id, `PATCH clusters/${name} ${encryptionAtRestProvider}`, pending, (project) =>
          clusterOf(project.patchCluster(name, { encryptionAtRestProvider })),
        ),
      ...this.#endpointsApi(),
      listAlertConfigurations: (id) => this.#read(id, 'GET alertConfigs', alertConfigurationsOf),
      listOpenAlerts: (id) => this.#read(id, 'GET alerts', openAlertsOf),
      getLatestEvent: (id, types, signal) =>
        this.#read(id, 'GET events', (project) => latestEventOf(project, types), signal),
      listServiceAccountSecrets: () => Promise.reject(new Error('not part of this fake')),
    }
    return api as Atlas
  }

  #endpointsApi(): Pick<
    Atlas,
    'listPrivateEndpoints' | 'getPrivateEndpoint' | 'createPrivateEndpoint' | 'deletePrivateEndpoint'
  > {
    return {
      listPrivateEndpoints: (id, provider) => {
        if (!provider.hasPrivateEndpoints) return Promise.resolve([])
        return this.#read(id, `GET ${pathOf(provider)}`, ({ endpoints }) =>
          endpoints.of(endpointProvider(provider)).map((endpoint) => endpointOf(endpoint)),
        )
      },
      getPrivateEndpoint: (id, provider, endpointId) =>
        this.#read(id, `GET ${pathOf(provider)}/${endpointId}`, ({ endpoints }) =>
          endpointOf(endpoints.lookAt(endpointProvider(provider), endpointId)),
        ),
      createPrivateEndpoint: (id, provider, regionName, pending) =>
        this.#change(id, `POST ${pathOf(provider)} ${regionName}`, pending, (project) =>
          endpointOf(project.createPrivateEndpoint(endpointProvider(provider), { regionName })),
        ),
      deletePrivateEndpoint: (id, provider, endpointId, pending) =>
        this.#change(id, `DELETE ${pathOf(provider)}/${endpointId}`, pending, ({ endpoints }) =>
          endpoints.delete(endpointProvider(provider), endpointId),
        ),
    }
  }

  /** @param signal ends this request alone */
  async #read<T>(
    projectId: string,
    line: string,
    carryOut: (project: FakeProject) => T,
    signal = this.#signal,
  ): Promise<T> {
    if (this.hanging?.test(line)) {
      const ended = AbortSignal.any([signal, this.#signal])
      await new Promise((_resolve, reject) => {
        ended.addEventListener('abort', () => reject(ended.reason as Error))
      })
    }
    return await this.#respond(projectId, line, carryOut)
  }

  /** Keeps the pending change up to date, as the client does that sends the request. */
  async #change<T>(
    projectId: string,
    line: string,
    pending: PendingChange,
    carryOut: (project: FakeProject) => T,
  ): Promise<T> {
    pending.started()
    try {
      const result = await this.#respond(projectId, line, carryOut)
      pending.settle(true)
      return result
    } catch (error) {
      if (error instanceof NetworkError) pending.connectionLost(error.mayHaveSent)
      else if (error instanceof AtlasApiError) pending.settle(false)
      // Anything else ended the run while the request was under way.
      throw error
    }
  }

  async #respond<T>(projectId: string, line: string, carryOut: (project: FakeProject) => T): Promise<T> {
    this.#signal.throwIfAborted()
    const at = (this.#clock.now() - this.#startedAt) / 1000
    const request: MemoryRequest = { projectId, line, at }
    this.requests.push(request)
    this.hook(request, 'before')
    const fault = this.#nextFault(request)
    if (fault !== undefined && !fault.isCarriedOut) throw fault.error
    const response = this.#carryOut(projectId, carryOut)
    this.hook(request, 'after')
    if (fault !== undefined) throw fault.error
    request.response = response
    return response
  }

  #carryOut<T>(projectId: string, carryOut: (project: FakeProject) => T): T {
    const project = this.projects.get(projectId)
    if (project === undefined) throw refused('GROUP_NOT_FOUND', 404)
    try {
      return carryOut(project)
    } catch (error) {
      if (error instanceof ApiError) throw refused(error.errorCode, error.status, error.detail)
      throw error
    }
  }

  #nextFault({ line, projectId }: MemoryRequest): MemoryFault | undefined {
    const fault = this.faults.find(
      (candidate) => candidate.line.test(line) && (candidate.projectId ?? projectId) === projectId,
    )
    if (fault === undefined) return undefined
    if ((fault.skip ?? 0) > 0) {
      fault.skip = (fault.skip ?? 0) - 1
      return undefined
    }
    fault.times = (fault.times ?? 1) - 1
    if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1)
    return fault
  }
}

/** What the client throws if Atlas refuses. */
export function refused(code: string, status = 400, detail = 'Refused by the test.'): AtlasApiError {
  return new AtlasApiError(
    sanitized(code),
    { what: safe`Refused with HTTP ${status}`, detail: sanitized(detail) },
    status,
  )
}

/** What the client throws if no response comes. */
export function lostResponse({ mayHaveSent = true }: { mayHaveSent?: boolean } = {}): NetworkError {
  return new NetworkError({
    reason: safe`the connection was reset`,
    advice: safe`Check the network.`,
    retryable: true,
    mayHaveSent,
  })
}

const endpointProvider = ({ clusterProvider }: Provider): EndpointProvider => clusterProvider as EndpointProvider
const pathOf = ({ clusterProvider }: Provider): string => `${clusterProvider}/privateEndpoints`
