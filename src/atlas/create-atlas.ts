import type { AtlasClient } from './client.ts'
import { listAlertConfigurations, listOpenAlerts } from './endpoints/alerts.ts'
import { listClusters } from './endpoints/clusters.ts'
import {
  encryptionAtRest,
  getEncryptionAtRest,
  patchEncryptionAtRest,
  type QueryOptions,
} from './endpoints/encryption-at-rest.ts'
import { getLatestEvent } from './endpoints/events.ts'
import { listPrivateEndpoints } from './endpoints/private-endpoints.ts'
import { listProjects } from './endpoints/projects.ts'
import { listRoles } from './endpoints/roles.ts'
import { getServiceAccount } from './endpoints/service-accounts.ts'
import type { Atlas } from './endpoints.ts'

/** The endpoints over one client. */
export function createAtlas(client: AtlasClient, options: QueryOptions): Atlas {
  return {
    listProjects: (organizationId) => listProjects(client, organizationId),
    getEncryptionAtRest: (projectId) => getEncryptionAtRest(client, encryptionAtRest(projectId, options)),
    patchEncryptionAtRest: (projectId, patch, pendingChange) =>
      patchEncryptionAtRest(client, encryptionAtRest(projectId, options), patch, pendingChange),
    listRoles: (projectId) => listRoles(client, projectId),
    listClusters: (projectId) => listClusters(client, projectId),
    listAlertConfigurations: (projectId) => listAlertConfigurations(client, projectId),
    listOpenAlerts: (projectId) => listOpenAlerts(client, projectId),
    getLatestEvent: (projectId, eventTypes, signal) => getLatestEvent(client, projectId, eventTypes, signal),
    listPrivateEndpoints: (projectId, provider) => listPrivateEndpoints(client, projectId, provider),
    getServiceAccount: (projectId, clientId) => getServiceAccount(client, projectId, clientId),
  }
}
