import { describe, expect, test } from '@jest/globals'
import { ORGANIZATION, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { read, settingsOf } from './read.ts'

const EXPORT = { mode: 'export', ...WITH_API_KEY, 'project-id': PROJECT_ID }
const ORG = { ...EXPORT, 'project-id': '', 'org-id': ORGANIZATION }

describe('mode: export', () => {
  test('reads one project, without a provider', async () => {
    const { target, exportFile } = await settingsOf(EXPORT, { GITHUB_WORKSPACE: '/w' })
    expect(target).toEqual({ kind: 'project', projects: [{ id: PROJECT_ID, name: null, providers: [], require: [] }] })
    expect(exportFile).toEqual({ path: 'atlas-encryption-at-rest.yml', workspace: '/w' })
  })

  test('reads an organization, or a selection of its projects', async () => {
    const { target } = await settingsOf({ ...ORG, 'include-projects': 'prod-*' })
    expect(target).toMatchObject({ kind: 'organization', id: ORGANIZATION, desired: { providers: [] } })
  })

  test.each([
    ['atlas.yml', 'atlas.yml'],
    ['./a/../b/atlas.yml', 'b/atlas.yml'],
    ['/w/b/atlas.yml', 'b/atlas.yml'],
    ['-x.yml', '-x.yml'],
    ['..x/a b.yml', '..x/a b.yml'],
  ])('takes the path %j', async (given, path) => {
    const { exportFile } = await settingsOf({ ...EXPORT, 'export-file': given }, { GITHUB_WORKSPACE: '/w' })
    expect(exportFile?.path).toBe(path)
  })

  test.each([
    '..',
    '.',
    '/w',
    '../w2/x',
    '/etc/x',
    'a/',
    'a\\b',
    'a  b',
    'a\u202eb',
    'a::b\u0007',
    WITH_API_KEY['atlas-private-key'],
  ])('refuses the path %j', async (given) => {
    const { message } = await read({ ...EXPORT, 'export-file': given }, { GITHUB_WORKSPACE: '/w' })
    expect(message).toContain('`export-file`')
  })

  test.each([
    { provider: 'aws' },
    { enabled: 'false' },
    { 'enabled-for-search-nodes': 'true' },
    { fields: 'region: us-east-1' },
    { 'aws-region': 'us-east-1' },
    { 'gcp-service-account': 'x@y.iam.gserviceaccount.com' },
    { clusters: 'all' },
    { 'private-endpoint-regions': 'us-east-1' },
    { require: 'clusters' },
    { issue: 'TRUE' },
    { comment: 'true' },
    { 'config-file': 'atlas.yml', 'project-id': '' },
  ])('refuses %j', async (given) => {
    const { message } = await read({ ...EXPORT, ...given })
    expect(message).toContain(`\`${Object.keys(given)[0] ?? ''}\``)
    expect(message).not.toContain('invalid inputs')
  })

  test('refuses all that is given beside it at once', async () => {
    expect((await read({ ...EXPORT, provider: 'aws', 'aws-region': 'us-east-1', issue: 'true' })).message).toBe(
      '`provider`, `aws-region`, `issue`: not allowed with `mode: export`, which writes what Atlas has. Remove them.',
    )
  })

  test('refuses a shard', async () => {
    expect((await read({ ...ORG, shard: '1/2' })).message).toContain('`shard`')
  })

  test('takes what publishes nothing', async () => {
    const { warnings } = await settingsOf({ ...EXPORT, issue: 'false', comment: 'false', 'fail-on-invalid': 'false' })
    expect(warnings).toEqual([])
  })

  test('reports a wrong switch once', async () => {
    expect((await read({ ...EXPORT, issue: 'maybe' })).message).toBe('Input `issue` must be `true` or `false`.')
  })

  test.each(['apply', 'plan', 'verify', 'drift'])('is alone in having an export file: not %s', async (mode) => {
    const given = { ...EXPORT, mode, provider: 'gcp', 'export-file': '../x' }
    expect((await settingsOf(given)).exportFile).toBeUndefined()
  })
})
