import type { Atlas } from './atlas.ts'
import type { AtlasClient } from './client.ts'
import { listAlertConfigurations, listOpenAlerts } from './endpoints/alerts.ts'
import { getCluster, listClusters, patchCluster } from './endpoints/clusters.ts'
import {
  encryptionAtRest,
  getEncryptionAtRest,
  patchEncryptionAtRest,
  type QueryOptions,
} from './endpoints/encryption-at-rest.ts'
import { getLatestEvent } from './endpoints/events.ts'
import {
  createPrivateEndpoint,
  deletePrivateEndpoint,
  getPrivateEndpoint,
  listPrivateEndpoints,
} from './endpoints/private-endpoints.ts'
import { getProjectName, listProjects } from './endpoints/projects.ts'
import { listRoles } from './endpoints/roles.ts'
import { listServiceAccountSecrets } from './endpoints/service-accounts.ts'

/** The endpoints over one client. */
export function createAtlas(client: AtlasClient, options: QueryOptions): Atlas {
  return {
    listProjects: (organizationId) => listProjects(client, organizationId),
    getProjectName: (projectId) => getProjectName(client, projectId),
    getEncryptionAtRest: (projectId) => getEncryptionAtRest(client, encryptionAtRest(projectId, options)),
    patchEncryptionAtRest: (projectId, patch, pendingChange) =>
      patchEncryptionAtRest(client, encryptionAtRest(projectId, options), patch, pendingChange),
    listRoles: (projectId) => listRoles(client, projectId),
    listClusters: (projectId, look) => listClusters(client, projectId, look),
    getCluster: (projectId, name, look) => getCluster(client, projectId, name, look),
    patchCluster: (projectId, name, provider, pendingChange) =>
      patchCluster(client, { projectId, name, provider }, pendingChange),
    listAlertConfigurations: (projectId) => listAlertConfigurations(client, projectId),
    listOpenAlerts: (projectId) => listOpenAlerts(client, projectId),
    getLatestEvent: (projectId, eventTypes, signal) => getLatestEvent(client, projectId, eventTypes, signal),
    listPrivateEndpoints: (projectId, provider) => listPrivateEndpoints(client, projectId, provider),
    getPrivateEndpoint: (projectId, provider, endpointId, look) =>
      getPrivateEndpoint(client, { projectId, provider, endpointId }, look),
    createPrivateEndpoint: (projectId, provider, region, pendingChange) =>
      createPrivateEndpoint(client, { projectId, provider, region }, pendingChange),
    deletePrivateEndpoint: (projectId, provider, endpointId, pendingChange) =>
      deletePrivateEndpoint(client, { projectId, provider, endpointId }, pendingChange),
    listServiceAccountSecrets: (projectId, clientId) => listServiceAccountSecrets(client, projectId, clientId),
  }
}
