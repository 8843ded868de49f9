import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { Checkpoint } from '../../src/domain/checkpoint.ts'
import { compare } from '../../src/domain/compare.ts'
import type { ExportedProject } from '../../src/domain/exported.ts'
import { exportedProviders } from '../../src/domain/exported.ts'
import { isEmpty, minimalPatch } from '../../src/domain/patch.ts'
import { differingField, findExportProblem } from '../../src/export/check-project.ts'
import { requireReadable } from '../../src/export/read-back.ts'
import { byName, renderProject } from '../../src/export/render.ts'
import { readConfigText } from '../../src/input/config-file/read-config-file.ts'
import { InputErrors } from '../../src/input/errors.ts'
import { UNPRINTABLE } from '../../src/sanitize/characters.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { sanitized } from '../harness/context.ts'
import { exportedProject, HOSTILE } from './arbitraries.ts'

const { signal } = new AbortController()
const newSecrets = (): Secrets => new Secrets(() => undefined)

const textOf = (projects: readonly ExportedProject[]): string =>
  `version: 1\nprojects:\n${projects.map(renderProject).join('')}`

/** Reads a text as a config file in a mode. */
async function read(text: string, mode: 'drift' | 'plan' | 'apply') {
  const errors = new InputErrors()
  const context = { input: () => '', env: {}, secrets: newSecrets(), errors, checkpoint: new Checkpoint(signal) }
  const { projects } = await readConfigText(mode, { file: safe`atlas.yml`, text }, context)
  errors.throwIfAny()
  return projects
}

/** A project with AWS as it is given. */
function awsProject(awsKms: Record<string, string | boolean>, name: string | null = null): ExportedProject {
  const state = { reported: { awsKms: { enabled: true, ...awsKms } }, clusters: [], endpoints: new Map() }
  const id = safe`64b0c0ffee0000000000beef`
  const known = { id, name: name === null ? null : sanitized(name), enabledForSearchNodes: false, omissions: [] }
  return { ...state, ...known, providers: exportedProviders(state) }
}

describe('an exported file', () => {
  test('is read back as what Atlas reports, for every legal state: drift finds nothing, and plan sends nothing', async () => {
    const projects = fc.uniqueArray(exportedProject, { selector: ({ id }) => id, minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(projects, async (all) => {
        for (const project of all) expect(findExportProblem(project, newSecrets())).toBeUndefined()
        const described = all.filter(({ providers }) => providers.length > 0)
        if (described.length === 0) return
        const text = textOf(all)
        const desired = await read(text, 'plan')
        expect(desired.map(({ id, name }) => [id, name])).toEqual(described.map(({ id, name }) => [id, name]))
        for (const [i, project] of described.entries()) {
          const { reported } = project
          const one = desired[i]
          if (one === undefined) throw new Error('a project is missing')
          expect(differingField(one, project)).toBeUndefined()
          expect(isEmpty(minimalPatch(one, reported, compare(one, reported)))).toBe(true)
        }
        await requireReadable({ file: safe`atlas.yml`, text }, described, {
          apiVersion: 'v2',
          secrets: newSecrets(),
          signal,
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('names every enabled provider, cluster and field of a legal state, and shows everything that it has', async () => {
    await fc.assert(
      fc.asyncProperty(exportedProject, async (project) => {
        fc.pre(project.providers.length > 0)
        const text = textOf([project])
        expect(text.replaceAll('\n', '')).not.toMatch(UNPRINTABLE)
        const [desired] = await read(text, 'drift')
        expect(desired?.providers.map(({ provider }) => provider)).toEqual(
          project.providers.map(({ provider }) => provider),
        )
        for (const [i, { clusters, privateEndpointRegions, fields }] of project.providers.entries()) {
          const one = desired?.providers[i]
          expect(one?.clusters ?? []).toEqual(clusters)
          expect(one?.privateEndpointRegions ?? []).toEqual(privateEndpointRegions)
          expect(Object.keys(one?.fields ?? {}).sort()).toEqual(Object.keys(fields).sort())
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(HOSTILE)('has the value %j unchanged', async (value) => {
    const [desired] = await read(textOf([awsProject({ customerMasterKeyID: value }, value.slice(0, 200))]), 'drift')
    expect(desired?.providers[0]?.fields.customerMasterKeyID).toBe(value)
    expect(desired?.name).toBe(awsProject({}, value.slice(0, 200)).name)
  })

  test.each(HOSTILE)('means the same to another reader of YAML: %j', (value) => {
    const text = textOf([awsProject({ customerMasterKeyID: value })])
    for (const version of ['1.1', '1.2'] as const) {
      const document = parse(text, { version }) as { projects: { awsKms: { customerMasterKeyID: unknown } }[] }
      expect(document.projects[0]?.awsKms.customerMasterKeyID).toBe(value)
    }
  })
})

describe('a project that a config file cannot describe', () => {
  const problem = (awsKms: Record<string, string>): string | undefined =>
    findExportProblem(awsProject(awsKms), newSecrets())

  test.each([
    [{ customerMasterKeyID: `\${KEY}` }, 'awsKms.customerMasterKeyID'],
    [{ customerMasterKeyID: ' key' }, 'awsKms.customerMasterKeyID'],
    [{ customerMasterKeyID: 'a\nb' }, 'awsKms.customerMasterKeyID'],
    [{ customerMasterKeyID: 'x'.repeat(10_000) }, 'awsKms.customerMasterKeyID'],
    [{ roleId: 'x' }, 'awsKms.roleId'],
    [{ region: 'us east' }, 'awsKms.region'],
    [{ accessKeyID: 'short' }, 'awsKms.accessKeyID'],
    [
      { customerMasterKeyID: 'arn:aws:kms:us-east-1:111122223333:key/1', region: 'EU_WEST_1' },
      'awsKms.customerMasterKeyID',
    ],
  ])('is found by its field: %j', (awsKms, field) => {
    expect(problem(awsKms)).toMatch(new RegExp(`^\`${field}\``))
  })

  test('is one with a cluster that has the name of all clusters', () => {
    const cluster = { name: safe`all`, provider: 'AWS', paused: false, state: safe`IDLE`, isShared: false } as const
    const state = {
      ...awsProject({}),
      clusters: [{ ...cluster, providerNames: new Set<never>() }],
    }
    expect(findExportProblem({ ...state, providers: exportedProviders(state) }, newSecrets())).toContain(
      'awsKms.clusters',
    )
  })
})

describe('a text that would not be read back', () => {
  const project = awsProject({ customerMasterKeyID: 'a' })
  const check = (text: string, projects: readonly ExportedProject[] = [project]): Promise<void> =>
    requireReadable({ file: safe`f.yml`, text }, projects, { apiVersion: 'v2', secrets: newSecrets(), signal })

  test.each([
    ['is broken', '['],
    ['is no config file', 'version: 1\nprojects: []\n'],
    ['differs', textOf([awsProject({ customerMasterKeyID: 'b' })])],
    ['is too large', `${textOf([project])}#${'x'.repeat(2 * 1024 * 1024)}\n`],
  ])('because it %s is refused', async (_, text) => {
    await expect(check(text)).rejects.toMatchObject({ code: 'INPUT' })
  })

  test('because it misses a project, or has another, is refused', async () => {
    const other = { ...project, id: safe`64b0c0ffee0000000000cafe` }
    await expect(check(textOf([project]), [project, other])).rejects.toThrow('1 projects would be missing')
    await expect(check(textOf([project, other]))).rejects.toThrow('is not a project of the export')
  })
})

test('projects are sorted by name, then id, by code point', () => {
  const named = (name: string | null, id: string) => ({ ...awsProject({}, name), id: sanitized(id) })
  const sorted = [
    named('b', '1'),
    named('😀', '1'),
    named('\uff5e', '1'),
    named('a', '2'),
    named('a', '1'),
    named(null, '1'),
  ]
  expect(sorted.sort(byName).map(({ name, id }) => [name, id])).toEqual([
    [null, '1'],
    ['a', '1'],
    ['a', '2'],
    ['b', '1'],
    ['\uff5e', '1'],
    ['😀', '1'],
  ])
})
