import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readGitHubSettings } from '../../src/input/github-settings.ts'
import { contextOf } from './context.ts'
import { COMPLETE } from './given.ts'
import { read, settingsOf } from './read.ts'

describe('issue and comment', () => {
  test.each([
    ['issue', 'apply', false],
    ['issue', 'plan', false],
    ['issue', 'verify', true],
    ['issue', 'drift', true],
    ['comment', 'plan', true],
    ['comment', 'apply', false],
    ['comment', 'verify', false],
    ['comment', 'drift', false],
  ] as const)('%s in %s: %s', async (name, mode, counts) => {
    const { github, warnings } = await settingsOf({ ...COMPLETE, mode, [name]: 'true' })
    expect(github[name]).toBe(counts)
    expect(warnings).toHaveLength(counts ? 0 : 1)
    expect(warnings).toMatchSnapshot()
  })

  test('where they are ignored are warned of, word for word', async () => {
    const { warnings } = await settingsOf({ ...COMPLETE, mode: 'apply', issue: 'true', comment: 'true' })
    expect(warnings).toEqual([
      '`issue` is only for `mode: drift` and `mode: verify`; ignored in `apply`.',
      '`comment` is only for `mode: plan`; ignored in `apply`.',
    ])
  })

  test('are not warned of in an export, which refuses them', () => {
    const { settings, warnings } = readGitHubSettings('export', contextOf({ issue: 'true', comment: 'true' }))
    expect(settings).toMatchObject({ issue: false, comment: false, pullRequest: null })
    expect(warnings).toEqual([])
  })

  test('are off unless given', async () => {
    for (const mode of ['plan', 'drift'])
      expect((await settingsOf({ ...COMPLETE, mode })).github).toMatchObject({ issue: false, comment: false })
  })

  test('the pull request is looked for only if there is a comment to write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'event-'))
    try {
      const path = join(folder, 'event.json')
      writeFileSync(path, JSON.stringify({ pull_request: { number: 7 } }))
      const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path }
      const number = async (inputs: Record<string, string>, variables: Record<string, string>) =>
        (await settingsOf({ ...COMPLETE, ...inputs }, variables)).github.pullRequest
      expect(await number({ mode: 'plan', comment: 'true' }, env)).toBe(7)
      expect(await number({ mode: 'plan', comment: 'false' }, env)).toBeNull()
      expect(await number({ mode: 'drift', comment: 'true' }, env)).toBeNull()
      expect(await number({ mode: 'plan', comment: 'true' }, {})).toBeNull()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('labels and assignees', () => {
  test.each([
    ['issue-labels', 'x'.repeat(50), 'x'.repeat(51)],
    ['issue-labels', 'good first issue, ümlaut', 'a\u0007b'],
    ['issue-assignees', 'octocat, mona-lisa_corp', 'octo cat'],
    ['issue-assignees', '0', '-octocat'],
    ['issue-assignees', 'x'.repeat(101), 'x'.repeat(102)],
    ['issue-assignees', 'octocat', 'octocat, @mona'],
  ])('%s: %j is in, %j is out', async (name, good, bad) => {
    expect((await read({ ...COMPLETE, mode: 'drift', [name]: good })).message).toBe('')
    const { message } = await read({ ...COMPLETE, mode: 'drift', [name]: bad })
    expect(message).toMatch(new RegExp(`^Each entry of input \`${name}\` must be `))
  })
})
