import { describe, expect, test } from '@jest/globals'
import type { CloudProviderRole } from '../../src/atlas/atlas.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import { resolveRoles } from '../../src/modes/resolve-roles.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { ROLE_ARN } from '../harness/fixtures.ts'
import { ENABLE, fakeModeContext, inTurn } from './fake-context.ts'

const PRINCIPAL = '0ec944e8-1111-2222-3333-444455556666'
const ACCOUNT = 'mongodb-atlas-x@p-atlas.iam.gserviceaccount.com'
const NAMES = { aws: ROLE_ARN, azure: PRINCIPAL, gcp: ACCOUNT } as const

const wanted = (provider: ProviderName, roleName: string = NAMES[provider]): DesiredProvider => ({
  provider,
  enabled: true,
  fields: { region: 'r' },
  roleName,
})
const projectOf = (...providers: DesiredProvider[]): DesiredProject => ({ ...ENABLE, providers })

function role(provider: ProviderName, id: string, more: Partial<CloudProviderRole> = {}): CloudProviderRole {
  return { provider, id, name: sanitized(NAMES[provider]), isAuthorized: provider === 'azure' ? null : true, ...more }
}

describe('the error of a role that cannot be used says, for each cloud,', () => {
  const failing = (provider: ProviderName, roles: CloudProviderRole[], more: Partial<DesiredProject> = {}) =>
    expect(resolveRoles(fakeModeContext({ listRoles: inTurn(roles) }), { ...projectOf(wanted(provider)), ...more }, {}))
      .rejects

  test.each(['aws', 'gcp'] as const)('found, but not authorized: %s', (provider) =>
    failing(provider, [role(provider, 'x', { isAuthorized: false })]).toMatchObject({
      code: 'INPUT',
      parts: { what: expect.stringContaining('not authorized'), advice: expect.stringMatching(/^Authorize it/) },
    }),
  )

  test.each([
    ['aws', '`aws-role-arn`', 'AWS role'],
    ['azure', '`azure-service-principal-id`', 'Azure service principal'],
    ['gcp', '`gcp-service-account`', 'Google service account'],
  ] as const)('not found, with those that are there: %s', async (provider, label, title) => {
    await failing(provider, [
      role(provider, 'x', { name: safe`another` }),
      role('aws', 'y', { name: safe`foreign` }),
    ]).toMatchObject({
      code: 'INPUT',
      parts: {
        what: expect.stringMatching(new RegExp(`^${label}: the project has no such ${title}. It has: another`)),
      },
    })
    await failing(provider, []).toMatchObject({ parts: { what: expect.stringContaining('It has: none.') } })
  })

  test('by its name in the config file', () =>
    failing('gcp', [], { fromFile: true }).toThrow(/^`googleCloudKms\.serviceAccount`/))

  test.each([
    [1, '1 more has no ARN'],
    [2, '2 more have no ARN'],
  ])('beside %d of AWS that have no ARN yet', (count, words) =>
    failing('aws', Array(count).fill(role('aws', 'x', { name: null, isAuthorized: false }))).toThrow(words),
  )

  test('with ten of many', () => {
    const many = Array.from({ length: 12 }, (_, n) => role('gcp', `${n}`, { name: safe`account-${n}` }))
    return failing('gcp', many).toThrow(/account-9 and 2 more\./)
  })
})
