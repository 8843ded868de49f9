import { describe, expect, test } from '@jest/globals'
import { idOf } from '../harness/fixtures.ts'
import { MemoryGitHub } from './memory-github.ts'
import { desires, enabled, type FakeAtlasState, PROJECT, resultOf, type StepOf, wants } from './results.ts'
import { runStep, type Source, syncResults } from './sync.ts'

const DRIFTED: FakeAtlasState = {
  reported: {
    awsKms: enabled('aws', { region: 'EU_WEST_1' }) as never,
    azureKeyVault: enabled('azure', { keyVaultName: 'other' }) as never,
  },
}
const OTHER_ID = idOf(0xc)
const step = (...providers: StepOf['desired']['providers']): StepOf => ({ mode: 'drift', desired: desires(providers) })
const AWS = step(wants('aws'))
const BOTH = step(wants('aws'), wants('azure'))
const AZURE = step(wants('azure'))

/** A run on a config file that no longer has the project: it looks at another one, which is as it should be. */
async function runWithout(github: MemoryGitHub, source: Source): Promise<string[]> {
  const fine = { reported: { awsKms: enabled('aws') as never } }
  const before = github.writes.length
  await syncResults([{ ...(await resultOf(AWS, fine)), projectId: OTHER_ID }], github, source)
  return github.writes.slice(before)
}

async function opened(source: Source, by = AWS): Promise<MemoryGitHub> {
  const github = new MemoryGitHub()
  await runStep(by, DRIFTED, github, source)
  return github
}

describe('a project that left the config file', () => {
  test('has its issue closed, with the reason and the file', async () => {
    const github = await opened({ file: 'atlas.yml' })
    expect(await runWithout(github, { file: 'atlas.yml' })).toEqual(['send /issues/1/comments', 'update /issues/1'])
    expect(github.closingComments).toEqual([
      expect.stringContaining('no longer in the config file <code>atlas.yml</code>'),
    ])
    expect(github.entries[0]?.isOpen).toBe(false)
    expect(await runWithout(github, { file: 'atlas.yml' })).toEqual([])
  })

  test('has it closed by the shard that it belongs to, even if that is empty now', async () => {
    const github = await opened({ file: 'atlas.yml' })
    const shard = (isInShard: boolean): Source => ({ file: 'atlas.yml', projectIds: [], isInShard: () => isInShard })
    await syncResults([], github, shard(false))
    expect(github.entries[0]?.isOpen).toBe(true)
    await syncResults([], github, shard(true))
    expect(github.entries[0]?.isOpen).toBe(false)
  })

  test('keeps what other runs found', async () => {
    const github = await opened({ file: 'atlas.yml' })
    await runStep(AZURE, DRIFTED, github)
    expect(await runWithout(github, { file: 'atlas.yml' })).toEqual(['update /issues/1'])
    const [issue] = github.entries
    expect(issue?.isOpen).toBe(true)
    expect(issue?.body).toContain('<h4>Azure Key Vault</h4>')
    expect(issue?.body).not.toContain('<h4>AWS KMS</h4>')
    expect(await runStep(AZURE, DRIFTED, github)).toEqual([])
  })

  test.each<[string, Source, Source]>([
    ['another file', { file: 'atlas.yml' }, { file: 'other.yml' }],
    ['a run on the project alone', {}, { file: 'atlas.yml' }],
    ['a run without a config file', { file: 'atlas.yml' }, {}],
  ])('keeps its issue if that is of %s', async (_, first, second) => {
    const github = await opened(first)
    expect(await runWithout(github, second)).toEqual([])
  })

  test('keeps its issue while it is in the file, and in another shard', async () => {
    const github = await opened({ file: 'atlas.yml' })
    expect(await runWithout(github, { file: 'atlas.yml', projectIds: [PROJECT, OTHER_ID] })).toEqual([])
  })

  test('keeps an issue whose body is not the one that was written', async () => {
    const github = await opened({ file: 'atlas.yml' })
    Object.assign(github.entries[0] as object, { body: `${github.entries[0]?.body}\nSeen.` })
    expect(await runWithout(github, { file: 'atlas.yml' })).toEqual([])
  })

  test('keeps an issue that somebody else wrote', async () => {
    const github = await opened({ file: 'atlas.yml' })
    Object.assign(github.entries[0] as object, { author: { login: 'mallory', isPerson: true } })
    expect(await runWithout(github, { file: 'atlas.yml' })).toEqual([])
  })

  test('is not taken for one after an error of all others', async () => {
    const github = await opened({ file: 'atlas.yml' })
    const failed = await resultOf(AWS, { reported: null as never })
    await syncResults([{ ...failed, projectId: OTHER_ID }], github, { file: 'atlas.yml' })
    expect(github.entries[0]?.isOpen).toBe(true)
  })
})

describe('a provider that left its project in the config file', () => {
  test('has its part removed, and the issue closed if that was all', async () => {
    const github = await opened({ file: 'atlas.yml' }, BOTH)
    expect(github.entries[0]?.body).toContain('<h4>Azure Key Vault</h4>')
    expect(await runStep(AWS, DRIFTED, github, { file: 'atlas.yml' })).toEqual(['update /issues/1'])
    expect(github.entries[0]?.body).not.toContain('<h4>Azure Key Vault</h4>')
    expect(
      await runStep(AZURE, { reported: { azureKeyVault: enabled('azure') as never } }, github, { file: 'atlas.yml' }),
    ).toEqual(['send /issues/1/comments', 'update /issues/1'])
  })

  test('keeps its part if another run wrote it', async () => {
    const github = await opened({}, BOTH)
    expect(await runStep(AWS, DRIFTED, github, { file: 'atlas.yml' })).toEqual([])
  })
})
