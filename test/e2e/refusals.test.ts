import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, ROLE_ID } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

describe('a refusal by Atlas', () => {
  test('names the smallest cluster that can be encrypted if there are only shared ones', () =>
    withScenario(async ({ project, runStep }) => {
      project.onlySharedClusters = true
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('M10')
    }))

  test('of a role that has not propagated yet is retried after five seconds', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: refuseWith(400, 'CANNOT_ASSUME_ROLE', 'Atlas cannot assume the specified role.'),
      })
      const { outputs, log } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(outputs.result).toBe('created')
      expect(log.filter((line) => /CANNOT_ASSUME_ROLE.* in 5\.0 s/.test(line))).toHaveLength(1)
    }))

  test('of a role is final with `propagation-timeout: 0`', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      project.roles = [{ roleId: ROLE_ID, authorized: false }]
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'propagation-timeout': '0' })
      expect(atlas.patches).toHaveLength(1)
      expect(errors[0]).toContain('CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED')
    }))

  test('names the role that a read-only caller needs', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('Project Owner')
    }))

  test('names the access list if the address is not on it', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.onAccessList = false
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('access list')
    }))

  test('with NOT_IN_GROUP names `project-id`', () =>
    withScenario(async ({ runStep }) => {
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'project-id': '64b0c0ffee00000000000000' })
      expect(errors[0]).toContain('NOT_IN_GROUP')
      expect(errors[0]).toContain('project-id')
    }))

  test('of the credentials names them, after two requests', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'atlas-private-key': 'not-the-right-one' })
      expect(errors[0]).toContain('HTTP 401')
      expect(errors[0]).toContain('credentials')
      expect(atlas.requests).toHaveLength(2)
    }))
})
