import { describe, expect, test } from '@jest/globals'
import { CONDITIONS } from '../../src/domain/conditions.ts'
import { readTarget } from '../../src/input/target.ts'
import { idOf, ORGANIZATION, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { contextOf, messageOf } from './context.ts'
import { COMPLETE } from './given.ts'
import { read, settingsOf } from './read.ts'

const OF_ORGANIZATION = { ...WITH_API_KEY, mode: 'verify', 'org-id': ORGANIZATION }
const FILE = { 'atlas.yml': `version: 1\nprojects:\n  - id: ${idOf(1)}\n    awsKms: {}\n` }
const WITH_FILE = { ...WITH_API_KEY, mode: 'verify', 'config-file': 'atlas.yml' }

describe('an organization', () => {
  test('is read', async () => {
    const given = { ...OF_ORGANIZATION, 'org-id': ORGANIZATION.toUpperCase(), require: 'clusters' }
    expect((await settingsOf(given)).target).toEqual({
      kind: 'organization',
      id: ORGANIZATION,
      selection: { include: [], exclude: [] },
      desired: { require: ['clusters'], providers: [] },
    })
  })

  test.each(['apply', 'plan', 'drift'])('is refused in %s', async (mode) => {
    expect((await read({ ...OF_ORGANIZATION, provider: 'aws', mode })).message).toMatch(/^Input `org-id` is only for/)
  })
})

describe('a selection', () => {
  test('of an organization', async () => {
    const { target } = await settingsOf({
      ...OF_ORGANIZATION,
      'include-projects': `prod-*, ${PROJECT_ID.toUpperCase()}`,
      'exclude-projects': 'tag:env=dev\nb, c',
    })
    expect(target).toMatchObject({
      selection: {
        include: [
          { kind: 'name', name: ['prod-', ''], text: 'prod-*' },
          { kind: 'id', id: PROJECT_ID },
        ],
        exclude: [
          { kind: 'tag', key: ['env'], value: ['dev'], text: 'tag:env=dev' },
          { kind: 'name', name: ['b, c'], text: 'b, c' },
        ],
      },
    })
  })

  test.each(['include-projects', 'exclude-projects'])('%s that names nothing is refused', async (name) => {
    expect((await read({ ...OF_ORGANIZATION, [name]: ' , ' })).message).toBe(`Input \`${name}\` names no project.`)
  })

  test.each([
    ['a project', COMPLETE, { 'include-projects': 'x' }],
    ['a project', COMPLETE, { 'exclude-projects': 'x' }],
    ['a project, in verify', { ...COMPLETE, mode: 'verify' }, { 'include-projects': 'x', 'exclude-projects': 'y' }],
    ['a config file', WITH_FILE, { 'include-projects': 'x' }],
    ['a config file', WITH_FILE, { 'exclude-projects': 'x' }],
  ])('beside %s is refused: %#', async (_, inputs, selection) => {
    const { message } = await read({ ...inputs, ...selection }, {}, FILE)
    for (const name of Object.keys(selection)) expect(message).toContain(`\`${name}\``)
    expect(message).toMatch(/^`(in|ex)clude-projects`.* allowed only with `org-id`/)
    expect(message).toMatchSnapshot()
  })

  test('beside a project of the environment is refused', async () => {
    const { 'project-id': _, ...inputs } = COMPLETE
    const { message } = await read({ ...inputs, 'include-projects': 'x' }, { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID })
    expect(message).toMatch(/^`include-projects`/)
  })
})

describe('beside a config file', () => {
  test.each([
    [{ provider: 'aws' }, '`provider`: not allowed with `config-file`. Set it in the file instead.'],
    [
      { fields: 'a: b', enabled: 'true', 'gcp-role-id': 'x' },
      '`enabled`, `fields`, `gcp-role-id`: not allowed with `config-file`. Set them in the file instead.',
    ],
  ])('what is desired is refused: %j', async (given, message) => {
    expect((await read({ ...WITH_FILE, ...given }, {}, FILE)).message).toBe(message)
  })
})

describe('reading goes on after a mistake', () => {
  const OF_PROJECT = { 'project-id': PROJECT_ID }

  test('with no target if its id is wrong', async () => {
    for (const inputs of [{ 'project-id': 'x' }, { 'org-id': 'x' }]) {
      const context = contextOf(inputs)
      expect(await readTarget('verify', context)).toBeUndefined()
      expect(messageOf(context)).toBe(
        `Input \`${Object.keys(inputs).join()}\` must be 24 hexadecimal digits (0-9, a-f).`,
      )
    }
  })

  test('with no condition if one is wrong', async () => {
    const context = contextOf({ ...OF_PROJECT, require: 'clusters, x' })
    expect(await readTarget('verify', context)).toMatchObject({ target: { projects: [{ require: [] }] } })
    expect(messageOf(context)).toMatch(/^Each condition in input `require` must be one of `/)
  })

  test('in an export without a look at what it refuses', async () => {
    const context = contextOf({ ...OF_PROJECT, provider: 'oracle', enabled: 'x' })
    expect(await readTarget('export', context)).toMatchObject({ target: { projects: [{ providers: [] }] } })
    expect(messageOf(context)).toBe(
      '`provider`, `enabled`: not allowed with `mode: export`, which writes what Atlas has. Remove them.',
    )
  })
})

describe('a shard', () => {
  test.each([
    ['1/1', 1, 1, '1/1'],
    ['01/02', 1, 2, '1/2'],
    ['1000/1000', 1000, 1000, '1000/1000'],
  ])('%s', async (shard, index, count, text) => {
    expect((await settingsOf({ ...OF_ORGANIZATION, shard })).shard).toEqual({ index, count, text })
    expect((await settingsOf({ ...WITH_FILE, shard }, {}, FILE)).shard).toEqual({ index, count, text })
  })

  test.each(['1001/1001', '0/0', '2/1', '1/2/3', 'a1/2', '1/2a', '-1/2', '/', '1/2\n', '0000001/2'])(
    'not %j',
    async (shard) => {
      const { message } = await read({ ...OF_ORGANIZATION, shard })
      if (shard === '1/2\n') expect(message).toBe('')
      else expect(message).toMatch(/^Input `shard` must be `i\/n`/)
    },
  )

  test('of one project is refused: most shards would check nothing', async () => {
    for (const mode of ['apply', 'verify']) {
      const { message } = await read({ ...COMPLETE, mode, shard: '1/2' })
      expect(message).toMatch(/^Input `shard` divides the projects of a config file or an organization/)
    }
    const { 'project-id': _, ...inputs } = COMPLETE
    const env = { MONGODB_ATLAS_PROJECT_ID: PROJECT_ID }
    expect((await read({ ...inputs, shard: '1/1' }, env)).message).toMatch(/^Input `shard` divides/)
  })
})

describe('conditions', () => {
  test('are the words of the table', async () => {
    const { target } = await settingsOf({ ...COMPLETE, mode: 'drift', require: CONDITIONS.join('\n') })
    expect(target).toMatchObject({ projects: [{ require: CONDITIONS }] })
  })

  test('of the input hold for each project of a file, beside its own', async () => {
    const text = `${FILE['atlas.yml']}    require: [rotation-alert, clusters]\n`
    const { target } = await settingsOf(
      { ...WITH_FILE, require: 'clusters, no-open-alerts' },
      {},
      { 'atlas.yml': text },
    )
    expect(target).toMatchObject({ projects: [{ require: ['rotation-alert', 'clusters', 'no-open-alerts'] }] })
  })
})
