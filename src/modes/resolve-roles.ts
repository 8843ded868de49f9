import type { CloudProviderRole } from '../atlas/atlas.ts'
import type { DesiredProject, DesiredProvider } from '../domain/desired.ts'
import { withRoleId } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { named } from '../domain/named.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { Reported } from '../domain/reported.ts'
import { reportedProvider } from '../domain/reported.ts'
import { fieldLabel } from '../domain/required-fields.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'

/**
 * The project with the ids of the roles that are given by the names that their clouds have for them. One request for all
 * providers.
 *
 * @throws ActionError `INPUT` if Atlas does not have a role, or if it is not authorized
 */
export async function resolveRoles(
  context: ModeContext,
  project: DesiredProject,
  reported: Reported,
): Promise<DesiredProject> {
  if (project.providers.every(({ roleName }) => roleName === undefined)) return project
  const roles = await context.atlas.listRoles(project.id)
  const providers = project.providers.map((provider) =>
    provider.roleName === undefined ? provider : resolve(context, provider, { project, roles, reported }),
  )
  return { ...project, providers }
}

interface Known {
  readonly project: DesiredProject
  readonly roles: readonly CloudProviderRole[]
  readonly reported: Reported
}

function resolve({ run }: ModeContext, provider: DesiredProvider, known: Known): DesiredProvider {
  const table = PROVIDERS[provider.provider]
  const label = fieldLabel(table, table.roleName, known.project.fromFile)
  const own = known.roles.filter((role) => role.provider === provider.provider)
  const roleName = provider.roleName
  const matching = own
    .filter(({ name }) => name === roleName || (table.name !== 'aws' && name?.toLowerCase() === roleName))
    .toSorted((a, b) => Number(b.isAuthorized) - Number(a.isAuthorized))
  // A role can be registered twice; the one in use is no difference.
  const inUse = reportedProvider(known.reported, provider.provider).roleId
  const role = matching.find(({ id }) => id === inUse) ?? matching[0]
  if (role === undefined) throw notFound(label, table.roleName.title, own)
  if (role.isAuthorized === false) throw notAuthorized(label, table.roleName.title)
  const name = run.secrets.sanitize(roleName ?? '')
  const roleId = run.secrets.sanitize(role.id)
  run.emit({ type: 'role-found', role: name, roleId })
  return withRoleId(provider, roleId)
}

function notFound(label: SafeText, title: SafeText, own: readonly CloudProviderRole[]): ActionError {
  const names = own.flatMap(({ name }) => (name === null ? [] : [name]))
  const unnamed = own.length - names.length
  const there = names.length === 0 ? safe`none` : named(names)
  // An AWS role gets its ARN in Atlas only when it is authorized.
  const pending =
    unnamed === 0
      ? safe``
      : safe` ${unnamed} more ${unnamed === 1 ? 'has' : 'have'} no ARN, because ${unnamed === 1 ? 'it is' : 'they are'} not authorized yet.`
  return new ActionError('INPUT', {
    what: safe`${label}: the project has no such ${title}. It has: ${there}.${pending}`,
    advice: safe`Set it up and authorize it in the project's Cloud Provider Access, or correct the value.`,
  })
}

function notAuthorized(label: SafeText, title: SafeText): ActionError {
  return new ActionError('INPUT', {
    what: safe`${label}: the project has this ${title}, but it is not authorized.`,
    advice: safe`Authorize it in the project's settings (Integrations, Cloud Provider Access), or with \`atlas cloudProviders accessRoles\`, then run again.`,
  })
}
