import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RunEndError } from '../../src/domain/errors.ts'
import { readInputs } from '../../src/input/read-inputs.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { CONFIGURATIONS, ORGANIZATION, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { COMPLETE } from './given.ts'
import { read, settingsOf } from './read.ts'
import { WRONG_INPUTS } from './wrong-inputs.ts'

describe('what is refused', () => {
  test.each(WRONG_INPUTS)('%s', async (_, inputs, says, secrets = []) => {
    const { message } = await read({ ...COMPLETE, ...inputs })
    expect(message).toMatch(says)
    // Word for word: what a workflow author reads first should change only on purpose.
    expect(message).toMatchSnapshot()
    for (const secret of secrets) expect(message).not.toContain(secret)
  })

  test('any text in any input is read or refused, and no secret is quoted', async () => {
    const names = [
      ...Object.keys(COMPLETE),
      'fields',
      'mode',
      'require',
      'shard',
      'timeout',
      'gcp-service-account-key',
      'include-projects',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('true', 'verify', '1/2', '{"a": [', '&a *a', ''),
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), async (inputs) => {
        const secret = `a secret: ${'{"[%\\'}`
        const { message, settings } = await read({
          ...COMPLETE,
          'aws-role-id': '',
          ...inputs,
          'atlas-private-key': secret,
          'aws-secret-access-key': secret,
        })
        expect(settings === undefined).toBe(message !== '')
        expect(message).not.toContain(secret)
      }),
      { numRuns: 30 },
    )
  })

  test('all mistakes are listed at once', async () => {
    const { message } = await read({ ...COMPLETE, mode: 'aply', retries: 'x', 'aws-role-id': 'x' })
    expect(message).toMatch(/^3 invalid inputs: \(1\) .*`mode`.* \(2\) .*`aws-role-id`.* \(3\) .*`retries`/)
  })
})

describe('what shapes the report is known, whatever is wrong', () => {
  test.each([
    [{}, 'apply', null],
    [{ mode: 'verify', shard: '1/2' }, 'verify', '1/2'],
    [{ mode: 'verify', shard: '01/002' }, 'verify', '1/2'],
    [{ mode: 'destroy', shard: 'x' }, null, null],
    [{ shard: '1/2\n::set-output name=valid::true' }, 'apply', null],
  ])('%j', async (given, mode, shard) => {
    const { reporting, message } = await read({ ...COMPLETE, timeout: 'x', summary: 'false', ...given })
    expect(message).not.toBe('')
    expect(reporting).toEqual({ mode, summary: false, projectId: PROJECT_ID, shard })
  })

  test('the summary is on by default', async () => {
    const { reporting } = await read({ ...COMPLETE, timeout: 'x' })
    expect(reporting).toEqual({ mode: 'apply', summary: true, projectId: PROJECT_ID, shard: null })
  })

  test.each([
    { 'project-id': 'x' },
    { 'config-file': 'x.yml' },
    { 'project-id': '' },
    { 'project-id': '', 'org-id': ORGANIZATION },
    { mode: 'merge' },
  ])('no project, where none is named: %j', async (given) => {
    const beside = 'config-file' in given ? { 'project-id': '' } : {}
    const env = 'org-id' in given || 'config-file' in given ? { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID } : {}
    const { reporting } = await read({ ...COMPLETE, ...beside, ...given }, env)
    expect(reporting?.projectId).toBeNull()
  })

  test('the project that the environment names', async () => {
    const { reporting } = await read({ ...WITH_API_KEY, mode: 'x' }, { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID })
    expect(reporting?.projectId).toBe(PROJECT_ID)
  })
})

describe('what is read', () => {
  test('defaults', async () => {
    expect(await settingsOf({ ...COMPLETE })).toEqual({
      mode: 'apply',
      target: {
        kind: 'project',
        projects: [
          {
            id: PROJECT_ID,
            name: null,
            require: [],
            providers: [{ provider: 'aws', enabled: true, fields: CONFIGURATIONS.aws.block }],
          },
        ],
      },
      shard: null,
      concurrency: 8,
      credentials: {
        kind: 'api-key',
        username: WITH_API_KEY['atlas-public-key'],
        password: WITH_API_KEY['atlas-private-key'],
      },
      baseUrl: { origin: 'https://cloud.mongodb.com', isMongoDb: true },
      apiVersion: 'v2',
      envelope: false,
      pretty: false,
      retries: 5,
      timeout: 600,
      limits: {
        validTimeout: 60,
        propagationTimeout: 180,
        waitTimeout: 600,
        failOnInvalid: true,
        failOnDrift: true,
      },
      github: {
        pullRequest: null,
        token: '',
        issue: false,
        issueLabels: [],
        issueAssignees: [],
        comment: false,
      },
      warnings: [],
    })
  })

  test('each setting as it is given', async () => {
    const given = {
      mode: 'drift',
      concurrency: '64',
      envelope: 'TRUE',
      pretty: 'True',
      retries: '0',
      timeout: '1000000',
      'valid-timeout': '7',
      'propagation-timeout': '0',
      'fail-on-invalid': 'False',
      'fail-on-drift': 'false',
      'enabled-for-search-nodes': 'false',
      require: 'clusters, rotation-alert\r\nno-open-alerts\nclusters,role-based-auth,private-networking',
      'github-token': 'some-token',
      issue: 'true',
      'issue-labels': `${'x'.repeat(50)}, on-call`,
      'issue-assignees': 'octocat\nmona-lisa_corp',
    }
    expect(await settingsOf({ ...COMPLETE, ...given })).toMatchObject({
      mode: 'drift',
      target: {
        projects: [
          {
            enabledForSearchNodes: false,
            require: ['clusters', 'rotation-alert', 'no-open-alerts', 'role-based-auth', 'private-networking'],
          },
        ],
      },
      concurrency: 64,
      envelope: true,
      pretty: true,
      retries: 0,
      timeout: 1_000_000,
      limits: { validTimeout: 7, propagationTimeout: 0, failOnInvalid: false, failOnDrift: false },
      github: {
        token: 'some-token',
        issue: true,
        issueLabels: ['x'.repeat(50), 'on-call'],
        issueAssignees: ['octocat', 'mona-lisa_corp'],
        comment: false,
      },
      warnings: [],
    })
  })

  test('a wrong mode is checked as apply', async () => {
    const { message } = await read({ ...COMPLETE, mode: 'x', require: 'clusters' })
    expect(message).toContain('`require` is only for `mode: verify`')
  })
})

describe('the timeout', () => {
  const readWith = async (inputs: Readonly<Record<string, string>>, signal = new AbortController().signal) => {
    const asked: number[] = []
    const input = (name: string): string => inputs[name] ?? ''
    const reading = readInputs(
      { input, env: {}, secrets: new Secrets(() => undefined) },
      {
        onReportSettings: () => undefined,
        startTimeout: (seconds) => {
          asked.push(seconds)
          return signal
        },
      },
    )
    return { reading, asked }
  }

  test.each([
    [{}, 600],
    [{ timeout: '7' }, 7],
    [{ timeout: '7', mode: 'merge', 'report-files': 'x' }, 7],
    [{ timeout: 'x' }, 600],
  ])('of the run starts before anything else is read: %j', async (inputs, seconds) => {
    const { reading, asked } = await readWith({ ...COMPLETE, ...inputs })
    await reading.catch(() => undefined)
    expect(asked).toEqual([seconds])
  })

  test('ends reading', async () => {
    const end = new AbortController()
    const reason = new RunEndError('TIMEOUT', safe`over`)
    end.abort(reason)
    // Long enough to come to a point where reading looks whether it must end.
    const fields = `[${'a,'.repeat(16_000)}]`
    const { reading } = await readWith({ ...COMPLETE, fields }, end.signal)
    await expect(reading).rejects.toBe(reason)
  })
})
