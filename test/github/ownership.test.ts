import { describe, expect, test } from '@jest/globals'
import type { Author, Entry } from '../../src/github/entries.ts'
import { Ownership } from '../../src/github/ownership.ts'
import { BOT, MemoryGitHub } from './memory-github.ts'

const by = (author: Author | null): Entry => ({ author }) as Entry
const person = (login: string): Entry => by({ login, isPerson: true })

describe('an entry is trusted', () => {
  test.each([
    ['by the account of the token', 'deploy-app[bot]', by({ login: 'deploy-app[bot]', isPerson: false })],
    ['by the account of the token, in another case', 'Robot', person('robot')],
    ['by the bot of GitHub Actions, if GitHub does not say whose the token is', undefined, by(BOT)],
  ])('%s', async (_, viewerLogin, entry) => {
    const github = Object.assign(new MemoryGitHub(), { viewerLogin })
    expect(await new Ownership(github).isTrusted(entry)).toBe(true)
    expect(github.calls).toEqual(['viewer'])
  })

  test.each(['admin', 'write'])('by a person with the permission %s', async (permission) => {
    const github = new MemoryGitHub()
    github.permissions.set('alice', permission)
    expect(await new Ownership(github).isTrusted(person('alice'))).toBe(true)
  })
})

describe('an entry is not trusted', () => {
  test.each(['read', 'triage', 'none', 'maintainer', ''])('by a person with the permission %j', async (permission) => {
    const github = new MemoryGitHub()
    github.permissions.set('mallory', permission)
    expect(await new Ownership(github).isTrusted(person('mallory'))).toBe(false)
  })

  test.each([
    ['by a deleted account', by(null), []],
    ['by another app', by({ login: 'other[bot]', isPerson: false }), ['viewer']],
    ['by an organization', by({ login: 'octo-org', isPerson: false }), ['viewer']],
    ['by a person whose permission cannot be asked for', person('mallory'), ['viewer', 'permission mallory']],
    ['by a login that is none', person('../issues'), ['viewer']],
    ['by a person who is called like the bot', person('github-actions'), ['viewer', 'permission github-actions']],
  ])('%s', async (_, entry, calls) => {
    const github = new MemoryGitHub()
    expect(await new Ownership(github).isTrusted(entry)).toBe(false)
    expect(github.calls).toEqual(calls)
  })

  test('by the bot of GitHub Actions, if the token is of another account', async () => {
    const github = Object.assign(new MemoryGitHub(), { viewerLogin: 'deploy-app[bot]' })
    expect(await new Ownership(github).isTrusted(by(BOT))).toBe(false)
  })
})

describe('questions', () => {
  test('are asked once for each account', async () => {
    const github = new MemoryGitHub()
    github.permissions.set('alice', 'write')
    const ownership = new Ownership(github)
    for (const login of ['alice', 'bob', 'Alice', 'bob']) await ownership.isTrusted(person(login))
    expect(github.calls).toEqual(['viewer', 'permission alice', 'permission bob'])
  })

  test('are asked for 20 persons at most', async () => {
    const github = new MemoryGitHub()
    const ownership = new Ownership(github)
    for (let n = 0; n < 100; n += 1) await ownership.isTrusted(person(`person-${n}`))
    expect(github.calls).toHaveLength(21)
  })

  test('are spared by what the token created', async () => {
    const github = new MemoryGitHub()
    const ownership = new Ownership(github)
    ownership.learnFrom(person('robot'))
    expect(await ownership.isTrusted(person('robot'))).toBe(true)
    expect(github.calls).toEqual([])
  })
})
