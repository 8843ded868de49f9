import { isMultiCloud } from '../domain/cluster.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { named } from '../domain/named.ts'
import type { Patch } from '../domain/patch.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { isNotPermitted } from './permissions.ts'
import { listClustersOnce } from './read-resources.ts'

/**
 * Refuses to switch private networking on in a project with multi-cloud clusters: Atlas then disables them (Azure) or does not
 * support them (AWS). Source: MongoDB's documentation on private endpoints for customer-managed keys, limitations.
 *
 * @throws ActionError `INPUT` naming the clusters, or the error of the list
 */
export async function requireSingleCloud(context: ModeContext, desired: DesiredProject, patch: Patch): Promise<void> {
  const provider = PROVIDER_LIST.find(({ atlasObject }) => patch[atlasObject]?.requirePrivateNetworking === true)
  if (provider === undefined) return
  try {
    const multiCloud = (await listClustersOnce(context, desired.id)).filter(isMultiCloud)
    if (multiCloud.length === 0) return
    const names = named(multiCloud.map(({ name }) => name))
    const effect = provider.name === 'azure' ? safe`would disable them` : safe`does not support them`
    throw new ActionError('INPUT', {
      what: safe`Private networking for ${provider.title} was not switched on: the project has multi-cloud clusters, and Atlas ${effect}: ${names}.`,
      advice: safe`Make these clusters single-cloud first, or keep requirePrivateNetworking off.`,
    })
  } catch (error) {
    if (!isNotPermitted(error)) throw error
    const status = error.status
    const text = safe`The list of clusters cannot be read (HTTP ${status}), so this run could not check for multi-cloud clusters, which private networking affects.`
    context.run.emit({ type: 'warning', text })
  }
}
