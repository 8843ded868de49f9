import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, idOf, ROLE_ARN } from '../harness/fixtures.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'

describe('apply on many projects', () => {
  const { azure } = CONFIGURATIONS

  test('sends one PATCH for each project with everything that changes, and reports each result', () =>
    withProjects(5, async ({ atlas, projects, entries, runStep }) => {
      const [fresh, changed, off, both, asIs] = projects
      if (!fresh || !changed || !off || !both || !asIs) throw new Error('there are five projects')
      fresh.blocks = {}
      Object.assign(changed.blocks.awsKms as object, { region: 'EU_WEST_1' })
      Object.assign(entries[2] as object, { awsKms: { enabled: false } })
      Object.assign(entries[3] as object, {
        awsKms: { enabled: false },
        azureKeyVault: azure.block,
        enabledForSearchNodes: true,
      })
      const result = await runStep()
      expect(reportOf(result).projects.map((project) => project.result)).toEqual([
        'created',
        'updated',
        'disabled',
        'created',
        'unchanged',
      ])
      expect(result.outputs).toMatchObject({
        result: 'updated',
        changed: 'true',
        drifted: 'true',
        valid: 'true',
        enabled: 'true',
      })
      const patches = atlas.requests.filter(({ method, rawBody }) => method === 'PATCH' && rawBody)
      expect(Object.fromEntries(patches.map(({ path, rawBody }) => [path.split('/')[5], JSON.parse(rawBody)]))).toEqual(
        {
          [idOf(0)]: {
            awsKms: {
              enabled: true,
              customerMasterKeyID: 'arn:aws:kms:us-east-1:111122223333:key/0',
              region: 'US_EAST_1',
              roleId: CONFIGURATIONS.aws.block.roleId,
            },
          },
          [idOf(1)]: { awsKms: { region: 'US_EAST_1' } },
          [idOf(2)]: { awsKms: { enabled: false } },
          [idOf(3)]: {
            awsKms: { enabled: false },
            azureKeyVault: { enabled: true, ...azure.block },
            enabledForSearchNodes: true,
          },
        },
      )
      expect(patches).toHaveLength(4)
      atlas.requests.length = 0
      expect((await runStep()).outputs).toMatchObject({ result: 'unchanged', changed: 'false', valid: 'true' })
      expect(atlas.patches).toEqual([])
    }))

  test('is described by plan in log and summary, which sends nothing', () =>
    withProjects(3, async ({ atlas, projects, runStep }) => {
      Object.assign(projects[1]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { outputs, log, summary } = await runStep({ mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true', drifted: 'true' })
      expect(log).toContain('Result: planned. 3 projects: 3 passed, 0 failed, 1 to change.')
      expect(log).toContain(`project-1 (${idOf(1)}): Apply would send: PATCH {"awsKms":{"region":"US_EAST_1"}}`)
      expect(summary).toContain('awsKms.region is EU_WEST_1, expected US_EAST_1')
      expect(atlas.patches).toEqual([])
    }))

  test('looks up a role by its ARN in the projects that name it so', () =>
    withProjects(2, async ({ atlas, entries, runStep }) => {
      Object.assign((entries[1] as { awsKms: object }).awsKms, { roleArn: ROLE_ARN })
      expect((await runStep()).outputs.result).toBe('unchanged')
      expect(atlas.requestLines.filter((line) => line.includes('cloudProviderAccess'))).toHaveLength(1)
    }))

  test('fails only the project that lacks fields to enable a provider, and names them as in the file', () =>
    withProjects(2, async ({ projects, entries, runStep }) => {
      for (const project of projects) project.blocks = {}
      Object.assign(entries[0] as object, { azureKeyVault: { azureEnvironment: 'AZURE' }, awsKms: { enabled: false } })
      const result = await runStep()
      const [first, second] = reportOf(result).projects
      expect(first?.error?.message).toMatch(
        /`azureKeyVault.subscriptionID`.*`azureKeyVault.roleId` or `azureKeyVault.servicePrincipalId` \(or/,
      )
      expect(second?.result).toBe('created')
    }))

  test('reads secrets from the environment and masks them, which other modes do not', () =>
    withProjects(1, async ({ atlas, projects, entries, runStep }) => {
      const secret = 'Az.Secret~with+/=signs'
      const { roleId: _, ...block } = azure.block
      const statics = {
        clientID: '0ec944e8-1111-2222-3333-444455556666',
        tenantID: '0ec944e8-1111-2222-3333-444455556667',
      }
      entries[0] = { id: idOf(0), azureKeyVault: { ...block, ...statics, secret: `\${AZURE_SECRET}` } }
      if (projects[0]) projects[0].blocks = {}
      const env = { AZURE_SECRET: secret }
      for (const mode of ['plan', 'drift', 'verify']) {
        const { errors, masks, outputs } = await runStep({ mode }, { secrets: () => [secret] })
        expect(errors.join()).not.toContain('AZURE_SECRET')
        expect(masks).not.toContain(secret)
        expect(outputs['not-comparable']).toBe(mode === 'verify' ? '[]' : '["secret"]')
      }
      const applied = await runStep({}, { env, secrets: () => [secret] })
      expect(applied.outputs.result).toBe('updated')
      expect(applied.masks).toContain(secret)
      expect(atlas.patches).toEqual([{ azureKeyVault: { enabled: true, ...block, ...statics, secret } }])
    }))
})
