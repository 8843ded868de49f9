import { describe, expect, test } from '@jest/globals'
import type { ProviderName } from '../../src/domain/providers.ts'
import { type PlanComment, projectPlan, reportPlan, upsertComment } from '../../src/github/comment.ts'
import { marker } from '../../src/github/markers.ts'
import { Ownership } from '../../src/github/ownership.ts'
import { buildReport } from '../../src/report/report.ts'
import { MemoryGitHub } from './memory-github.ts'
import { desires, enabled, PROJECT, resultOf, wants } from './results.ts'
import { BODIES } from './sync.ts'

async function planOf(provider: ProviderName, more: Record<string, string> = {}): Promise<PlanComment> {
  const reported = { awsKms: enabled('aws') as never, azureKeyVault: enabled('azure') as never }
  const result = await resultOf({ mode: 'plan', desired: desires([wants(provider, more)]) }, { reported })
  return projectPlan(result, [provider], BODIES)
}

async function upsert(plan: PlanComment, github: MemoryGitHub): Promise<{ url: string; calls: string[] }> {
  const before = github.calls.length
  const url = await upsertComment(plan, 7, github, new Ownership(github))
  return { url, calls: github.calls.slice(before) }
}

describe('the comment with a plan', () => {
  test('is created, left alone, and updated in place', async () => {
    const github = new MemoryGitHub()
    const { url, calls } = await upsert(await planOf('aws'), github)
    expect(calls).toEqual(['list /issues/7/comments', 'create /issues/7/comments', 'list /issues/7/comments'])
    expect((await upsert(await planOf('aws'), github)).calls).toEqual(['list /issues/7/comments', 'viewer'])
    const changed = await upsert(await planOf('aws', { region: 'EU_WEST_1' }), github)
    expect(changed).toEqual({ url, calls: ['list /issues/7/comments', 'viewer', 'update /issues/comments/1001'] })
    expect(github.entries.map(({ body }) => body.includes('EU_WEST_1'))).toEqual([true])
  })

  test('of each provider is one of its own', async () => {
    const github = new MemoryGitHub()
    const urls = [await upsert(await planOf('aws'), github), await upsert(await planOf('azure'), github)]
    expect(new Set(urls.map(({ url }) => url)).size).toBe(2)
    for (const provider of ['aws', 'azure'] as const)
      expect((await upsert(await planOf(provider), github)).calls).toHaveLength(2)
  })

  test('of another run at the same time is kept if it is older', async () => {
    const github = new MemoryGitHub()
    const plan = await planOf('aws')
    github.beforeCreate = () => void github.add({ body: plan.marker })
    const { url } = await upsert(plan, github)
    expect(github.entries).toHaveLength(1)
    expect(github.entries[0]).toMatchObject({ url, body: plan.body })
  })

  test('that was edited is written anew', async () => {
    const github = new MemoryGitHub()
    const plan = await planOf('aws')
    await upsert(plan, github)
    Object.assign(github.entries[0] as object, { body: plan.body.replace('AWS KMS', 'AWS') })
    expect((await upsert(plan, github)).calls).toContain('update /issues/comments/1001')
  })

  test('by somebody else is left alone, though it has the right fingerprint', async () => {
    const github = new MemoryGitHub()
    const plan = await planOf('aws')
    const theirs = github.add({ body: plan.body, author: { login: 'mallory', isPerson: true } })
    const { url } = await upsert(plan, github)
    expect(url).not.toBe(theirs.url)
    expect(github.entries).toHaveLength(2)
  })

  test('of version 1.0 is taken over once', async () => {
    const github = new MemoryGitHub()
    github.add({ body: marker('plan', PROJECT) })
    expect((await upsert(await planOf('azure'), github)).calls).toContain('update /issues/comments/1001')
    expect((await upsert(await planOf('aws'), github)).calls).toContain('create /issues/7/comments')
    expect(github.entries).toHaveLength(2)
  })

  test('is not confused with comments that have no marker', async () => {
    const github = new MemoryGitHub()
    github.add({ body: 'A comment.' })
    const projects = [await resultOf({ mode: 'plan', desired: desires([wants('aws')]) }, { reported: {} })]
    const report = buildReport({ mode: 'plan', shard: null, isMultiProject: true, error: null, projects })
    const { calls } = await upsert(reportPlan(report, 'cafe', BODIES), github)
    expect(calls).toContain('create /issues/7/comments')
  })

  test('of many projects does not depend on which run wrote it', async () => {
    const projects = [await resultOf({ mode: 'plan', desired: desires([wants('aws')]) }, { reported: {} })]
    const report = buildReport({ mode: 'plan', shard: null, isMultiProject: true, error: null, projects })
    const later = { ...report, run: { id: '2', at: '2026-01-02' } }
    expect(reportPlan(later, 'cafe', BODIES).fingerprint).toBe(reportPlan(report, 'cafe', BODIES).fingerprint)
  })
})
