import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { marker, targetId } from '../../src/github/markers.ts'
import { CONFIGURATIONS, PROJECT_ID } from '../harness/fixtures.ts'
import { withProject } from '../harness/github-scenario.ts'

const { inputs: AWS } = CONFIGURATIONS.aws

describe('the plan on a pull request', () => {
  const event = { number: 7, pull_request: { number: 7 } }
  const oldComment = `<!-- atlas-encryption-at-rest:plan=${PROJECT_ID} -->
<!-- atlas-encryption-at-rest:memory=;0123456789abcdef -->

<h3>✅ Atlas encryption at rest: plan</h3>`
  const plan = { ...AWS, mode: 'plan', comment: 'true', 'aws-region': 'eu-west-1' }

  test('is one comment, updated in place', () =>
    withProject(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const first = await step(plan, event)
      expect(first.outputs['comment-url']).toMatch(/pull\/7#issuecomment-\d+$/)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_1')
      await step({ ...plan, 'aws-region': 'eu-west-2' }, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_2')
      github.calls.length = 0
      await step({ ...plan, 'aws-region': 'eu-west-2' }, event)
      expect(github.requests).toEqual(['GET /issues/7/comments?per_page=100&page=1', 'POST /graphql'])
    }))

  test('runs that race leave one comment, the oldest', () =>
    withProject(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      github.beforeComment = () => {
        github.beforeComment = undefined
        github.addComment(7, marker('plan', targetId('project', PROJECT_ID, 'aws')))
      }
      const { outputs } = await step(plan, event)
      expect(pull.comments).toHaveLength(1)
      expect(pull.comments[0]?.body).toContain('EU_WEST_1')
      expect(outputs['comment-url']).toContain(String(pull.comments[0]?.id))
    }))

  test('a comment of version 1.0 is taken over by the first provider, and the second gets its own', () =>
    withProject(async ({ scenario, github, step }) => {
      scenario.enable('azure')
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const old = github.addComment(7, oldComment)
      const { outputs } = await step(plan, event)
      expect(outputs['comment-url']).toMatch(new RegExp(`#issuecomment-${old.id}$`))
      await step({ ...CONFIGURATIONS.azure.inputs, mode: 'plan', comment: 'true' }, event)
      expect(pull.comments).toHaveLength(2)
      expect(pull.comments.map(({ body }) => /AWS KMS|Azure Key Vault/.exec(body)?.[0])).toEqual([
        'AWS KMS',
        'Azure Key Vault',
      ])
    }))

  test('an untrusted comment with the marker is left alone', () =>
    withProject(async ({ github, step }) => {
      const pull = github.addIssue({ number: 7, pull_request: {} })
      const body = marker('plan', targetId('project', PROJECT_ID, 'aws'))
      github.addComment(7, body, { user: { login: 'someone', type: 'User' } })
      await step(plan, event)
      expect(pull.comments).toHaveLength(2)
      expect(pull.comments[0]?.body).toBe(body)
    }))

  test('on any other event: one line of log', () =>
    withProject(async ({ github, step }) => {
      const { log, outputs } = await step(plan)
      expect(log.filter((line) => line.includes('No comment'))).toHaveLength(1)
      expect(outputs).toMatchObject({ result: 'planned', 'comment-url': '' })
      expect(github.calls).toEqual([])
    }))

  test('no permission names it', () =>
    withProject(async ({ github, step }) => {
      github.respond = () => [403, {}]
      const { warnings } = await step(plan, event)
      expect(warnings).toEqual([expect.stringContaining('`pull-requests: write`')])
    }))
})

test.each([
  ['issue', 'apply'],
  ['issue', 'plan'],
  ['comment', 'apply'],
  ['comment', 'verify'],
  ['comment', 'drift'],
])('%s in %s: one warning, otherwise ignored', (input, mode) =>
  withProject(async ({ github, step }) => {
    const { warnings, exitCode } = await step({ ...AWS, mode, [input]: 'true' })
    expect(exitCode).toBe(0)
    expect(warnings).toEqual([expect.stringContaining(`\`${input}\``)])
    expect(github.calls).toEqual([])
  }),
)

test('the GitHub client is not even loaded when nothing is asked for', () =>
  withProject(async ({ scenario, github }) => {
    const folder = mkdtempSync(join(tmpdir(), 'without-github-'))
    try {
      cpSync(process.env.ACTION_FOLDER as string, folder, { recursive: true })
      const dist = join(folder, 'dist')
      const chunks = readdirSync(dist).filter((name) =>
        readFileSync(join(dist, name), 'utf8').includes('octokit-core.js'),
      )
      expect(chunks).toHaveLength(1)
      for (const name of chunks) rmSync(join(dist, name))
      const { outputs } = await scenario.runStep({ ...AWS, mode: 'drift' }, { folder })
      expect(outputs.result).toBe('passed')
      expect(github.calls).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }))
