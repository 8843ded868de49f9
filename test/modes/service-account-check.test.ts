import { describe, expect, test } from '@jest/globals'
import type { Credentials } from '../../src/domain/credentials.ts'
import type { ServiceAccountSecret } from '../../src/domain/service-account-secret.ts'
import { ServiceAccountCheck } from '../../src/modes/service-account-check.ts'
import { SERVICE_ACCOUNT } from '../harness/fixtures.ts'
import { refused, stubAtlas } from './fake-context.ts'

const ACCOUNT: Credentials = { kind: 'service-account', ...SERVICE_ACCOUNT }
const NOW = Date.UTC(2026, 10, 1)
const secretOf = (day: number): ServiceAccountSecret => ({
  expiresAt: Date.UTC(2026, 10, day),
  lastUsedAt: undefined,
  lastFour: SERVICE_ACCOUNT.clientSecret.slice(-4),
})

function checkOf(credentials: Credentials, apiVersion: 'v2' | 'v1.0' = 'v2'): ServiceAccountCheck {
  return new ServiceAccountCheck(credentials, apiVersion, () => NOW)
}

describe('the secret of the service account', () => {
  test.each([
    [30, true],
    [10, false],
  ])('that expires on day %d of the month: %j', async (day, held) => {
    const asked: unknown[] = []
    const atlas = stubAtlas({
      listServiceAccountSecrets: (...given) => {
        asked.push(given)
        return Promise.resolve([secretOf(day)])
      },
    })
    const requirement = await checkOf(ACCOUNT).check(atlas, 'project-1')
    expect(requirement).toMatchObject({ condition: 'service-account-secret', held })
    expect(asked).toEqual([['project-1', SERVICE_ACCOUNT.clientId]])
  })

  test('is asked for once, also by projects that are checked at the same time', async () => {
    let asked = 0
    const atlas = stubAtlas({
      listServiceAccountSecrets: () => {
        asked += 1
        return Promise.resolve([secretOf(30)])
      },
    })
    const check = checkOf(ACCOUNT)
    const [first, second] = await Promise.all([check.check(atlas, 'a'), check.check(atlas, 'b')])
    expect(first).toBe(second)
    expect(await check.check(atlas, 'c')).toBe(first)
    expect(asked).toBe(1)
  })

  test('that cannot be read is an error, for each project that asks', async () => {
    const atlas = stubAtlas({ listServiceAccountSecrets: () => Promise.reject(refused('USER_UNAUTHORIZED', 403)) })
    const check = checkOf(ACCOUNT)
    for (const project of ['a', 'b']) {
      await expect(check.check(atlas, project)).rejects.toMatchObject({ code: 'USER_UNAUTHORIZED' })
    }
  })
})

test.each<[string, Credentials, 'v2' | 'v1.0', boolean | null, RegExp]>([
  ['an API key does not expire', { kind: 'api-key', username: 'u', password: 'p' }, 'v2', true, /API key/],
  ['of an access token nothing is known', { kind: 'access-token', token: 't' }, 'v2', null, /access token/],
  ['version 1.0 does not say', ACCOUNT, 'v1.0', null, /1\.0/],
])('%s, and Atlas is not asked', async (_, credentials, apiVersion, held, words) => {
  const requirement = await checkOf(credentials, apiVersion).check(stubAtlas({}), 'a')
  expect(requirement).toMatchObject({ condition: 'service-account-secret', held })
  expect(requirement.detail).toMatch(words)
})
