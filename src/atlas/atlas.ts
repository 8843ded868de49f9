import type { Cluster, ClusterProvider } from '../domain/cluster.ts'
import type { Patch } from '../domain/patch.ts'
import type { PrivateEndpoint } from '../domain/private-endpoints.ts'
import type { Provider, ProviderName } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import type { AlertConfiguration, OpenAlert } from '../domain/requirements.ts'
import type { ServiceAccountSecret } from '../domain/service-account-secret.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import type { PendingChange } from './pending-change.ts'

/** A project of an organization. */
export interface ListedProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: SafeText
  /** '' if it has none. */
  readonly name: SafeText
  readonly tags: readonly { readonly key: SafeText; readonly value: SafeText }[]
}

/** A role with which Atlas acts in the account of a cloud provider. */
export interface CloudProviderRole {
  readonly provider: ProviderName
  /** The `roleId` of encryption at rest: 24 hexadecimal digits, lower case. */
  readonly id: string
  /**
   * What the cloud calls it: the ARN of an AWS role, the object id of an Azure service principal, or the e-mail address of a
   * Google service account. null for an AWS role that was not authorized yet.
   */
  readonly name: SafeText | null
  /** null if Atlas does not say, as for every Azure service principal. */
  readonly isAuthorized: boolean | null
}

/** An event of a project's activity feed. */
export interface ProjectEvent {
  readonly type: SafeText
  /** As Atlas writes it: an ISO 8601 date and time. null if it is missing. */
  readonly created: SafeText | null
  /** The user or the API key that caused it; null if Atlas does not say. */
  readonly who: SafeText | null
}

/** How a single look is made: by default with the retries of the run. */
export interface LookOptions {
  /** Attempts after the first. */
  readonly retries?: number
  /** Ends this request alone. */
  readonly signal?: AbortSignal
}

/**
 * The endpoints that the modes need, with typed responses. Every text is sanitized, except the values of encryptionAtRest, which are
 * compared with what is desired. All methods throw `ActionError`.
 */
export interface Atlas {
  /** All projects of an organization that the caller may see, each once. */
  listProjects(organizationId: string): Promise<ListedProject[]>
  /** The name of one project; '' if it has none. */
  getProjectName(projectId: string): Promise<SafeText>
  getEncryptionAtRest(projectId: string): Promise<Reported>
  patchEncryptionAtRest(projectId: string, patch: Patch, pendingChange: PendingChange): Promise<Reported>
  /** The roles of all cloud providers in the project, in one request. */
  listRoles(projectId: string): Promise<CloudProviderRole[]>
  /** Dedicated and shared clusters. Flex and serverless ones are listed elsewhere and cannot have a customer's key. */
  listClusters(projectId: string, options?: LookOptions): Promise<Cluster[]>
  getCluster(projectId: string, name: SafeText, options?: LookOptions): Promise<Cluster>
  /** Switches the key of a cluster. A request whose response is lost is not sent again. */
  patchCluster(
    projectId: string,
    name: SafeText,
    provider: ClusterProvider,
    pendingChange: PendingChange,
  ): Promise<Cluster>
  listAlertConfigurations(projectId: string): Promise<AlertConfiguration[]>
  listOpenAlerts(projectId: string): Promise<OpenAlert[]>
  /** The newest event of these types, in one attempt, until `signal` is aborted; undefined if there is none. */
  getLatestEvent(
    projectId: string,
    eventTypes: readonly string[],
    signal: AbortSignal,
  ): Promise<ProjectEvent | undefined>
  /** The provider's private endpoints; none where neither the provider nor the version of the API has any. */
  listPrivateEndpoints(projectId: string, provider: Provider): Promise<PrivateEndpoint[]>
  getPrivateEndpoint(
    projectId: string,
    provider: Provider,
    endpointId: SafeText,
    options?: LookOptions,
  ): Promise<PrivateEndpoint>
  /** Asks for a private endpoint in a region. A request whose response is lost is not sent again. */
  createPrivateEndpoint(
    projectId: string,
    provider: Provider,
    region: SafeText,
    pendingChange: PendingChange,
  ): Promise<PrivateEndpoint>
  /** Asks for the deletion of a private endpoint, which takes a while. */
  deletePrivateEndpoint(
    projectId: string,
    provider: Provider,
    endpointId: SafeText,
    pendingChange: PendingChange,
  ): Promise<void>
  listServiceAccountSecrets(projectId: string, clientId: string): Promise<ServiceAccountSecret[]>
}
