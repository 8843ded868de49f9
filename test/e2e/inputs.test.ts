import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { FakeAtlas } from '../fake-atlas/server.ts'
import {
  API_KEY,
  CONFIGURATIONS,
  PROJECT_ID,
  ROLE_ID,
  SERVICE_ACCOUNT,
  WITH_API_KEY,
  WITH_SERVICE_ACCOUNT,
} from '../harness/fixtures.ts'
import { runAction } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'
import { WRONG_INPUTS } from '../input/wrong-inputs.ts'

const { inputs: AWS } = CONFIGURATIONS.aws
const { inputs: AZURE } = CONFIGURATIONS.azure

describe('a wrong input ends the run with one error, all outputs and no request:', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
    atlas.addProject()
  })
  afterAll(() => atlas.stop())

  test.each(WRONG_INPUTS)('%s', async (_, inputs, message, secrets = []) => {
    const given = { 'atlas-base-url': atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS, ...inputs }
    const { exitCode, errors, outputs, summary } = await runAction({ with: given, secrets: () => secrets })
    expect(errors).toEqual([expect.stringMatching(message)])
    expect(exitCode).toBe(1)
    expect(atlas.requests).toEqual([])
    expect(outputs).toMatchObject({
      result: 'failed',
      'failure-reason': 'error',
      valid: 'false',
      enabled: 'false',
      changed: 'false',
      drifted: 'false',
      differences: '[]',
      'not-comparable': '[]',
      configuration: '',
    })
    const report = JSON.parse(outputs.report as string)
    expect(report).toMatchObject({ result: 'failed', failureReason: 'error', error: { code: 'INPUT' } })
    expect(report.projects.length).toBe('project-id' in inputs ? 0 : 1)
    expect(summary === '').toBe(inputs.summary === 'false')
  })

  test('there is a wrong value of every input', () => {
    const manifest = parse(readFileSync('action.yml', 'utf8')) as { inputs: object }
    const covered = new Set(WRONG_INPUTS.flatMap(([, given]) => Object.keys(given)))
    // The three paths have tests of their own, and a token may be any text.
    for (const name of ['config-file', 'report-files', 'export-file', 'github-token']) covered.add(name)
    expect(Object.keys(manifest.inputs).filter((name) => !covered.has(name))).toEqual([])
  })

  test('several mistakes, all in one annotation', async () => {
    const { errors } = await runAction({ with: { mode: 'aply', provider: 'asw', retries: 'x' } })
    expect(errors).toHaveLength(1)
    for (const name of ['mode', 'provider', 'retries', 'project-id']) expect(errors[0]).toContain(`\`${name}\``)
  })
})

describe('an input', () => {
  test('may differ in case and spaces, have leading zeros, a trailing slash or the path of the API', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { exitCode } = await runStep({
        ...AWS,
        provider: ' AWS ',
        'atlas-base-url': `${atlas.url}/api/atlas/v2/`,
        'project-id': PROJECT_ID.toUpperCase(),
        'aws-role-id': ROLE_ID.toUpperCase(),
        'aws-region': 'US-east_1',
        timeout: '0600',
        enabled: 'True',
      })
      expect(exitCode).toBe(0)
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...CONFIGURATIONS.aws.block } }])
    }))

  test.each([
    [
      'YAML',
      `customerMasterKeyID: "${CONFIGURATIONS.aws.block.customerMasterKeyID}"\nregion: us-east-1\nroleId: ${ROLE_ID}\naccessKeyID: null\n`,
    ],
    ['JSON', JSON.stringify({ ...CONFIGURATIONS.aws.block, secretAccessKey: null }, null, '\t')],
  ])('`fields` may be %s', (_, fields) =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ provider: 'aws', fields })
      expect(outputs.result).toBe('created')
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...CONFIGURATIONS.aws.block } }])
    }),
  )

  test('`fields` keeps an unquoted id of digits as text', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      project.roles.push({ roleId: '640000000000000000000012', authorized: true })
      await runStep({ ...AWS, 'aws-role-id': '', fields: 'roleId: 640000000000000000000012' })
      expect(atlas.patches).toMatchObject([{ awsKms: { roleId: '640000000000000000000012' } }])
    }))

  test('may repeat a UUID of `fields` in another case', () =>
    withScenario(async ({ runStep }) => {
      const subscription = AZURE['azure-subscription-id'].toUpperCase()
      const { outputs } = await runStep({
        ...AZURE,
        'azure-subscription-id': subscription.replace('0EC9', 'abcd'),
        fields: `subscriptionID: ${subscription.replace('0EC9', 'ABCD')}`,
      })
      expect(outputs.result).toBe('created')
    }))

  test('`fields` may hold a secret, which is masked', () =>
    withScenario(async ({ runStep }) => {
      const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
      const fields = `accessKeyID: AKIAIOSFODNN7EXAMPLE\nsecretAccessKey: ${secret}\n`
      const { masks } = await runStep({ ...AWS, 'aws-role-id': '', fields }, { secrets: () => [secret] })
      expect(masks).toContain(secret)
    }))

  test('may name an unknown region, which is sent with a warning', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { warnings, outputs } = await runStep({ ...AWS, 'aws-region': 'mars-north-1' })
      expect(warnings).toEqual([expect.stringContaining('MARS_NORTH_1')])
      expect(atlas.patches).toMatchObject([{ awsKms: { region: 'MARS_NORTH_1' } }])
      expect(outputs.result).toBe('failed')
    }))

  test('`summary: false` leaves the summary empty', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      expect((await scenario.runStep({ mode: 'verify', summary: 'false' })).summary).toBe('')
    }))
})

describe('the environment replaces empty inputs:', () => {
  const runWith = (atlas: FakeAtlas, inputs: Record<string, string>, env: Record<string, string>) =>
    runAction({ with: { mode: 'verify', ...inputs }, env: { MONGODB_ATLAS_BASE_URL: `${atlas.url}/`, ...env } })
  const KEY_VARIABLES = {
    MONGODB_ATLAS_PUBLIC_KEY: API_KEY.publicKey,
    MONGODB_ATLAS_PRIVATE_KEY: API_KEY.privateKey,
    MONGODB_ATLAS_PROJECT_ID: PROJECT_ID,
  }
  const ACCOUNT_VARIABLES = {
    MONGODB_ATLAS_CLIENT_ID: SERVICE_ACCOUNT.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: SERVICE_ACCOUNT.clientSecret,
  }

  test.each([
    ['an API key', {}, KEY_VARIABLES, 'Digest'],
    [
      'an API key in variables with other names',
      {},
      {
        MONGODB_ATLAS_PUBLIC_API_KEY: API_KEY.publicKey,
        MONGODB_ATLAS_PRIVATE_API_KEY: API_KEY.privateKey,
        MONGODB_ATLAS_PROJECT_ID: PROJECT_ID,
      },
      'Digest',
    ],
    ['the service account, if there is an API key too', {}, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Bearer'],
    ['but no pair of inputs', WITH_API_KEY, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Digest'],
  ])('%s', (_, inputs, env, scheme) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await runWith(scenario.atlas, inputs, env)
      expect(outputs.result).toBe('passed')
      const used = scenario.atlas.requests.find(({ method, status }) => method === 'GET' && status === 200)
      expect(used?.headers.authorization).toMatch(new RegExp(`^${scheme} `))
    }),
  )

  test('but not the other half of a pair of inputs', () =>
    withScenario(async ({ atlas }) => {
      const { errors } = await runWith(atlas, { 'atlas-public-key': API_KEY.publicKey }, KEY_VARIABLES)
      expect(errors[0]).toContain('`atlas-private-key` is empty')
      expect(atlas.requests).toEqual([])
    }))
})

describe('the error about missing credentials', () => {
  const repo = (full_name: string) => ({ repo: { full_name } })

  test('explains that a pull request from a fork gets no secrets', async () => {
    const event = { pull_request: { head: repo('fork/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).toContain('fork')
  })

  test('explains it for two kinds of credentials too, but not for pull_request_target, which gets secrets', async () => {
    const event = { pull_request: { head: repo('fork/app'), base: repo('octo/app') } }
    const runStep = (GITHUB_EVENT_NAME: string, more = {}) =>
      runAction({ with: { 'project-id': PROJECT_ID, ...AWS, ...more }, env: { GITHUB_EVENT_NAME }, event })
    expect((await runStep('pull_request_target')).errors[0]).not.toContain('fork')
    expect((await runStep('pull_request', { ...WITH_API_KEY, ...WITH_SERVICE_ACCOUNT })).errors[0]).toMatch(
      /not both.*fork/,
    )
  })

  test('does not mention forks if the event has no pull request', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: { pull_request: null },
    })
    expect(errors[0]).toMatch(/^No credentials/)
  })

  test('explains that Dependabot gets no secrets', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS, 'atlas-public-key': 'abcd' },
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
    })
    expect(errors[0]).toContain('Dependabot')
  })

  test('does not mention forks for a pull request of the same repository', async () => {
    const event = { pull_request: { head: repo('octo/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).not.toContain('fork')
  })
})
