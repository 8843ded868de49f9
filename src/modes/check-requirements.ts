import { AtlasApiError } from '../atlas/errors.ts'
import type { Condition } from '../domain/conditions.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError, endsRun } from '../domain/errors.ts'
import type { Reported } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import {
  clustersEncrypted,
  noOpenAlerts,
  privateNetworking,
  roleBasedAuth,
  rotationAlert,
} from '../domain/requirements.ts'
import type { ModeContext } from './context.ts'

/**
 * Checks the conditions that the workflow requires, with only the requests that they need, against what Atlas last reported.
 * A list that cannot be read makes its condition "not known", which fails the step like one that does not hold.
 *
 * @returns whether all hold
 * @throws ActionError only when the run itself ends
 */
export async function checkRequirements(context: ModeContext, desired: DesiredProject): Promise<boolean> {
  const { run, state } = context
  for (const condition of desired.require) {
    const requirement = await check(condition, context, desired, state.reported ?? {})
    const shown = { ...requirement, detail: run.secrets.sanitize(requirement.detail, 1000) }
    state.requirements.push(shown)
    run.emit({ type: 'required', requirement: shown })
  }
  return state.requirements.every(({ held }) => held === true)
}

async function check(
  condition: Condition,
  { atlas }: ModeContext,
  { id, providers }: DesiredProject,
  reported: Reported,
): Promise<Requirement> {
  try {
    switch (condition) {
      case 'clusters':
        return clustersEncrypted(await atlas.listClusters(id), reported)
      case 'rotation-alert': {
        const wanted = providers.map(({ provider }) => provider)
        return rotationAlert(await atlas.listAlertConfigurations(id), wanted, reported)
      }
      case 'no-open-alerts':
        return noOpenAlerts(await atlas.listOpenAlerts(id))
      case 'role-based-auth':
        return roleBasedAuth(reported)
      case 'private-networking':
        return privateNetworking(reported)
    }
  } catch (error) {
    if (!(error instanceof ActionError) || endsRun(error)) throw error
    const mayNotRead = error instanceof AtlasApiError && (error.status === 401 || error.status === 403)
    const role = mayNotRead ? 'The credentials need the role Project Read Only on this project to read it. ' : ''
    return { condition, held: null, detail: `${role}${error.message}` }
  }
}
