import { describe, expect, test } from '@jest/globals'
import { ORGANIZATION, PROJECT_ID } from '../harness/fixtures.ts'
import { read } from './read.ts'

const MERGE = { mode: 'merge', 'report-files': 'reports/*.json' }

describe('mode: merge', () => {
  test('needs no more than a glob', async () => {
    expect((await read(MERGE, { GITHUB_WORKSPACE: '/w' })).settings).toEqual({
      mode: 'merge',
      workspace: '/w',
      reportFiles: 'reports/*.json',
      timeout: 600,
      warnings: [],
    })
  })

  test('has a timeout', async () => {
    expect((await read({ ...MERGE, timeout: '7' })).settings?.timeout).toBe(7)
  })

  test('in no workspace, in the working directory', async () => {
    expect((await read(MERGE, { GITHUB_WORKSPACE: '' })).settings).toMatchObject({ workspace: process.cwd() })
  })

  test.each([
    { 'report-files': '' },
    { 'project-id': PROJECT_ID },
    { 'config-file': 'x' },
    { 'org-id': ORGANIZATION },
    { 'include-projects': 'x' },
    { 'exclude-projects': 'x' },
    { shard: '1/2', require: 'clusters' },
    { issue: 'maybe' },
    { comment: 'maybe' },
  ])('refuses %j', async (given) => {
    const { message } = await read({ ...MERGE, ...given })
    expect(message).not.toBe('')
    expect(message).toMatchSnapshot()
  })

  const FOREIGN = 'not for `mode: merge`, which joins what other runs found; remove it.'

  test.each([
    [{ shard: '1/2' }, `\`shard\`: ${FOREIGN}`],
    [{ require: 'clusters' }, `\`require\`: ${FOREIGN}`],
    [{ 'config-file': 'x', 'exclude-projects': 'y' }, `\`config-file\`, \`exclude-projects\`: ${FOREIGN}`],
    [
      { 'report-files': '' },
      'Input `report-files` is required with `mode: merge`: a glob for the reports of the matrix, such as `reports/**/*.json`.',
    ],
  ])('refuses %j, word for word', async (given, message) => {
    expect((await read({ ...MERGE, ...given })).message).toBe(message)
  })

  test('ignores what a common `with:` block has, with one warning', async () => {
    const beside = { issue: 'true', comment: 'false', provider: 'x', enabled: 'x', fields: 'x', 'gcp-role-id': 'x' }
    const { settings } = await read({ ...MERGE, ...beside, 'enabled-for-search-nodes': 'x', 'aws-role-arn': 'x' })
    expect(settings?.warnings).toEqual([
      '`mode: merge` only joins reports; ignored: `issue`, `provider`, `enabled`, `enabled-for-search-nodes`, `fields`, `aws-role-arn`, `gcp-role-id`.',
    ])
    expect(settings?.warnings).toMatchSnapshot()
    expect((await read({ ...MERGE, issue: 'false', comment: 'false' })).settings?.warnings).toEqual([])
    expect((await read({ ...MERGE, comment: 'true' })).settings?.warnings).toHaveLength(1)
  })
})
