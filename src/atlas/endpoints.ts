import type { Patch } from '../domain/patch.ts'
import type { Provider, ProviderName } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import type { AlertConfiguration, Cluster, OpenAlert } from '../domain/requirements.ts'
import type { SafeText } from '../sanitize/safe-text.ts'
import type { PendingChange } from './pending-change.ts'

/** A project of an organization. */
export interface ListedProject {
  /** 24 hexadecimal digits, lower case. */
  readonly id: string
  /** '' if it has none. */
  readonly name: SafeText
}

/** A private endpoint through which Atlas reaches a provider's key. */
export interface PrivateEndpoint {
  readonly region: SafeText
  readonly status: SafeText
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

/** A secret of a service account, of which Atlas shows only the end. Times are in milliseconds since 1970; null if they are missing. */
interface ServiceAccountSecret {
  readonly expiresAt: number | null
  readonly lastUsedAt: number | null
  /** '' if it is missing. */
  readonly maskedSecretValue: SafeText
}

export interface ServiceAccountDetails {
  readonly secrets: readonly ServiceAccountSecret[]
}

/**
 * The endpoints that the modes need, with typed responses. Every text is sanitized, except the values of encryptionAtRest, which are
 * compared with what is desired. All methods throw `ActionError`.
 */
export interface Atlas {
  /** All projects of an organization that the caller may see, each once. */
  listProjects(organizationId: string): Promise<ListedProject[]>
  getEncryptionAtRest(projectId: string): Promise<Reported>
  patchEncryptionAtRest(projectId: string, patch: Patch, pendingChange: PendingChange): Promise<Reported>
  /** The roles of all cloud providers in the project, in one request. */
  listRoles(projectId: string): Promise<CloudProviderRole[]>
  /** Dedicated and shared clusters. Flex and serverless ones are listed elsewhere and cannot have a customer's key. */
  listClusters(projectId: string): Promise<Cluster[]>
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
  getServiceAccount(projectId: string, clientId: string): Promise<ServiceAccountDetails>
}
