import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { AS_SERVICE_ACCOUNT, CONFIGURATIONS, idOf, ORGANIZATION, PROJECT_ID } from '../harness/fixtures.ts'
import { withProject } from '../harness/github-scenario.ts'
import { withProjects } from '../harness/projects-scenario.ts'
import { withScenario } from '../harness/scenario.ts'

const { inputs } = CONFIGURATIONS.aws

/** What the runner sets for an action of a repository. */
const FROM_REPOSITORY = {
  GITHUB_SERVER_URL: 'https://github.test',
  GITHUB_ACTION_REPOSITORY: 'octo-org/atlas-encryption-at-rest',
  GITHUB_ACTION_REF: 'v1',
}
const DOCS = 'https://github.test/octo-org/atlas-encryption-at-rest/blob/v1/docs'

const REFUSAL = refuseWith(400, 'INVALID_REGION', 'There is no such region.')

describe('an error in the summary', () => {
  test('says what failed, what Atlas says and what to do, with a link to the documentation', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', handler: REFUSAL })
      const { summary, errors } = await runStep(inputs, { env: FROM_REPOSITORY })
      const blocks = summary.split('\n\n')
      expect(blocks.slice(1, 5)).toEqual([
        '<p>PATCH encryptionAtRest was refused with HTTP 400 INVALID_REGION.</p>',
        '<p><b>Atlas says:</b> There is no such region.</p>',
        '<p><b>What to do:</b> Check <code>aws-region</code>.</p>',
        `<p><a href="${DOCS}/errors.md#invalid_region">More about <code>INVALID_REGION</code></a></p>`,
      ])
      expect(errors).toEqual([
        'PATCH encryptionAtRest was refused with HTTP 400 INVALID_REGION: There is no such region. Check `aws-region`.',
      ])
    }))

  test('of the token endpoint has the same pieces', () =>
    withScenario(async ({ runStep }) => {
      const { summary } = await runStep({
        ...inputs,
        ...AS_SERVICE_ACCOUNT,
        'atlas-client-secret': 'mdb_sa_sk_wrong_secret',
      })
      const [head, ...blocks] = summary.trim().split('\n\n')
      expect(head).toContain('❌ Atlas encryption at rest: request refused by Atlas')
      expect(blocks).toEqual([
        '<p>POST oauth/token was refused with HTTP 401 invalid_client.</p>',
        expect.stringMatching(/^<p><b>Atlas says:<\/b> .*<\/p>$/),
        expect.stringMatching(/^<p><b>What to do:<\/b> Check <code>atlas-client-id<\/code>.*<\/p>$/),
      ])
    }))

  test('of a run on many projects has them too', () =>
    withProjects(2, async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /\/orgs\//, times: 9, handler: refuseWith(403, 'USER_UNAUTHORIZED', 'No.') })
      const { summary } = await runStep({ mode: 'verify', 'org-id': ORGANIZATION })
      expect(summary).toContain('<p><b>Atlas says:</b> No.</p>')
      expect(summary).toContain('<p><b>What to do:</b> Check <code>org-id</code>')
    }))

  test('of an unknown mode has a heading that names no mode', () =>
    withScenario(async ({ runStep }) => {
      const { summary, outputs } = await runStep({ ...inputs, mode: 'aply' })
      expect(summary.split('\n\n')[0]).toBe('<h3>❌ Atlas encryption at rest: invalid inputs</h3>')
      expect(summary).not.toContain('Apply')
      expect(JSON.parse(outputs.report as string)).toMatchObject({ mode: null, projects: [{ projectId: PROJECT_ID }] })
    }))

  test.each([
    ['no repository of the action, as for a local one', { GITHUB_SERVER_URL: 'https://github.test' }],
    ['no ref', { ...FROM_REPOSITORY, GITHUB_ACTION_REF: '' }],
    ['a server that is no URL', { ...FROM_REPOSITORY, GITHUB_SERVER_URL: 'javascript:alert(1)' }],
    ['a ref that would leave the attribute', { ...FROM_REPOSITORY, GITHUB_ACTION_REF: 'v1"><img src=x>' }],
  ])('has no link with %s', (_, env) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', handler: REFUSAL })
      const { summary } = await runStep(inputs, { env })
      expect(summary).not.toContain('errors.md')
      expect(summary).not.toContain('<img')
    }),
  )

  test('has no link for a code that the documentation does not have, and no guess', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', handler: refuseWith(400, 'SOMETHING_NEW', 'What it is.') })
      const { summary } = await runStep(inputs, { env: FROM_REPOSITORY })
      expect(summary).toContain('<b>Atlas says:</b> What it is.')
      expect(summary).not.toContain('What to do')
      expect(summary).not.toContain('errors.md')
    }))

  test('of several inputs is a list', () =>
    withScenario(async ({ runStep }) => {
      const given = { ...inputs, 'aws-role-id': 'x', retries: 'many' }
      const { summary } = await runStep(given, { env: FROM_REPOSITORY })
      expect(summary).toContain('<p>2 invalid inputs:</p>')
      expect(summary).toMatch(
        /<ul><li>Input <code>aws-role-id<\/code>.*<\/li><li>Input <code>retries<\/code>.*<\/li><\/ul>/,
      )
      expect(summary).toContain(`<a href="${DOCS}/errors.md#input">`)
    }))

  test('of a config file is a list too, with the link', () =>
    withScenario(async ({ runStep }) => {
      const file = `version: 1\nprojects:\n  - id: ${PROJECT_ID}\n    awsKms: { roleId: x }\n`
      const given = { 'project-id': '', 'config-file': 'atlas.yml', mode: 'drift', retries: 'many' }
      const { summary } = await runStep(given, { env: FROM_REPOSITORY, files: { 'atlas.yml': file } })
      expect(summary).toContain('<p>2 invalid inputs:</p>')
      expect(summary).toMatch(/<ul>(<li>.*(retries|roleId).*<\/li>){2}<\/ul>/)
      expect(summary).toContain(`<a href="${DOCS}/errors.md#input">`)
    }))

  test('leads to the runbook if a key is not valid', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const given = { mode: 'verify', provider: 'aws' }
      expect((await scenario.runStep(given, { env: FROM_REPOSITORY })).summary).toContain(`href="${DOCS}/runbook.md"`)
      expect((await scenario.runStep(given)).summary).not.toContain('runbook')
    }))
})

describe('a change in the summary', () => {
  const APPLY: Record<string, string> = { ...inputs, 'aws-region': 'eu-west-1' }

  test.each([
    ['sent, if Atlas accepted it', 'Sent', APPLY, undefined],
    ['refused, if Atlas refused it', 'Refused', APPLY, { method: 'PATCH', handler: REFUSAL }],
    ['left out, if Atlas was not asked', undefined, { provider: 'aws', enabled: 'false' }, undefined],
    ['to be sent, in a plan', 'Apply would send', { ...APPLY, mode: 'plan' }, undefined],
  ])('is %s', (_, word, given, fault) =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      if (given.enabled === 'false') scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS' }]
      if (fault !== undefined) scenario.atlas.faults.push(fault)
      const { summary } = await scenario.runStep(given)
      expect([...summary.matchAll(/<p>([\w ]+): <code>PATCH /g)].map(([, intro]) => intro)).toEqual(
        word === undefined ? [] : [word],
      )
    }),
  )
})

describe('the id of a project', () => {
  test('links to the project in Atlas, in summary and issue', () =>
    withProject(async ({ scenario, github, drift }) => {
      Object.assign(scenario.project.blocks.awsKms as object, { region: 'EU_WEST_1' })
      const { summary } = await drift()
      const link = `<a href="${scenario.atlas.url}/v2/${PROJECT_ID}"><code>${PROJECT_ID}</code></a>`
      expect(summary).toContain(link)
      expect(github.issues[0]?.body).toContain(link)
    }))

  test('links to each of several', () =>
    withProjects(3, async ({ atlas, runStep }) => {
      const { summary } = await runStep({ mode: 'verify' })
      for (const id of [0, 1, 2].map(idOf)) expect(summary).toContain(`<a href="${atlas.url}/v2/${id}">`)
    }))
})
