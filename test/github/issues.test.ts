import { describe, expect, test } from '@jest/globals'
import type { ProjectResult } from '../../src/domain/result.ts'
import { GitHubError } from '../../src/github/errors.ts'
import { marker, targetId } from '../../src/github/markers.ts'
import { idOf } from '../harness/fixtures.ts'
import { MemoryGitHub } from './memory-github.ts'
import { desires, enabled, type FakeAtlasState, PROJECT, resultOf, type StepOf, wants } from './results.ts'
import { runStep, type Source, syncResults } from './sync.ts'

const DRIFTED: FakeAtlasState = { reported: { awsKms: enabled('aws', { region: 'EU_WEST_1' }) as never } }
const FINE: FakeAtlasState = { reported: { awsKms: enabled('aws') as never } }
const STEP: StepOf = { mode: 'drift', desired: desires([wants('aws')]) }

async function projects(count: number, state = DRIFTED): Promise<ProjectResult[]> {
  const result = await resultOf(STEP, state)
  return Array.from({ length: count }, (_, n) => ({ ...result, projectId: idOf(n) }))
}

const FILE: Source = { file: 'atlas.yml', step: STEP }
const open = (github: MemoryGitHub): number[] =>
  github.entries.filter(({ isOpen }) => isOpen).map(({ number }) => number as number)

describe('the issue of a project', () => {
  test('is opened, left alone, updated, closed with a comment, and opened again', async () => {
    const github = new MemoryGitHub()
    expect(await runStep(STEP, FINE, github)).toEqual([])
    expect(github.calls).toEqual(['list /issues?state=all&labels=atlas-encryption-at-rest'])
    expect(await runStep(STEP, DRIFTED, github)).toEqual(['create /issues'])
    expect(github.titles.get(1001)).toBe(`Atlas encryption at rest: project ${PROJECT}`)
    expect(await runStep(STEP, DRIFTED, github)).toEqual([])
    const worse = { reported: { awsKms: enabled('aws', { region: 'EU_WEST_2' }) as never } }
    expect(await runStep(STEP, worse, github)).toEqual(['update /issues/1'])
    expect(await runStep(STEP, FINE, github)).toEqual(['send /issues/1/comments', 'update /issues/1'])
    expect(github.closingComments).toEqual([expect.stringContaining('no longer finds anything')])
    expect(await runStep(STEP, FINE, github)).toEqual([])
    expect(await runStep(STEP, DRIFTED, github)).toEqual(['update /issues/1'])
    expect(open(github)).toEqual([1])
  })

  test('is not touched, nor even looked for, after an error', async () => {
    const github = new MemoryGitHub()
    await runStep(STEP, DRIFTED, github)
    github.calls.length = 0
    await runStep(STEP, { reported: null as never }, github)
    expect(github.calls).toEqual([])
  })

  test('that a person closed stays closed until something is found', async () => {
    const github = new MemoryGitHub()
    await runStep(STEP, DRIFTED, github)
    Object.assign(github.entries[0] as object, { isOpen: false })
    expect(await runStep(STEP, FINE, github)).toEqual([])
    expect(await runStep(STEP, DRIFTED, github)).toEqual(['update /issues/1'])
  })

  test('is the oldest of several; open ones that are later are closed as duplicates', async () => {
    const github = new MemoryGitHub()
    for (const isOpen of [true, false, true]) github.add({ body: marker('project', PROJECT), isOpen })
    await runStep(STEP, DRIFTED, github)
    expect(open(github)).toEqual([1])
    expect(github.closingComments).toEqual(['Duplicate of #1.'])
  })

  test('a duplicate that cannot be closed does not stop the run', async () => {
    const github = new MemoryGitHub()
    for (let n = 0; n < 2; n += 1) github.add({ body: marker('project', PROJECT) })
    github.refused = /send|update \/issues\/2/
    expect(await runStep(STEP, DRIFTED, github)).toEqual(['send /issues/2/comments', 'update /issues/1'])
  })

  test('that another run opened at the same time gets the sections of this one', async () => {
    const github = new MemoryGitHub()
    const azure: StepOf = { mode: 'drift', desired: desires([wants('azure')]) }
    const both = {
      reported: { ...DRIFTED.reported, azureKeyVault: enabled('azure', { keyVaultName: 'other' }) as never },
    }
    const other = new MemoryGitHub()
    await runStep(azure, both, other)
    github.beforeCreate = () => {
      github.beforeCreate = undefined
      github.add({ body: other.entries[0]?.body as string })
    }
    await runStep(STEP, both, github)
    expect(open(github)).toEqual([1])
    expect(github.entries[0]?.body).toMatch(/EU_WEST_1.*<code>other<\/code>/s)
    expect([...(await runStep(STEP, both, github)), ...(await runStep(azure, both, github))]).toEqual([])
  })

  test.each([
    ['a run that finds it again writes it anew', STEP, DRIFTED, ['update /issues/1']],
    ['a run that proves it resolved closes it', STEP, FINE, ['send /issues/1/comments', 'update /issues/1']],
    [
      'a run that does not look at it leaves it alone',
      { mode: 'verify', desired: desires([]) } as StepOf,
      FINE,
      [] as string[],
    ],
  ])('of version 1.0: %s', async (_, step, state, writes) => {
    const github = new MemoryGitHub()
    const memory = '<!-- atlas-encryption-at-rest:memory=drift:aws;0123456789abcdef -->'
    github.add({ body: `${marker('project', PROJECT)}\n${memory}\n\n<h3>❌ drift</h3>` })
    expect(await runStep(step, state, github)).toEqual(writes)
  })

  test('of version 1.0 keeps what the run does not look at, until another run does', async () => {
    const github = new MemoryGitHub()
    const memory = '<!-- atlas-encryption-at-rest:memory=drift:aws,drift:azure;0123456789abcdef -->'
    github.add({ body: `${marker('project', PROJECT)}\n${memory}` })
    expect(await runStep(STEP, FINE, github)).toEqual(['update /issues/1'])
    expect(github.entries[0]?.body).toContain('An earlier run found this.')
    const azure: StepOf = { mode: 'drift', desired: desires([wants('azure')]) }
    const fine = { reported: { azureKeyVault: enabled('azure') as never } }
    expect(await runStep(azure, fine, github)).toEqual(['send /issues/1/comments', 'update /issues/1'])
  })
})

describe('many projects', () => {
  test('open 20 issues at most in one run; one more lists the others, and is closed when there are none', async () => {
    const github = new MemoryGitHub()
    const all = await projects(45)
    expect((await syncResults(all, github, FILE)).urls).toHaveLength(21)
    expect(open(github)).toHaveLength(21)
    const overflow = github.entries.find(({ id }) => github.titles.get(id)?.includes('more projects'))
    expect(overflow?.body).toContain(idOf(44))
    await syncResults(all, github, FILE)
    expect(open(github)).toHaveLength(41)
    expect(overflow?.body).not.toContain(idOf(39))
    await syncResults(all, github, FILE)
    expect(open(github)).toHaveLength(45)
    expect(overflow?.isOpen).toBe(false)
    github.calls.length = 0
    await syncResults(all, github, FILE)
    expect(github.calls).toEqual([expect.stringContaining('list'), 'viewer'])
  })

  test('the issue that lists the others is left alone while it says the same, and rewritten if it was edited', async () => {
    const github = new MemoryGitHub()
    github.refused = /^create \/issues$/
    const overflow = github.add({ body: marker('rest', targetId('config-file', 'atlas.yml', null)) })
    const all = await projects(21)
    const written = async (): Promise<string[]> => {
      const before = github.writes.length
      await syncResults(all, github, FILE)
      return github.writes.slice(before).filter((call) => !call.startsWith('create'))
    }
    expect(await written()).toEqual(['update /issues/1'])
    expect(await written()).toEqual([])
    overflow.body += '\nSeen.'
    expect(await written()).toEqual(['update /issues/1'])
  })

  test('a refusal for one does not keep the others from being synced', async () => {
    const github = new MemoryGitHub()
    const all = await projects(3)
    await syncResults(all, github, FILE)
    github.refused = /update \/issues\/2$/
    const { urls, refused } = await syncResults(await projects(3, FINE), github, FILE)
    expect(refused).toEqual([expect.any(GitHubError)])
    expect(open(github)).toEqual([2])
    expect(urls).toEqual([1, 3].map((n) => `https://github.test/o/r/issues/${n}`))
  })

  test('if the list cannot be read, nothing is opened or closed', async () => {
    const github = new MemoryGitHub()
    github.refused = /list/
    await expect(syncResults(await projects(3), github, FILE)).rejects.toThrow(GitHubError)
    expect(github.writes).toEqual([])
  })

  test('none to look at: nothing is asked', async () => {
    const github = new MemoryGitHub()
    expect((await syncResults([], github)).urls).toEqual([])
    expect(github.calls).toEqual([])
  })
})
