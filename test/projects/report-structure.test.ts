import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ReportFileError } from '../../src/projects/errors.ts'
import { findStructure } from '../../src/projects/report-structure.ts'

async function structureOf(text: string): Promise<{ rest: unknown; projects: unknown[] }> {
  const bytes = Buffer.from(text)
  const { rest, projects } = await findStructure(bytes, async () => undefined)
  return {
    rest: JSON.parse(rest),
    projects: projects.map(({ from, to }) => JSON.parse(bytes.toString('utf8', from, to))),
  }
}

describe('the parts of a report', () => {
  // Shallow, since a report is.
  const value = fc.jsonValue({ maxDepth: 3, depthSize: 'small' })
  const key = fc.oneof(fc.string(), fc.constantFrom('projects', '\\', '"', 'a"projects"'))

  test('are found wherever the projects stand and however the text is indented', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(key, value)),
        fc.array(value),
        fc.nat(),
        fc.constantFrom(undefined, 2, '\t'),
        async (others, projects, n, indent) => {
          const entries = others.filter(([name]) => name !== 'projects' && name !== '__proto__')
          const report = Object.fromEntries(entries.toSpliced(n % (entries.length + 1), 0, ['projects', projects]))
          const bytes = Buffer.from(JSON.stringify(report, null, indent))
          const found = await findStructure(bytes, async () => undefined)
          expect(found.rest).toBe(JSON.stringify({ ...report, projects: [] }, null, indent))
          const texts = found.projects.map(({ from, to }) => bytes.toString('utf8', from, to).trim())
          const expected = projects.map((project) => JSON.stringify([project], null, indent).slice(1, -1).trim())
          expect(texts.map(unindented)).toEqual(expected.map(unindented))
        },
      ),
      { numRuns: 1000 },
    ))

  /** Strings have no line breaks of their own in JSON. */
  const unindented = (json: string): string => json.replace(/\n\s*/g, ' ')

  test.each([
    ['{"projects":[]}', []],
    ['{"projects": [ \n\t ] }', []],
    ['{"projects":[{"a":"]"},{"b":"\\"],["}]}', [{ a: ']' }, { b: '"],[' }]],
    ['{"x":{"projects":[1]},"projects":[2]}', [2]],
    ['{"projects":0,"projects":[2]}', [2]],
  ])('of %s', async (text, projects) => {
    expect((await structureOf(text)).projects).toEqual(projects)
  })
})

describe('what is no report', () => {
  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"projects":{}}',
    '{"projects":[',
    '{"projects":["',
    '{"projects":[],"projects":[]}',
    '{"x":{"projects":[]}}',
    '["projects",[]]',
    '"projects":[]',
  ])('%j', async (text) => {
    await expect(structureOf(text)).rejects.toThrow()
  })

  test.each(['{"projects":[,]}', '{"projects":[1,]}', '{"projects":[1 2]}', '{"projects":[}]}', '{"projects":[]]'])(
    '%j has parts that are not JSON',
    async (text) => {
      await expect(structureOf(text)).rejects.toThrow(SyntaxError)
    },
  )

  test.each([
    ['more projects than an organization has', `{"projects":[${Array(10_001).fill('0').join()}]}`],
    ['a long text', `{"projects":["${'x'.repeat(64 * 1024)}"]}`],
    ['a long text of escapes', `{"projects":["${'\\"'.repeat(64 * 1024)}"]}`],
    [
      'a large project',
      `{"projects":[[${Array(100)
        .fill(`"${'x'.repeat(50_000)}"`)
        .join()}]]}`,
    ],
    ['a large project of blanks', `{"projects":[${' '.repeat(5 * 1024 * 1024)}0]}`],
    ['many values in a project', `{"projects":[[${Array(20_001).fill('0').join()}]]}`],
    ['many values in the second project', `{"projects":[0,{"a":[${Array(20_001).fill('{}').join()}]}]}`],
    ['deep nesting', `{"projects":[${'['.repeat(9)}${']'.repeat(9)}]}`],
    ['much beside the projects', `{"projects":[],"later":${' '.repeat(256 * 1024)}0}`],
    [
      'much before the projects',
      `{"later":"${'x '.repeat(30_000)}","a":"${'x '.repeat(30_000)}",${' '.repeat(150_000)}"projects":[]}`,
    ],
  ])('%s', async (_, text) => {
    await expect(structureOf(text)).rejects.toThrow(
      new ReportFileError('is not a report of this action: it is larger than any report can be' as never),
    )
  })

  test('as many values as a project can have, in each of many projects', async () => {
    const project = `[${Array(15_000).fill('0').join()}]`
    expect((await structureOf(`{"projects":[${project},${project},${project}]}`)).projects).toHaveLength(3)
  })
})

test('a large file is scanned in strides', async () => {
  let strides = 0
  const project = JSON.stringify({ text: 'x'.repeat(1000) })
  const text = `{"projects":[${Array(5000).fill(project).join()}]}`
  const { projects } = await findStructure(Buffer.from(text), async () => {
    strides += 1
  })
  expect(projects).toHaveLength(5000)
  expect(strides).toBe(Math.ceil(text.length / 1024 / 1024))
  const end = new Error('the end')
  await expect(findStructure(Buffer.from(text), () => Promise.reject(end))).rejects.toBe(end)
})
