import type { CloudProviderRole, ProjectEvent } from '../../src/atlas/atlas.ts'
import type { Cluster, ClusterProvider } from '../../src/domain/cluster.ts'
import type { PrivateEndpoint } from '../../src/domain/private-endpoints.ts'
import type { AlertConfiguration, OpenAlert } from '../../src/domain/requirements.ts'
import type { SafeText } from '../../src/sanitize/safe-text.ts'
import type { FakeProject } from '../fake-atlas/project.ts'
import { sanitized } from './context.ts'

// What the fake Atlas has, in the form in which the modes get it.

export function clusterOf(document: object): Cluster {
  const { name, paused, stateName, encryptionAtRestProvider, replicationSpecs } = document as {
    name: string
    paused: boolean
    stateName: string
    encryptionAtRestProvider?: ClusterProvider
    replicationSpecs: { regionConfigs: { providerName: 'AWS' | 'AZURE' | 'GCP' | 'TENANT' }[] }[]
  }
  const providerNames = new Set(
    replicationSpecs.flatMap(({ regionConfigs }) => regionConfigs.map(({ providerName }) => providerName)),
  )
  return {
    name: sanitized(name),
    provider: encryptionAtRestProvider ?? 'NONE',
    paused,
    state: sanitized(stateName),
    providerNames,
    isShared: providerNames.has('TENANT'),
  }
}

export function endpointOf(document: object): PrivateEndpoint {
  const text = (name: string): SafeText => sanitized((document as Record<string, string | undefined>)[name] ?? '')
  return {
    id: text('id'),
    region: text('regionName'),
    status: text('status'),
    connectionName: text('privateEndpointConnectionName'),
    errorMessage: text('errorMessage'),
  }
}

export function rolesOf({ roles, azureServicePrincipals, gcpServiceAccounts }: FakeProject): CloudProviderRole[] {
  return [
    ...roles.map(({ roleId, arn, authorized }) => ({
      provider: 'aws' as const,
      id: roleId,
      name: arn === undefined ? null : sanitized(arn),
      isAuthorized: authorized,
    })),
    ...azureServicePrincipals.map(({ _id, servicePrincipalId }) => ({
      provider: 'azure' as const,
      id: _id,
      name: sanitized(servicePrincipalId),
      isAuthorized: null,
    })),
    ...gcpServiceAccounts.map(({ roleId, gcpServiceAccountForAtlas, status }) => ({
      provider: 'gcp' as const,
      id: roleId,
      name: sanitized(gcpServiceAccountForAtlas),
      isAuthorized: status === 'COMPLETE',
    })),
  ]
}

export function alertConfigurationsOf({ alertConfigurations }: FakeProject): AlertConfiguration[] {
  return alertConfigurations.map(({ eventTypeName, enabled }) => ({ event: eventTypeName, enabled }))
}

export function openAlertsOf({ alerts }: FakeProject): OpenAlert[] {
  return alerts
    .filter(({ status }) => status === 'OPEN')
    .map(({ eventTypeName, clusterName = '' }) => ({
      event: sanitized(eventTypeName),
      cluster: sanitized(clusterName),
    }))
}

export function latestEventOf({ events }: FakeProject, types: readonly string[]): ProjectEvent | undefined {
  const event = events.find(({ eventTypeName }) => types.includes(eventTypeName))
  if (event === undefined) return undefined
  const { eventTypeName, created, username } = event
  return {
    type: sanitized(eventTypeName),
    created: sanitized(created),
    who: username === undefined ? null : sanitized(username),
  }
}
