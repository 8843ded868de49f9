import * as z from 'zod/mini'
import type { AlertConfiguration, OpenAlert } from '../../domain/requirements.ts'
import { safe } from '../../sanitize/safe-text.ts'
import type { AtlasClient } from '../client.ts'
import { readList } from '../pagination.ts'
import { flag, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

const configuration = z.object({ eventTypeName: text, enabled: flag })
const alert = z.object({ eventTypeName: text, status: text, clusterName: text })

export async function listAlertConfigurations(client: AtlasClient, projectId: string): Promise<AlertConfiguration[]> {
  return await readList(client, {
    resource: safe`alertConfigs`,
    path: `/groups/${projectId}/alertConfigs`,
    resourceVersion: '2023-01-01',
    item: configuration,
    convert: ({ eventTypeName, enabled }) => ({ event: nameOf(client, eventTypeName), enabled: enabled === true }),
  })
}

export async function listOpenAlerts(client: AtlasClient, projectId: string): Promise<OpenAlert[]> {
  const alerts = await readList(client, {
    resource: safe`alerts`,
    path: `/groups/${projectId}/alerts?status=OPEN`,
    resourceVersion: '2023-01-01',
    item: alert,
    convert: ({ status, eventTypeName, clusterName }) => ({
      isOpen: (status ?? 'OPEN') === 'OPEN',
      alert: { event: nameOf(client, eventTypeName), cluster: nameOf(client, clusterName) },
    }),
  })
  return alerts.flatMap(({ isOpen, alert: open }) => (isOpen ? [open] : []))
}
