import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withProjects } from '../harness/projects-scenario.ts'
import { type Scenario, withScenario } from '../harness/scenario.ts'

const TOKEN = 'eyJ0b2tlbiI6Im9mIHNvbWVib2R5IGVsc2UifQ'
const AS_TOKEN = { 'atlas-public-key': '', 'atlas-private-key': '', 'atlas-access-token': TOKEN }
const { inputs } = CONFIGURATIONS.aws

const accept = ({ atlas }: Pick<Scenario, 'atlas'>): void => void atlas.oauth.tokens.add(TOKEN)

describe('atlas-access-token', () => {
  test('is used as it is: no token is fetched, and it is not revoked', () =>
    withScenario(async (scenario) => {
      accept(scenario)
      const { outputs, masks } = await scenario.runStep({ ...inputs, ...AS_TOKEN }, { secrets: () => [TOKEN] })
      expect(outputs).toMatchObject({ result: 'created', valid: 'true' })
      expect(scenario.atlas.requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([
        ['GET', `Bearer ${TOKEN}`],
        ['PATCH', `Bearer ${TOKEN}`],
      ])
      expect(scenario.atlas.oauth.tokens.has(TOKEN)).toBe(true)
      expect(masks).toContain(TOKEN)
    }))

  test('may come from the environment, where it precedes a service account', () =>
    withScenario(async (scenario) => {
      accept(scenario)
      scenario.enable('aws')
      const env = {
        MONGODB_ATLAS_ACCESS_TOKEN: TOKEN,
        MONGODB_ATLAS_CLIENT_ID: 'mdb_sa_id_x',
        MONGODB_ATLAS_CLIENT_SECRET: 'a-client-secret',
      }
      const given = { mode: 'verify', 'atlas-public-key': '', 'atlas-private-key': '' }
      const { outputs } = await scenario.runStep(given, { env, secrets: () => [TOKEN] })
      expect(outputs.result).toBe('passed')
      expect(scenario.atlas.requests).toHaveLength(1)
    }))

  test('that Atlas refuses leads to an error that says that a fresh one is needed', () =>
    withScenario(async (scenario) => {
      const { outputs, errors } = await scenario.runStep({ ...inputs, ...AS_TOKEN }, { secrets: () => [TOKEN] })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error' })
      expect(errors).toEqual([
        expect.stringMatching(
          /does not accept the access token.*Request a new one, and set it as `atlas-access-token`/,
        ),
      ])
      expect(scenario.atlas.requests).toHaveLength(1)
    }))

  test('that expires in the middle of a run is not replaced', () =>
    withScenario(async (scenario) => {
      accept(scenario)
      scenario.enable('aws')
      scenario.atlas.faults.push({
        method: 'PATCH',
        handler: (request, response, body) => {
          scenario.atlas.oauth.tokens.clear()
          const headers = { 'www-authenticate': 'Bearer error="invalid_token"' }
          refuseWith(401, 'UNEXPECTED_ERROR', 'No.', headers)(request, response, body)
        },
      })
      const given = { ...inputs, 'aws-region': 'eu-west-1', ...AS_TOKEN }
      const { outputs, errors } = await scenario.runStep(given, { secrets: () => [TOKEN] })
      expect(outputs).toMatchObject({ 'failure-reason': 'error', changed: 'false' })
      expect(errors).toEqual([expect.stringContaining('Request a new one')])
      expect(scenario.atlas.requestLines.filter((line) => line.includes('oauth'))).toEqual([])
    }))

  test('of which a project is no part keeps the advice about the project', () =>
    withScenario(async (scenario) => {
      accept(scenario)
      scenario.atlas.projects.clear()
      const { errors } = await scenario.runStep({ ...inputs, ...AS_TOKEN }, { secrets: () => [TOKEN] })
      expect(errors).toEqual([expect.stringMatching(/NOT_IN_GROUP.*Check `project-id`/)])
      expect(errors[0]).not.toContain('new one')
    }))

  test('serves many projects', () =>
    withProjects(5, async ({ atlas, runStep }) => {
      accept({ atlas })
      const { outputs } = await runStep({ mode: 'drift', ...AS_TOKEN }, { secrets: () => [TOKEN] })
      expect(outputs.result).toBe('passed')
      expect(atlas.requests).toHaveLength(5)
    }))
})
