import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { pullRequestNumber, secretsAdvice } from '../../src/input/event.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The environment of a run that an event triggered. */
function triggered(event: unknown, name = 'pull_request', more: Record<string, string> = {}) {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event))
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, ...more }
}

const repo = (full_name: string) => ({ repo: { full_name } })
const FORK = { pull_request: { number: 7, head: repo('stranger/app'), base: repo('octo/app') } }
const OWN = { pull_request: { number: 8, head: repo('octo/app'), base: repo('octo/app') } }

test.each([
  ['a fork', FORK, 'pull_request', / a fork, .*skip the step there\.$/],
  ['a fork that is gone', { pull_request: { head: { repo: null }, base: repo('octo/app') } }, 'pull_request', /fork/],
  ['a fork of which nothing is known', { pull_request: { base: repo('octo/app') } }, 'pull_request', /fork/],
  ['a fork of an unknown repository', { pull_request: { head: repo('octo/app') } }, 'pull_request', /fork/],
  ['a fork of one that is gone', { pull_request: { head: repo('octo/app'), base: {} } }, 'pull_request', /fork/],
  ['a fork, but with secrets', FORK, 'pull_request_target', /^$/],
  ['the same repository', OWN, 'pull_request', /^$/],
  ['no pull request', { pull_request: null }, 'pull_request', /^$/],
  ['a list', [], 'pull_request', /^$/],
  ['null', null, 'pull_request', /^$/],
  ['a text', '"pull_request"', 'pull_request', /^$/],
  ['no JSON', '{"pull_request', 'pull_request', /^$/],
])('advice for %s', (_, event, name, says) => expect(secretsAdvice(triggered(event, name))).toMatch(says))

test('advice for Dependabot, word for word, and none without an event', () => {
  expect(secretsAdvice({ GITHUB_ACTOR: 'dependabot[bot]' })).toBe(
    ' This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or store the credentials as Dependabot secrets too.',
  )
  expect(secretsAdvice({ GITHUB_ACTOR: 'dependabot' })).toBe('')
  expect(secretsAdvice({ GITHUB_ACTOR: 'dependabot[bot]' })).toMatchSnapshot()
  expect(secretsAdvice(triggered(FORK, 'pull_request', { GITHUB_ACTOR: 'dependabot[bot]' }))).toMatchSnapshot()
  expect(secretsAdvice({})).toBe('')
  expect(secretsAdvice({ GITHUB_EVENT_NAME: 'pull_request' })).toBe('')
})

test('an event past all bounds is not looked at', () => {
  const env = triggered(FORK)
  truncateSync(env.GITHUB_EVENT_PATH, 33 * 1024 * 1024)
  expect(secretsAdvice(env)).toBe('')
})

test.each([
  [32 * 1024 * 1024, 7],
  [32 * 1024 * 1024 + 1, undefined],
])('of an event of %i characters the number is %s', (length, number) => {
  const text = JSON.stringify(FORK)
  expect(pullRequestNumber(triggered(`${' '.repeat(length - text.length)}${text}`))).toBe(number)
})

test.each([
  [FORK, 'pull_request', 7],
  [OWN, 'pull_request_target', 8],
  [OWN, 'push', undefined],
  [{ pull_request: { number: '8' } }, 'pull_request', undefined],
  [{ pull_request: { number: 1.5 } }, 'pull_request', undefined],
  [{}, 'pull_request', undefined],
  [null, 'pull_request', undefined],
])('the number of the pull request: %#', (event, name, number) =>
  expect(pullRequestNumber(triggered(event, name))).toBe(number),
)

test('no number without an event', () => expect(pullRequestNumber({})).toBeUndefined())
