import { describe, expect, test } from '@jest/globals'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import { OTHER_ROLE_ID, ROLE_ARN, ROLE_ID } from '../harness/fixtures.ts'
import { desired, ModeScenario, provider } from './mode-scenario.ts'

const PRINCIPAL = '0ec944e8-aaaa-bbbb-cccc-444455556666'
const ACCOUNT = 'atlas@p-1.iam.gserviceaccount.com'

/** A workflow that gives the provider's role by the name that its cloud has for it. */
function byName(name: ProviderName, roleName: string): DesiredProject {
  const { fields, ...given } = provider(name)
  const { roleId: _, ...others } = fields
  return desired({ ...given, fields: others, roleName })
}

describe('a role that is given by its name', () => {
  test.each([
    ['aws', ROLE_ARN],
    ['azure', PRINCIPAL],
    ['gcp', ACCOUNT],
  ] as const)('is sent by its id for %s', async (name, roleName) => {
    const scenario = new ModeScenario()
    scenario.project.roles = [{ roleId: OTHER_ROLE_ID, arn: ROLE_ARN, authorized: true }]
    scenario.project.azureServicePrincipals = [
      { _id: ROLE_ID, servicePrincipalId: 'ffffffff-aaaa-bbbb-cccc-444455556666' },
      { _id: OTHER_ROLE_ID, servicePrincipalId: PRINCIPAL.toUpperCase() },
    ]
    scenario.project.gcpServiceAccounts = [
      { roleId: OTHER_ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status: 'COMPLETE' },
    ]
    const { result, run } = await scenario.apply(byName(name, roleName))
    expect(result).toMatchObject({ result: 'created', valid: true })
    expect(scenario.atlas.changes).toEqual([expect.stringContaining(`"roleId":"${OTHER_ROLE_ID}"`)])
    expect(scenario.atlas.changes[0]).not.toContain(roleName)
    expect(run.events.map(({ event }) => event)).toContainEqual({
      type: 'role-found',
      role: roleName,
      roleId: OTHER_ROLE_ID,
    })
  })

  test('is no difference if it is in use, although the project has it twice', async () => {
    const scenario = new ModeScenario()
    scenario.enable('aws')
    scenario.project.roles = [
      { roleId: OTHER_ROLE_ID, arn: ROLE_ARN, authorized: true },
      { roleId: ROLE_ID, arn: ROLE_ARN, authorized: true },
    ]
    const { result } = await scenario.apply(byName('aws', ROLE_ARN))
    expect(result).toMatchObject({ result: 'unchanged', drifted: false })
    expect(scenario.atlas.changes).toEqual([])
  })

  test('is the one that is authorized if the project has it twice', async () => {
    const scenario = new ModeScenario()
    scenario.project.roles = [
      { roleId: ROLE_ID, arn: ROLE_ARN, authorized: false },
      { roleId: OTHER_ROLE_ID, arn: ROLE_ARN, authorized: true },
    ]
    await scenario.apply(byName('aws', ROLE_ARN))
    expect(scenario.atlas.changes).toEqual([expect.stringContaining(`"roleId":"${OTHER_ROLE_ID}"`)])
  })

  test('is not taken from another cloud', async () => {
    const scenario = new ModeScenario()
    scenario.project.roles = []
    scenario.project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: ROLE_ARN, status: 'COMPLETE' }]
    const { result } = await scenario.apply(byName('aws', ROLE_ARN))
    expect(result.error).toMatchObject({ code: 'INPUT', message: expect.stringContaining('It has: none.') })
  })

  test.each(['aws', 'azure'] as const)('is told apart by case for AWS alone: %s', async (name) => {
    const scenario = new ModeScenario()
    const [arn, servicePrincipalId] = [ROLE_ARN.toUpperCase(), PRINCIPAL.toUpperCase()]
    scenario.project.roles = [{ roleId: ROLE_ID, arn, authorized: true }]
    scenario.project.azureServicePrincipals = [{ _id: ROLE_ID, servicePrincipalId }]
    const { result } = await scenario.run('plan', byName(name, name === 'aws' ? ROLE_ARN : PRINCIPAL))
    expect(result.error?.code).toBe(name === 'aws' ? 'INPUT' : undefined)
  })
})

describe('a role that cannot be used is an error before anything is sent', () => {
  test.each([
    [
      'the project does not have',
      [
        { roleId: ROLE_ID, arn: 'arn:aws:iam::111122223333:role/other', authorized: true },
        { roleId: OTHER_ROLE_ID, authorized: false },
      ],
      /^`aws-role-arn`: the project has no such AWS role\. It has: arn:aws:iam::111122223333:role\/other\. 1 more has no ARN/,
    ],
    [
      'is not authorized',
      [{ roleId: ROLE_ID, arn: ROLE_ARN, authorized: false }],
      /^`aws-role-arn`: the project has this AWS role, but it is not authorized\. Authorize it/,
    ],
  ] as const)('since it %s', async (_, roles, message) => {
    const scenario = new ModeScenario()
    scenario.project.roles = [...roles]
    const { result } = await scenario.apply(byName('aws', ROLE_ARN))
    expect(result).toMatchObject({ result: 'failed', changed: false, error: { code: 'INPUT' } })
    expect(result.error?.message).toMatch(message)
    expect(scenario.atlas.changes).toEqual([])
  })

  test('that names the path in a config file', async () => {
    const scenario = new ModeScenario()
    const { result } = await scenario.apply({ ...byName('gcp', ACCOUNT), fromFile: true })
    expect(result.error?.message).toMatch(/^`googleCloudKms\.serviceAccount`: the project has no such Google service/)
  })
})

test('the roles are not asked for if none is given by its name', async () => {
  const scenario = new ModeScenario()
  await scenario.apply(desired(provider('aws')))
  expect(scenario.atlas.lines).not.toContain('GET cloudProviderAccess')
})
