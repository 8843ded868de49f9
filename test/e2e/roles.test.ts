import { describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { FakeProject } from '../fake-atlas/project.ts'
import { CONFIGURATIONS, idOf, OTHER_ROLE_ID, ROLE_ARN, ROLE_ID } from '../harness/fixtures.ts'
import { withProjects } from '../harness/projects-scenario.ts'
import type { StepResult } from '../harness/run-action.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const PRINCIPAL_ID = '7f4fa178-27f1-4a3f-8d5f-000000000001'
const ACCOUNT = 'mongodb-atlas-0a1b2c@p-0a1b2c.iam.gserviceaccount.com'

interface Case {
  readonly provider: keyof typeof CONFIGURATIONS
  readonly input: string
  /** In `fields` and in a config file. */
  readonly field: string
  readonly name: string
  /** Another one of the same form, which the project does not have. */
  readonly other: string
  /** Gives the project this role and no other; AWS and Google say whether it is authorized. */
  readonly addRole: (project: FakeProject, authorized?: boolean) => void
}

const CASES: Case[] = [
  {
    provider: 'aws',
    input: 'aws-role-arn',
    field: 'roleArn',
    name: ROLE_ARN,
    other: `${ROLE_ARN}-2`,
    addRole: (project, authorized = true) => {
      project.roles = [{ roleId: ROLE_ID, arn: ROLE_ARN, authorized }]
    },
  },
  {
    provider: 'azure',
    input: 'azure-service-principal-id',
    field: 'servicePrincipalId',
    name: PRINCIPAL_ID,
    other: '7f4fa178-27f1-4a3f-8d5f-000000000002',
    addRole: (project) => {
      project.roles = []
      project.azureServicePrincipals = [{ _id: ROLE_ID, servicePrincipalId: PRINCIPAL_ID, tenantId: PRINCIPAL_ID }]
    },
  },
  {
    provider: 'gcp',
    input: 'gcp-service-account',
    field: 'serviceAccount',
    name: ACCOUNT,
    other: 'mongodb-atlas-ffffff@p-ffffff.iam.gserviceaccount.com',
    addRole: (project, authorized = true) => {
      project.roles = []
      const status = authorized ? 'COMPLETE' : 'IN_PROGRESS'
      project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status }]
    },
  },
]

const codeOf = ({ outputs }: StepResult): string | undefined =>
  JSON.parse(outputs.report as string).projects[0].error?.code

const lookUps = ({ atlas }: Pick<Scenario, 'atlas'>): number =>
  atlas.requests.filter(({ path }) => path.endsWith('/cloudProviderAccess')).length

describe.each(CASES)('$input', ({ provider, input, field, name, other, addRole }) => {
  const { inputs, object, block } = CONFIGURATIONS[provider]
  const withoutRole: Record<string, string> = { ...inputs, [`${provider}-role-id`]: '' }

  test('is looked up once and sent as the role id that stands for it', () =>
    withScenario(async (scenario) => {
      addRole(scenario.project)
      const { outputs } = await scenario.runStep({ ...withoutRole, [input]: name })
      expect(scenario.atlas.patches).toEqual([{ [object]: { enabled: true, ...block } }])
      expect(outputs.result).toBe('created')
      expect(lookUps(scenario)).toBe(1)
    }))

  test('may stand in `fields`', () =>
    withScenario(async (scenario) => {
      addRole(scenario.project)
      await scenario.runStep({ ...withoutRole, fields: stringify({ [field]: name }) })
      expect(scenario.atlas.patches).toEqual([{ [object]: { enabled: true, ...block } }])
    }))

  test.each(['plan', 'drift'])('is the role id that Atlas reports in %s', (mode) =>
    withScenario(async (scenario) => {
      scenario.enable(provider)
      addRole(scenario.project)
      const same = await scenario.runStep({ ...withoutRole, [input]: name, mode })
      expect(same.outputs).toMatchObject({ drifted: 'false', differences: '[]' })
      Object.assign(scenario.project.blocks[object] as object, { roleId: OTHER_ROLE_ID })
      const changed = await scenario.runStep({ ...withoutRole, [input]: name, mode })
      expect(JSON.parse(changed.outputs.differences as string)).toMatchObject([
        { field: 'roleId', expected: ROLE_ID, actual: OTHER_ROLE_ID },
      ])
    }),
  )

  test('is not looked up in verify', () =>
    withScenario(async (scenario) => {
      scenario.enable(provider)
      const { outputs } = await scenario.runStep({ ...withoutRole, [input]: name, mode: 'verify' })
      expect(outputs.result).toBe('passed')
      expect(lookUps(scenario)).toBe(0)
    }))

  test('that the project does not have is an error before any PATCH, which lists the ones that are there', () =>
    withScenario(async (scenario) => {
      addRole(scenario.project)
      const result = await scenario.runStep({ ...withoutRole, [input]: other })
      expect(codeOf(result)).toBe('INPUT')
      expect(result.errors[0]).toContain(input)
      expect(result.errors[0]).toContain(name)
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('beside the role id is an input error', () =>
    withScenario(async (scenario) => {
      const result = await scenario.runStep({ ...inputs, [input]: name })
      expect(result.errors[0]).toContain(`\`${input}\``)
      expect(codeOf(result)).toBe('INPUT')
      expect(scenario.atlas.requests).toEqual([])
    }))

  test('of another form is an input error', () =>
    withScenario(async (scenario) => {
      const result = await scenario.runStep({ ...withoutRole, [input]: 'nonsense' })
      expect(result.errors[0]).toContain(`\`${input}\``)
      expect(codeOf(result)).toBe('INPUT')
      expect(scenario.atlas.requests).toEqual([])
    }))

  test('names the role that is missing to read the list', () =>
    withScenario(async (scenario) => {
      scenario.atlas.forbidden = /cloudProviderAccess/
      const { errors } = await scenario.runStep({ ...withoutRole, [input]: name })
      expect(errors[0]).toMatch(/cloudProviderAccess.*403.*role/s)
      expect(scenario.atlas.patches).toEqual([])
    }))
})

describe('a role that is not authorized', () => {
  test.each(CASES.filter(({ provider }) => provider !== 'azure'))(
    'is an error before any PATCH, which says how to authorize it: $input',
    ({ provider, input, name, addRole }) =>
      withScenario(async (scenario) => {
        addRole(scenario.project, false)
        const inputs = { ...CONFIGURATIONS[provider].inputs, [`${provider}-role-id`]: '', [input]: name }
        const result = await scenario.runStep(inputs)
        expect(codeOf(result)).toBe('INPUT')
        expect(result.errors[0]).toMatch(/not authorized.*[Aa]uthorize/)
        expect(scenario.atlas.patches).toEqual([])
      }),
  )

  test('has no ARN in AWS, so that "not found" says how many there are', () =>
    withScenario(async (scenario) => {
      scenario.project.roles = [
        { roleId: ROLE_ID, authorized: false },
        { roleId: OTHER_ROLE_ID, authorized: false },
      ]
      const { 'aws-role-id': _, ...inputs } = CONFIGURATIONS.aws.inputs
      const { errors } = await scenario.runStep({ ...inputs, 'aws-role-arn': ROLE_ARN })
      expect(errors[0]).toMatch(/2 more have no ARN/)
    }))

  test.each(['NOT_INITIATED', 'IN_PROGRESS', 'FAILED', 'A_NEW_WORD'])('in Google has another status: %s', (status) =>
    withScenario(async (scenario) => {
      scenario.project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status }]
      const inputs = { ...CONFIGURATIONS.gcp.inputs, 'gcp-role-id': '', 'gcp-service-account': ACCOUNT }
      expect(codeOf(await scenario.runStep(inputs))).toBe('INPUT')
      expect(scenario.atlas.patches).toEqual([])
    }),
  )
})

test('at most ten roles are listed', () =>
  withScenario(async (scenario) => {
    scenario.project.roles = Array.from({ length: 12 }, (_, n) => ({
      roleId: idOf(n),
      arn: `${ROLE_ARN}-of-${n}.`,
      authorized: true,
    }))
    const { 'aws-role-id': _, ...inputs } = CONFIGURATIONS.aws.inputs
    const { errors } = await scenario.runStep({ ...inputs, 'aws-role-arn': ROLE_ARN })
    expect(errors[0]?.match(/-of-\d+\./g)).toHaveLength(10)
    expect(errors[0]).toContain('and 2 more')
  }))

test('a service principal is compared without case', () =>
  withScenario(async (scenario) => {
    scenario.project.azureServicePrincipals = [{ _id: ROLE_ID, servicePrincipalId: PRINCIPAL_ID.toUpperCase() }]
    const inputs = { ...CONFIGURATIONS.azure.inputs, 'azure-role-id': '', 'azure-service-principal-id': PRINCIPAL_ID }
    expect((await scenario.runStep(inputs)).outputs.result).toBe('created')
  }))

test('all clouds of a project take one look-up', () =>
  withProjects(1, async (scenario) => {
    const [project] = scenario.projects as [FakeProject]
    project.azureServicePrincipals = [{ _id: ROLE_ID, servicePrincipalId: PRINCIPAL_ID }]
    project.gcpServiceAccounts = [{ roleId: ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status: 'COMPLETE' }]
    const { roleId: _azure, ...azure } = CONFIGURATIONS.azure.block
    const { roleId: _gcp, ...gcp } = CONFIGURATIONS.gcp.block
    scenario.entries = [
      {
        id: idOf(0),
        azureKeyVault: { ...azure, servicePrincipalId: PRINCIPAL_ID },
        googleCloudKms: { ...gcp, serviceAccount: ACCOUNT },
      },
    ]
    const { outputs } = await scenario.runStep()
    expect(outputs.result).toBe('updated')
    expect(scenario.atlas.patches).toEqual([
      {
        azureKeyVault: { enabled: true, ...CONFIGURATIONS.azure.block },
        googleCloudKms: { enabled: true, ...CONFIGURATIONS.gcp.block },
      },
    ])
    expect(lookUps(scenario)).toBe(1)
  }))
