import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { BY_CODE } from '../../src/atlas/hints.ts'
import { DOCUMENTED_CODES } from '../../src/domain/documented-codes.ts'
import { NO_LINKS, pageLinks } from '../../src/report/links.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { PROJECT_ID } from '../harness/fixtures.ts'
import { SECRET, secretsWithOne } from './results.ts'

const ENV = {
  GITHUB_SERVER_URL: 'https://github.test',
  GITHUB_ACTION_REPOSITORY: 'octo-org/atlas-encryption-at-rest',
  GITHUB_ACTION_REF: 'v1',
}
const linksWith = (env: Record<string, string>, origin: string | null = 'https://cloud.mongodb.com') =>
  pageLinks(origin, env, secretsWithOne())

describe('links lead', () => {
  const links = linksWith(ENV)
  const docs = 'https://github.test/octo-org/atlas-encryption-at-rest/blob/v1/docs'

  test('to the project in Atlas', () =>
    expect(links.project(PROJECT_ID)).toBe(`https://cloud.mongodb.com/v2/${PROJECT_ID}`))

  test('to what the documentation of this version says about a code, in lower case', () => {
    expect(links.error('NOT_APPLIED')).toBe(`${docs}/errors.md#not_applied`)
    expect(links.error(safe`invalid_client`)).toBe(`${docs}/errors.md#invalid_client`)
  })

  test('to the runbook', () => expect(links.runbook()).toBe(`${docs}/runbook.md`))

  test('nowhere for a code that no page is about', () => expect(links.error(safe`SOMETHING_NEW`)).toBeNull())
})

describe('no link is made', () => {
  test.each<[string, Record<string, string>]>([
    ['without the variables', {}],
    ['of a local action, which has no repository', { ...ENV, GITHUB_ACTION_REPOSITORY: '' }],
    ['without a version', { ...ENV, GITHUB_ACTION_REF: '' }],
    ['from a server that is no URL', { ...ENV, GITHUB_SERVER_URL: 'javascript:alert(1)' }],
    ['from a server with a path', { ...ENV, GITHUB_SERVER_URL: 'https://github.test/"><b>' }],
    ['from a repository that is none', { ...ENV, GITHUB_ACTION_REPOSITORY: 'a/b/../c' }],
    ['from a version with blanks', { ...ENV, GITHUB_ACTION_REF: 'v1 "x"' }],
  ])('to the documentation %s', (_, env) => {
    expect(linksWith(env).error('INPUT')).toBeNull()
    expect(linksWith(env).runbook()).toBeNull()
  })

  test('to Atlas if its address is not known', () => expect(linksWith(ENV, null).project(PROJECT_ID)).toBeNull())

  test('at all by those for tests and merges', () =>
    expect([NO_LINKS.project(PROJECT_ID), NO_LINKS.error('INPUT'), NO_LINKS.runbook()]).toEqual([null, null, null]))
})

test('links hold no secret', () => {
  const links = linksWith({ ...ENV, GITHUB_ACTION_REF: SECRET }, `https://${SECRET}.example`)
  for (const link of [links.project(PROJECT_ID), links.error('INPUT'), links.runbook()]) {
    expect(link).toContain('***')
    expect(link).not.toContain(SECRET)
  }
})

describe('the page of error codes', () => {
  const page = readFileSync('docs/errors.md', 'utf8')
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, code]) => code as string)

  test('has a section for each documented code, and for no other', () => {
    expect(headings.toSorted()).toEqual([...DOCUMENTED_CODES].toSorted())
    expect(new Set(headings).size).toBe(headings.length)
  })

  test.each(Object.keys(BY_CODE))('has a section for %s, which a hint exists for', (code) =>
    expect(DOCUMENTED_CODES.has(code)).toBe(true),
  )

  test.each(headings)('says of %s what it means, why it comes and what to do', (code) => {
    const [, section = ''] = page.split(`### ${code}\n`)
    const [own = ''] = section.split(/^##/m)
    for (const word of ['Message', 'Cause', 'Fix']) expect(own).toMatch(new RegExp(`^\\*\\*${word}\\*\\*: \\S`, 'm'))
  })
})
