import { describe, expect, test } from '@jest/globals'
import { idOf, ORGANIZATION } from '../harness/fixtures.ts'
import { type ProjectsScenario, reportOf, withProjects } from '../harness/projects-scenario.ts'

const ORG = { mode: 'verify', 'org-id': ORGANIZATION }

/** Six projects, `listed-0` to `listed-5`; the first two have the tag `env: prod`, the third `env: test`. */
function tag({ atlas }: ProjectsScenario): void {
  const values = ['prod', 'prod', 'test']
  const listed = atlas.organizations.get(ORGANIZATION) ?? []
  atlas.organizations.set(
    ORGANIZATION,
    listed.map((project, n) =>
      values[n] === undefined ? project : { ...project, tags: [{ key: 'env', value: values[n] }] },
    ),
  )
}

const CASES: readonly [name: string, inputs: Record<string, string>, checked: readonly number[]][] = [
  ['by name', { 'include-projects': 'listed-1, listed-4' }, [1, 4]],
  ['by id', { 'include-projects': idOf(3) }, [3]],
  ['by id in upper case', { 'include-projects': `${idOf(3).toUpperCase()}, listed-0` }, [0, 3]],
  ['by a star alone, which is all', { 'include-projects': '*' }, [0, 1, 2, 3, 4, 5]],
  ['by a list with empty items', { 'include-projects': ',listed-1,, listed-2,' }, [1, 2]],
  [
    'without an id that is included too',
    { 'include-projects': `listed-0\n${idOf(1)}`, 'exclude-projects': idOf(1) },
    [0],
  ],
  [
    'without those of a tag, though included by id',
    { 'include-projects': `${idOf(2)},${idOf(4)}`, 'exclude-projects': 'tag:env=t*' },
    [4],
  ],
  [
    'by a pattern without some',
    { 'include-projects': 'listed-*', 'exclude-projects': 'listed-0\nlisted-5' },
    [1, 2, 3, 4],
  ],
  ['by a tag and its value', { 'include-projects': 'tag:env=prod' }, [0, 1]],
  ['by a pattern of values', { 'include-projects': 'tag:env=*t' }, [2]],
  ['without those that have a tag', { 'exclude-projects': 'tag:env' }, [3, 4, 5]],
]

describe('projects of an organization', () => {
  test.each(CASES)('are selected %s', (_, inputs, checked) =>
    withProjects(6, async (scenario) => {
      tag(scenario)
      const result = await scenario.runStep({ ...ORG, ...inputs })
      expect(result.outputs.result).toBe('passed')
      expect(reportOf(result).projects.map(({ projectId }) => projectId)).toEqual(checked.map(idOf))
      expect(result.log).toContainEqual(expect.stringMatching(new RegExp(`\\b${checked.length}\\b.*\\b6\\b`)))
      expect(result.warnings).toEqual([])
      const seen = new Set(scenario.atlas.requests.map(({ path }) => /groups\/(\w+)\/encryption/.exec(path)?.[1]))
      expect([...seen].filter((id) => id !== undefined).sort()).toEqual(checked.map(idOf))
    }),
  )

  test('are cut into shards after they are selected', () =>
    withProjects(6, async (scenario) => {
      tag(scenario)
      const inputs = { ...ORG, 'include-projects': 'tag:env' }
      const shards = await Promise.all(['1/2', '2/2'].map((shard) => scenario.runStep({ ...inputs, shard })))
      const ids = shards.flatMap((step) => reportOf(step).projects.map(({ projectId }) => projectId))
      expect(ids.sort()).toEqual([0, 1, 2].map(idOf))
    }))

  test('that a pattern does not fit lead to a warning that names it', () =>
    withProjects(2, async ({ runStep }) => {
      const { outputs, warnings } = await runStep({ ...ORG, 'include-projects': 'listed-0, Listed-1, tag:env=prod' })
      expect(outputs.result).toBe('passed')
      expect(warnings).toEqual([
        '`Listed-1` matches no project of the organization.',
        '`tag:env=prod` matches no project of the organization.',
      ])
    }))

  test('are not left out by a sign of negation, which is part of a name', () =>
    withProjects(2, async (scenario) => {
      const result = await scenario.runStep({ ...ORG, 'include-projects': 'listed-*\n!listed-1' })
      expect(reportOf(result).projects).toHaveLength(2)
      expect(result.warnings).toEqual(['`!listed-1` matches no project of the organization.'])
    }))

  test.each([' , ,', ',\n,'])('are never all of them for a list without a name: %j', (list) =>
    withProjects(2, async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ ...ORG, 'include-projects': list })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error' })
      expect(atlas.requests.filter(({ path }) => path.includes('encryptionAtRest'))).toEqual([])
    }),
  )

  test('of which none is left are an error', () =>
    withProjects(2, async ({ atlas, runStep }) => {
      const { outputs, errors } = await runStep({ ...ORG, 'exclude-projects': '*' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error' })
      expect(errors).toEqual([expect.stringContaining('select none of the 2 projects of the organization')])
      expect(atlas.requests.filter(({ path }) => path.includes('encryptionAtRest'))).toEqual([])
    }))

  test('are not selected beside a config file', () =>
    withProjects(1, async ({ atlas, runStep }) => {
      const { errors } = await runStep({ mode: 'verify', 'include-projects': 'a' })
      expect(errors).toEqual([expect.stringContaining('`include-projects`')])
      expect(atlas.requests).toEqual([])
    }))
})
