import { describe, expect, test } from '@jest/globals'
import { answer, refuse, reset } from '../fake-atlas/faults.ts'
import { API_KEY, AS_SERVICE_ACCOUNT, idOf, ORGANIZATION, ROLE_ARN, SETUPS } from '../harness/fixtures.ts'
import { dice, Fleet, keyOf, reportOf } from '../harness/projects-scenario.ts'

const VERIFY = { mode: 'verify' }
const DRIFT = { mode: 'drift' }

describe('many projects', () => {
  test('300 under random 429s: every verdict is right', () =>
    Fleet.play(300, async ({ atlas, projects, step }) => {
      const roll = dice(4)
      atlas.chance = () =>
        roll() < 0.15 ? refuse(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Slow down.', { 'retry-after': '0' }) : undefined
      const broken = projects.filter((_, n) => n % 7 === 3)
      for (const { brokenKeys, blocks } of broken) brokenKeys.add(String(blocks.awsKms?.customerMasterKeyID))
      const result = await step({ ...VERIFY, retries: '20' })
      const report = reportOf(result)
      const invalid = new Set(broken.map(({ id }) => id))
      for (const { projectId, failureReason } of report.projects) {
        expect([projectId, failureReason]).toEqual([projectId, invalid.has(projectId) ? 'invalid' : null])
      }
      expect(report.totals).toEqual({
        projects: 300,
        passed: 300 - broken.length,
        failed: broken.length,
        changed: 0,
        drifted: 0,
        invalid: broken.length,
        errors: 0,
      })
      expect(atlas.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(30)
      expect(result.log.filter((line) => line.includes('HTTP 429')).length).toBeGreaterThan(30)
    }))

  test('a 429 of one lane pauses all of them until its wait is over', () =>
    Fleet.play(100, async ({ atlas, step }) => {
      atlas.delayMs = 5
      atlas.faults.push({ strike: refuse(429, 'RATE_LIMITED_TOKEN_BUCKET', 'Slow down.', { 'retry-after': '1' }) })
      const { outputs } = await step(VERIFY)
      expect(outputs).toMatchObject({ result: 'passed', valid: 'true' })
      const refused = atlas.requests.findIndex(({ status }) => status === 429)
      const again = atlas.requests.findLastIndex(({ path }) => path === atlas.requests[refused]?.path)
      // The seven others would be through with all the rest in a fraction of that second.
      expect(atlas.requests.length - again).toBeGreaterThan(50)
    }))

  test('a wait past the end of the run fails that project at once, and holds no other', () =>
    Fleet.play(5, async ({ atlas, step }) => {
      atlas.faults.push({
        path: new RegExp(idOf(2)),
        strike: refuse(429, 'RATE_LIMITED', 'No.', { 'retry-after': '9999' }),
      })
      const report = reportOf(await step({ ...VERIFY, timeout: '30' }))
      expect(report.projects.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed'])
      expect(report.projects[2]?.error?.message).toContain('past the end of `timeout`')
    }))

  test('a refusal that calls itself a timeout does not end the run', () =>
    Fleet.play(2, async ({ atlas, step }) => {
      atlas.faults.push({ path: new RegExp(idOf(1)), strike: refuse(400, 'TIMEOUT') })
      const report = reportOf(await step(VERIFY))
      expect(report).toMatchObject({ error: null, failureReason: 'error', totals: { passed: 1, errors: 1 } })
    }))

  test('what Atlas reports is kept in part only, so that memory does not grow with it', () =>
    Fleet.play(3, async ({ projects, step }) => {
      for (const { blocks } of projects)
        Object.assign(blocks.awsKms as object, { customerMasterKeyID: 'x'.repeat(1_000_000) })
      const { reportFile, outputs } = await step(DRIFT)
      expect(outputs['failure-reason']).toBe('drift')
      expect(reportFile.length).toBeLessThan(60_000)
    }))

  test('no more requests are under way than Atlas says are left', () =>
    Fleet.play(40, async ({ atlas, step }) => {
      atlas.rateLimit = { remaining: 20, refill: 20, seconds: 1, tellsRemaining: true }
      atlas.delayMs = 5
      const { outputs } = await step(VERIFY)
      expect(outputs.result).toBe('passed')
      expect(atlas.requests.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(3)
    }))

  test('one that fails in each possible way among good ones', () =>
    Fleet.play(16, async ({ atlas, projects, entries, step }) => {
      const of = (n: number): RegExp => new RegExp(idOf(n))
      atlas.projects.delete(idOf(1))
      atlas.forbidden = of(2)
      const faults = [
        [3, answer(500, 'oops')],
        [4, reset],
        [5, answer(200, '{"awsKms": {"enabled": tr')],
        [6, answer(200, { awsKms: { enabled: 'yes' } })],
        [7, refuse(410, 'VERSION_GONE')],
        [8, answer(302, '', { location: 'https://elsewhere.invalid/' })],
      ] as const
      for (const [n, strike] of faults) atlas.faults.push({ path: of(n), times: 9, strike })
      projects[9]?.brokenKeys.add(keyOf(9))
      if (projects[10]) projects[10].blocks = {}
      Object.assign(entries[11] as object, { require: ['clusters'] })
      projects[11]?.clusters.push({ name: 'open', encryptionAtRestProvider: 'NONE' })
      Object.assign(projects[12]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const result = await step({ ...DRIFT, retries: '1' })
      const report = reportOf(result)
      expect(report.projects.map(({ failureReason }) => failureReason)).toEqual([
        null,
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'error',
        'invalid',
        'drift',
        'requirement',
        'drift',
        null,
        null,
        null,
      ])
      expect(report.projects.flatMap(({ error }) => error?.code ?? [])).toEqual([
        'NOT_IN_GROUP',
        'USER_UNAUTHORIZED',
        'PROTOCOL',
        'NETWORK',
        'PROTOCOL',
        'PROTOCOL',
        'VERSION_GONE',
        'PROTOCOL',
      ])
      expect(result.outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'error',
        valid: 'false',
        configuration: '',
      })
      expect(result.errors).toHaveLength(10)
      expect(result.errors[9]).toBe('3 more projects failed; the job summary lists them.')
      expect(result.log).toContain(
        'Result: failed. 16 projects: 4 passed, 12 failed (8 error, 1 invalid, 1 requirement, 2 drift).',
      )
      const rows = [...result.summary.matchAll(/<tr><td>(\S+)\u00a0([a-z ]+)<\/td>/g)].map(([, , verdict]) => verdict)
      expect(rows).toEqual([
        ...Array(8).fill('error'),
        'invalid',
        'requirement',
        'drift',
        'drift',
        ...Array(4).fill('passed'),
      ])
      for (const slice of ['"error" : 8', '"invalid" : 1', '"requirement" : 1', '"drift" : 2', '"passed" : 4'])
        expect(result.summary).toContain(slice)
    }))

  test('ten failures are ten annotations, eleven are nine and a count', () =>
    Fleet.play(12, async ({ atlas, step }) => {
      for (let n = 0; n < 10; n += 1) atlas.projects.delete(idOf(n))
      const { errors } = await step(VERIFY)
      expect(errors.map((error) => /\(64b0\w+\): NOT_IN_GROUP/.test(error))).toEqual(Array(10).fill(true))
      atlas.projects.delete(idOf(10))
      expect((await step(VERIFY)).errors[9]).toBe('2 more projects failed; the job summary lists them.')
    }))

  test('each lane has one connection and one nonce, and an API key is challenged once a lane', () =>
    Fleet.play(30, async ({ atlas, step }) => {
      atlas.delayMs = 5
      await step({ ...VERIFY, concurrency: '3' })
      expect(atlas.requests).toHaveLength(33)
      expect(new Set(atlas.requests.map(({ connection }) => connection)).size).toBe(3)
      for (const lane of [1, 2, 3]) {
        const signed = atlas.requests
          .filter(({ connection }) => connection === lane)
          .map(({ headers }) => headers.authorization ?? '')
        const counts = signed.slice(1).map((header) => Number.parseInt(/nc=([0-9a-f]{8})/.exec(header)?.[1] ?? '', 16))
        expect(counts).toEqual(counts.map((_, i) => i + 1))
        expect(new Set(signed.slice(1).map((header) => /nonce="([^"]+)"/.exec(header)?.[1])).size).toBe(1)
      }
    }))

  test('a service account has one token for all lanes, replaced once when it is refused, and all revoked', () =>
    Fleet.play(40, async ({ atlas, step }) => {
      atlas.delayMs = 5
      let asked = 0
      atlas.chance = () => {
        asked += 1
        if (asked === 20) atlas.oauth.tokens.clear()
        return undefined
      }
      const { outputs } = await step({ ...AS_SERVICE_ACCOUNT, ...VERIFY })
      expect(outputs.result).toBe('passed')
      const posts = atlas.story.filter((line) => line.startsWith('POST'))
      expect(posts).toEqual([
        ...Array(2).fill('POST 200 /api/oauth/token'),
        ...Array(2).fill('POST 200 /api/oauth/revoke'),
      ])
      expect(atlas.oauth.tokens.size).toBe(0)
    }))

  test('wrong credentials of a service account are refused once, not once a project', () =>
    Fleet.play(30, async ({ atlas, step }) => {
      const { outputs } = await step({ ...AS_SERVICE_ACCOUNT, 'atlas-client-secret': 'wrong-secret', ...VERIFY })
      expect(outputs['failure-reason']).toBe('error')
      expect(atlas.story).toEqual(['POST 401 /api/oauth/token'])
    }))

  test('excused findings are warnings, at most ten, and rows of their own', () =>
    Fleet.play(13, async ({ projects, step }) => {
      for (const { blocks } of projects.slice(1)) Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { outputs, warnings, summary } = await step({ ...DRIFT, 'fail-on-drift': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', drifted: 'true', valid: 'true' })
      expect(warnings).toHaveLength(10)
      expect(warnings[9]).toBe('3 more projects have findings that do not fail the step; the job summary lists them.')
      expect(summary).toContain('"excused" : 12')
    }))

  test('an invalid key that is excused is a warning too, and the output stays false', () =>
    Fleet.play(2, async ({ projects, step }) => {
      projects[1]?.brokenKeys.add(keyOf(1))
      const { outputs, warnings } = await step({ ...VERIFY, 'fail-on-invalid': 'false' })
      expect(outputs).toMatchObject({ result: 'passed', valid: 'false', enabled: 'true' })
      expect(warnings).toEqual([expect.stringMatching(/project-1 .*key NOT valid.*`fail-on-invalid: false`/)])
    }))

  test.each(['config-file', 'org-id'])('%s is the target whatever project the environment names', (name) =>
    Fleet.play(2, async ({ step }) => {
      const target: Record<string, string> = name === 'org-id' ? { 'org-id': ORGANIZATION } : {}
      const result = await step({ ...VERIFY, ...target }, { env: { MONGODB_ATLAS_PROJECT_ID: idOf(7) } })
      expect(reportOf(result).projects.map(({ projectId }) => projectId)).toEqual([idOf(0), idOf(1)])
    }),
  )
})

describe('apply', () => {
  const { azure } = SETUPS

  test('one PATCH a project, with all provider blocks that change; every result in its word', () =>
    Fleet.play(5, async ({ atlas, projects, entries, step }) => {
      const [fresh, changed, off, both, asIs] = projects
      if (!fresh || !changed || !off || !both || !asIs) throw new Error('five projects')
      fresh.blocks = {}
      Object.assign(changed.blocks.awsKms as object, { region: 'EU_WEST_1' })
      Object.assign(entries[2] as object, { awsKms: { enabled: false } })
      Object.assign(entries[3] as object, {
        awsKms: { enabled: false },
        azureKeyVault: azure.block,
        enabledForSearchNodes: true,
      })
      const result = await step()
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
              roleId: SETUPS.aws.block.roleId,
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
      expect((await step()).outputs).toMatchObject({ result: 'unchanged', changed: 'false', valid: 'true' })
      expect(atlas.patches).toEqual([])
    }))

  test('plan says what apply would send, in the log and in the summary, and sends nothing', () =>
    Fleet.play(3, async ({ atlas, projects, step }) => {
      Object.assign(projects[1]?.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { outputs, log, summary } = await step({ mode: 'plan' })
      expect(outputs).toMatchObject({ result: 'planned', changed: 'true', drifted: 'true' })
      expect(log).toContain('Result: planned. 3 projects: 3 passed, 0 failed, 1 to change.')
      expect(log).toContain(`project-1 (${idOf(1)}): Apply would send: PATCH {"awsKms":{"region":"US_EAST_1"}}`)
      expect(summary).toContain('awsKms.region is EU_WEST_1, wanted US_EAST_1')
      expect(atlas.patches).toEqual([])
    }))

  test('a role by its ARN, also from the defaults, is looked up in each project', () =>
    Fleet.play(2, async ({ atlas, entries, step }) => {
      Object.assign((entries[1] as { awsKms: object }).awsKms, { roleArn: ROLE_ARN })
      expect((await step()).outputs.result).toBe('unchanged')
      expect(atlas.story.filter((line) => line.includes('cloudProviderAccess'))).toHaveLength(1)
    }))

  test('what is missing to enable is named as in the file, and stops only that project', () =>
    Fleet.play(2, async ({ projects, entries, step }) => {
      for (const project of projects) project.blocks = {}
      Object.assign(entries[0] as object, { azureKeyVault: { azureEnvironment: 'AZURE' }, awsKms: { enabled: false } })
      const result = await step()
      const [first, second] = reportOf(result).projects
      expect(first?.error?.message).toMatch(/`azureKeyVault.subscriptionID`.*`azureKeyVault.roleId` \(or/)
      expect(second?.result).toBe('created')
    }))

  test('secrets come from the environment in apply, are masked, and are not read elsewhere', () =>
    Fleet.play(1, async ({ atlas, projects, entries, step }) => {
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
        const { errors, masks, outputs } = await step({ mode }, { secrets: () => [secret] })
        expect(errors.join()).not.toContain('AZURE_SECRET')
        expect(masks).not.toContain(secret)
        expect(outputs['not-comparable']).toBe(mode === 'verify' ? '[]' : '["secret"]')
      }
      const applied = await step({}, { env, secrets: () => [secret] })
      expect(applied.outputs.result).toBe('updated')
      expect(applied.masks).toContain(secret)
      expect(atlas.patches).toEqual([{ azureKeyVault: { enabled: true, ...block, ...statics, secret } }])
    }))
})

describe('verify', () => {
  test('a project with only what is to be off passes when it is, and is invalid when it is not', () =>
    Fleet.play(3, async ({ projects, entries, step }) => {
      for (const entry of entries.slice(1)) Object.assign(entry, { awsKms: { enabled: false } })
      if (projects[1]) projects[1].blocks = {}
      const result = await step(VERIFY)
      expect(reportOf(result).projects.map(({ failureReason }) => failureReason)).toEqual([null, null, 'invalid'])
      expect(result.errors).toEqual([expect.stringContaining('key valid, but is to be off')])
    }))

  test('a project that names no provider is looked at for every enabled one, and needs one', () =>
    Fleet.play(2, async ({ projects, entries, step }) => {
      entries[0] = { id: idOf(0) }
      entries[1] = { id: idOf(1) }
      if (projects[1]) projects[1].blocks = {}
      expect(reportOf(await step(VERIFY)).projects.map(({ failureReason }) => failureReason)).toEqual([null, 'invalid'])
    }))

  test('require of the input is added to that of each project', () =>
    Fleet.play(2, async ({ projects, entries, step }) => {
      Object.assign(entries[0] as object, { require: ['clusters'] })
      projects[1]?.clusters.push({ name: 'open', encryptionAtRestProvider: 'NONE' })
      expect((await step(VERIFY)).outputs.result).toBe('passed')
      const report = reportOf(await step({ ...VERIFY, require: 'role-based-auth, clusters' }))
      expect(
        report.projects.map((project) =>
          (project as unknown as { requirements: { condition: string; held: boolean }[] }).requirements.map(
            ({ condition, held }) => `${condition} ${held}`,
          ),
        ),
      ).toEqual([
        ['clusters true', 'role-based-auth true'],
        ['role-based-auth true', 'clusters false'],
      ])
    }))
})

describe('an organization', () => {
  const ORG = { ...VERIFY, 'org-id': ORGANIZATION }

  test('every project, over all pages', () =>
    Fleet.play(23, async ({ atlas, step }) => {
      atlas.largestPage = 10
      const result = await step(ORG)
      const report = reportOf(result)
      expect(result.outputs).toMatchObject({ result: 'passed', valid: 'true', enabled: 'true', configuration: '' })
      expect(report.projects.map(({ projectId, name }) => [projectId, name])).toEqual(
        Array.from({ length: 23 }, (_, n) => [idOf(n), `listed-${n}`]),
      )
      expect(
        atlas.story
          .filter((line) => line.includes('/orgs/'))
          .slice(1)
          .map((line) => /pageNum=\d/.exec(line)?.[0]),
      ).toEqual(['pageNum=1', 'pageNum=2', 'pageNum=3'])
    }))

  test('for one provider: whoever has not enabled it is not valid; its fields are not looked at', () =>
    Fleet.play(2, async ({ projects, step }) => {
      if (projects[1]) projects[1].blocks = { googleCloudKms: { ...SETUPS.gcp.block, enabled: true } }
      const report = reportOf(
        await step({ ...ORG, provider: 'aws', 'aws-region': 'eu-west-1', require: 'role-based-auth' }),
      )
      expect(report.projects.map(({ failureReason }) => failureReason)).toEqual([null, 'invalid'])
    }))

  test('by version 1.0 of the API too', () =>
    Fleet.play(2, async ({ atlas, step }) => {
      const result = await step({ ...ORG, 'api-version': 'v1.0' })
      expect(result.outputs.result).toBe('passed')
      expect(atlas.requests.every(({ path }) => path.startsWith('/api/atlas/v1.0/'))).toBe(true)
    }))

  test('a project that is listed twice is looked at once', () =>
    Fleet.play(3, async ({ atlas, step }) => {
      const listed = atlas.organizations.get(ORGANIZATION) ?? []
      atlas.organizations.set(ORGANIZATION, [...listed, ...listed.slice(0, 1)])
      expect(reportOf(await step(ORG)).totals.projects).toBe(3)
    }))

  test('without projects passes, with a notice', () =>
    Fleet.play(0, async ({ atlas, step }) => {
      atlas.organizations.set(ORGANIZATION, [])
      const { outputs, commands, summary } = await step(ORG)
      expect(outputs).toMatchObject({ result: 'passed', 'failure-reason': '', valid: 'true' })
      expect(commands.filter(({ name }) => name === 'notice')).toHaveLength(1)
      expect(summary).toContain('no project')
    }))

  test.each([
    ['that cannot be seen', (fleet: Fleet) => fleet.atlas.organizations.clear(), /USER_CANNOT_ACCESS_ORG.*`org-id`/],
    [
      'with an id that would lead elsewhere',
      (fleet: Fleet) => fleet.atlas.organizations.set(ORGANIZATION, [{ id: '../../x', name: 'x' }]),
      /without a proper id/,
    ],
  ] as const)('%s fails as a whole', (_, prepare, says) =>
    Fleet.play(2, async (fleet) => {
      prepare(fleet)
      const { errors, outputs } = await fleet.step(ORG)
      expect(errors).toEqual([expect.stringMatching(says)])
      expect(JSON.parse(outputs.report as string)).toMatchObject({
        result: 'failed',
        projects: [],
        error: { code: expect.any(String) },
      })
    }),
  )

  test('hostile names stay plain', () =>
    Fleet.play(0, async ({ atlas, step }) => {
      const names = [
        '##[error]x',
        '::set-output name=valid::true',
        '</code><img src=x onerror=1>',
        '@octocat #1',
        '`a` | b',
        `${API_KEY.privateKey}`,
      ]
      atlas.organizations.set(
        ORGANIZATION,
        names.map((name, n) => ({ id: idOf(n), name })),
      )
      const { summary, errors } = await step(ORG)
      expect(errors).toHaveLength(6)
      expect(summary).not.toMatch(/<img|@octocat(?![^<]*<\/code>)/)
    }))
})

describe('shards', () => {
  test('of one project: it is in one of them, and tells its story there', () =>
    Fleet.play(1, async ({ step }) => {
      const one = { ...VERIFY, 'config-file': '', 'project-id': idOf(0) }
      const steps = await Promise.all(['1/2', '2/2'].map((shard) => step({ ...one, shard })))
      expect(steps.flatMap((result) => reportOf(result).projects)).toHaveLength(1)
      expect(steps.filter(({ outputs }) => outputs.configuration !== '')).toHaveLength(1)
    }))

  test('an empty one passes, with a notice', () =>
    Fleet.play(1, async ({ atlas, step }) => {
      const steps = await Promise.all(['1/2', '2/2'].map((shard) => step({ ...VERIFY, shard })))
      expect(steps.map(({ outputs }) => [outputs.result, outputs.valid])).toEqual([
        ['passed', 'true'],
        ['passed', 'true'],
      ])
      const empty = steps.filter((one) => reportOf(one).totals.projects === 0)
      expect(empty).toHaveLength(1)
      expect(empty[0]?.commands.map(({ name }) => name)).toContain('notice')
      expect(atlas.requests).toHaveLength(2)
    }))
})

describe('a run that ends early', () => {
  test('says of each project that it was not reached, and keeps what is known', () =>
    Fleet.play(30, async ({ atlas, step }) => {
      atlas.faults.push({ skip: 10, times: 1000, strike: () => undefined })
      const result = await step({ ...VERIFY, timeout: '2', concurrency: '2' })
      const report = reportOf(result)
      expect(report).toMatchObject({ result: 'failed', failureReason: 'error', error: { code: 'TIMEOUT' } })
      expect(report.projects).toHaveLength(30)
      expect(report.totals).toMatchObject({ passed: 10, failed: 20, errors: 20 })
      expect(report.projects.filter(({ error }) => error?.message.startsWith('Not reached')).length).toBe(18)
      expect(result.errors).toEqual([expect.stringContaining('`timeout` of 2 s')])
    }))

  test('cancelled while changes are under way: one warning names all of them', () =>
    Fleet.play(6, async ({ atlas, projects, step }) => {
      for (const { blocks } of projects) Object.assign(blocks.awsKms as object, { region: 'EU_WEST_1' })
      atlas.faults.push({ method: 'PATCH', times: 10, strike: () => undefined })
      const result = await step(
        { concurrency: '2' },
        {
          onOutput: (soFar, signal) => {
            if (soFar.split('Sending').length === 3) signal('SIGINT')
          },
        },
      )
      expect(result.outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
      expect(reportOf(result).error?.code).toBe('CANCELLED')
      expect(result.warnings).toEqual([
        expect.stringContaining(`state is unknown: project-0 (${idOf(0)}), project-1 (${idOf(1)}). Atlas may`),
      ])
    }))
})

test('thousands of projects: the summary is cut and counts what was cut, the file is whole', () =>
  Fleet.play(0, async ({ atlas, step }) => {
    const count = 4000
    const long = 'x'.repeat(190)
    atlas.organizations.set(
      ORGANIZATION,
      Array.from({ length: count }, (_, n) => ({ id: idOf(n), name: `${n} ${long}` })),
    )
    const result = await step({ ...VERIFY, 'org-id': ORGANIZATION, concurrency: '32' })
    const rows = result.summary.split('<tr><td>❌\u00a0error').length - 1
    const cut = Number(/(\d+) more projects were cut/.exec(result.summary)?.[1])
    expect(rows + cut).toBe(count)
    expect(Buffer.byteLength(result.summary)).toBeGreaterThan(900_000)
    expect(reportOf(result).projects).toHaveLength(count)
    expect(JSON.parse(result.outputs.report as string)).toMatchObject({ totals: { projects: count }, projects: [] })
  }))
