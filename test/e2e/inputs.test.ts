import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { FakeAtlas } from '../fake-atlas/server.ts'
import {
  API_KEY,
  PROJECT_ID,
  ROLE_ID,
  SERVICE_ACCOUNT,
  SETUPS,
  WITH_API_KEY,
  WITH_SERVICE_ACCOUNT,
} from '../harness/fixtures.ts'
import { runAction } from '../harness/run-action.ts'
import { Scenario } from '../harness/scenario.ts'
import { WRONG_INPUTS } from '../input/wrong-inputs.ts'

const { inputs: AWS } = SETUPS.aws
const { inputs: AZURE } = SETUPS.azure

describe('bad input: one clear error, no request, all outputs', () => {
  let atlas: FakeAtlas
  beforeAll(async () => {
    atlas = await FakeAtlas.start()
    atlas.addProject()
  })
  afterAll(() => atlas.stop())

  test.each(WRONG_INPUTS)('%s', async (_, inputs, says, secrets = []) => {
    const given = { 'atlas-base-url': atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS, ...inputs }
    const { exitCode, errors, outputs, summary } = await runAction({ with: given, secrets: () => secrets })
    expect(errors).toEqual([expect.stringMatching(says)])
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

  test('every input is refused for something', () => {
    const manifest = parse(readFileSync('action.yml', 'utf8')) as { inputs: object }
    const covered = new Set(WRONG_INPUTS.flatMap(([, given]) => Object.keys(given)))
    // `config-file` and `report-files` have tables of their own, and any text may be a token.
    for (const name of ['config-file', 'report-files', 'github-token']) covered.add(name)
    expect(Object.keys(manifest.inputs).filter((name) => !covered.has(name))).toEqual([])
  })

  test('several mistakes are told at once, in one annotation', async () => {
    const { errors } = await runAction({ with: { mode: 'aply', provider: 'asw', retries: 'x' } })
    expect(errors).toHaveLength(1)
    for (const name of ['mode', 'provider', 'retries', 'project-id']) expect(errors[0]).toContain(`\`${name}\``)
  })
})

describe('good input', () => {
  test('case, spaces, leading zeros, trailing slash, pasted API path', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { exitCode } = await step({
        ...AWS,
        provider: ' AWS ',
        'atlas-base-url': `${atlas.url}/api/atlas/v2/`,
        'project-id': PROJECT_ID.toUpperCase(),
        'aws-role-id': ROLE_ID.toUpperCase(),
        'aws-region': 'US-east_1',
        timeout: '0060',
        enabled: 'True',
      })
      expect(exitCode).toBe(0)
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...SETUPS.aws.block } }])
    }))

  test.each([
    [
      'YAML',
      `customerMasterKeyID: "${SETUPS.aws.block.customerMasterKeyID}"\nregion: us-east-1\nroleId: ${ROLE_ID}\naccessKeyID: null\n`,
    ],
    ['JSON', JSON.stringify({ ...SETUPS.aws.block, secretAccessKey: null }, null, '\t')],
  ])('fields as %s', (_, fields) =>
    Scenario.play(async ({ atlas, step }) => {
      const { outputs } = await step({ provider: 'aws', fields })
      expect(outputs.result).toBe('created')
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...SETUPS.aws.block } }])
    }),
  )

  test('an unquoted id of digits in `fields` stays text', () =>
    Scenario.play(async ({ atlas, project, step }) => {
      project.roles.push({ roleId: '640000000000000000000012', authorized: true })
      await step({ ...AWS, 'aws-role-id': '', fields: 'roleId: 640000000000000000000012' })
      expect(atlas.patches).toMatchObject([{ awsKms: { roleId: '640000000000000000000012' } }])
    }))

  test('a UUID given both ways may differ in case', () =>
    Scenario.play(async ({ step }) => {
      const subscription = AZURE['azure-subscription-id'].toUpperCase()
      const { outputs } = await step({
        ...AZURE,
        'azure-subscription-id': subscription.replace('0EC9', 'abcd'),
        fields: `subscriptionID: ${subscription.replace('0EC9', 'ABCD')}`,
      })
      expect(outputs.result).toBe('created')
    }))

  test('a secret in `fields` is masked and never shown', () =>
    Scenario.play(async ({ step }) => {
      const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
      const fields = `accessKeyID: AKIAIOSFODNN7EXAMPLE\nsecretAccessKey: ${secret}\n`
      const { masks } = await step({ ...AWS, 'aws-role-id': '', fields }, { secrets: () => [secret] })
      expect(masks).toContain(secret)
    }))

  test('a region that is not known warns and is sent', () =>
    Scenario.play(async ({ atlas, step }) => {
      const { warnings, outputs } = await step({ ...AWS, 'aws-region': 'mars-north-1' })
      expect(warnings).toEqual([expect.stringContaining('MARS_NORTH_1')])
      expect(atlas.patches).toMatchObject([{ awsKms: { region: 'MARS_NORTH_1' } }])
      expect(outputs.result).toBe('failed')
    }))

  test('no summary if none is wanted', () =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      expect((await scenario.step({ mode: 'verify', summary: 'false' })).summary).toBe('')
    }))
})

describe('the environment fills in what inputs leave empty', () => {
  const run = (atlas: FakeAtlas, inputs: Record<string, string>, env: Record<string, string>) =>
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
    ['API key', {}, KEY_VARIABLES, 'Digest'],
    [
      'API key by its other names',
      {},
      {
        MONGODB_ATLAS_PUBLIC_API_KEY: API_KEY.publicKey,
        MONGODB_ATLAS_PRIVATE_API_KEY: API_KEY.privateKey,
        MONGODB_ATLAS_PROJECT_ID: PROJECT_ID,
      },
      'Digest',
    ],
    ['both kinds: the service account', {}, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Bearer'],
    ['inputs win as a pair', WITH_API_KEY, { ...KEY_VARIABLES, ...ACCOUNT_VARIABLES }, 'Digest'],
  ])('%s', (_, inputs, env, scheme) =>
    Scenario.play(async (scenario) => {
      scenario.enable('aws')
      const { outputs } = await run(scenario.atlas, inputs, env)
      expect(outputs.result).toBe('passed')
      const used = scenario.atlas.requests.find(({ method, status }) => method === 'GET' && status === 200)
      expect(used?.headers.authorization).toMatch(new RegExp(`^${scheme} `))
    }),
  )

  test('half a pair as inputs is an error even if the environment has the other half', () =>
    Scenario.play(async ({ atlas }) => {
      const { errors } = await run(atlas, { 'atlas-public-key': API_KEY.publicKey }, KEY_VARIABLES)
      expect(errors[0]).toContain('`atlas-private-key` is empty')
      expect(atlas.requests).toEqual([])
    }))
})

describe('where secrets are not passed, the error says why', () => {
  const repo = (full_name: string) => ({ repo: { full_name } })

  test('a pull request from a fork', async () => {
    const event = { pull_request: { head: repo('stranger/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).toContain('fork')
  })

  test('not on pull_request_target, which has secrets; but also where both kinds are given', async () => {
    const event = { pull_request: { head: repo('stranger/app'), base: repo('octo/app') } }
    const run = (GITHUB_EVENT_NAME: string, more = {}) =>
      runAction({ with: { 'project-id': PROJECT_ID, ...AWS, ...more }, env: { GITHUB_EVENT_NAME }, event })
    expect((await run('pull_request_target')).errors[0]).not.toContain('fork')
    expect((await run('pull_request', { ...WITH_API_KEY, ...WITH_SERVICE_ACCOUNT })).errors[0]).toMatch(
      /not both.*fork/,
    )
  })

  test('an event without a pull request is no fork', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: { pull_request: null },
    })
    expect(errors[0]).toMatch(/^No credentials/)
  })

  test('Dependabot', async () => {
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS, 'atlas-public-key': 'abcd' },
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
    })
    expect(errors[0]).toContain('Dependabot')
  })

  test('a pull request of the same repository', async () => {
    const event = { pull_request: { head: repo('octo/app'), base: repo('octo/app') } }
    const { errors } = await runAction({
      with: { 'project-id': PROJECT_ID, ...AWS },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event,
    })
    expect(errors[0]).not.toContain('fork')
  })
})
