import { describe, expect, test } from '@jest/globals'
import { type ServiceAccountSecret, serviceAccountSecret } from '../../src/domain/service-account-secret.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 1)
const SECRET = 'mdb_sa_sk_0123456789abWXYZ'

const secret = (daysLeft: number, more: Partial<ServiceAccountSecret> = {}): ServiceAccountSecret => ({
  expiresAt: NOW + daysLeft * DAY,
  lastUsedAt: undefined,
  lastFour: '',
  ...more,
})
const check = (...secrets: ServiceAccountSecret[]) => serviceAccountSecret(secrets, SECRET, NOW)

describe('the secret of a service account', () => {
  test.each([
    [15, true],
    [14, true],
    [13.99, false],
    [0, false],
    [-3, false],
  ])('that expires in %d days: %j', (days, held) => expect(check(secret(days)).held).toBe(held))

  test('is said to expire on a day', () => {
    expect(check(secret(30)).detail).toContain('expires on 2026-12-01, in 30 days')
    expect(check(secret(-1)).detail).toContain('expired on 2026-10-31')
  })

  test.each([
    ['no secret is listed', []],
    ['Atlas does not say when', [secret(1, { expiresAt: undefined })]],
  ])('is unknown if %s', (_, secrets) =>
    expect(check(...secrets)).toEqual({
      condition: 'service-account-secret',
      held: null,
      detail: 'Atlas does not say when the secret of the service account expires.',
    }),
  )

  test('is to be replaced in time', () => {
    expect(check(secret(20)).condition).toBe('service-account-secret')
    for (const [days, detail] of [
      [10.5, 'The secret of the service account expires on 2026-11-11, in 10 days. Create a new secret in Atlas'],
      [0.5, 'The secret of the service account expires on 2026-11-01, in 0 days. Create a new secret in Atlas'],
      [-1, 'The secret of the service account expired on 2026-10-31. Create a new secret in Atlas'],
    ] as const)
      expect(check(secret(days))).toEqual({
        condition: 'service-account-secret',
        held: false,
        detail: `${detail} and store it before then.`,
      })
  })
})

describe('of several secrets the one counts', () => {
  test('whose last four characters are the same', () => {
    const used = secret(100, { lastFour: 'WXYZ', lastUsedAt: NOW - 9 * DAY })
    expect(check(secret(1, { lastFour: 'abcd', lastUsedAt: NOW }), used).held).toBe(true)
    expect(check(secret(100, { lastFour: 'abcd', lastUsedAt: NOW }), { ...used, expiresAt: NOW + DAY }).held).toBe(
      false,
    )
  })

  test('but not if there are none of them', () => {
    const [unknown, used] = [secret(1), secret(100, { lastFour: 'abcd', lastUsedAt: NOW })]
    expect(serviceAccountSecret([unknown, used], '', NOW).held).toBe(true)
  })

  test('else the one that was used last', () => {
    const used = secret(100, { lastUsedAt: NOW - DAY })
    const before = secret(1, { lastUsedAt: NOW - 2 * DAY })
    const longBefore = secret(2, { lastUsedAt: NOW - 3 * DAY })
    expect(check(before, used, secret(1)).held).toBe(true)
    expect(check(used, before, secret(1), longBefore).held).toBe(true)
    expect(check(longBefore, used, before).held).toBe(true)
  })

  test('else the first to expire', () => {
    expect(check(secret(100), secret(5), secret(50)).held).toBe(false)
    expect(check(secret(1, { expiresAt: undefined }), secret(5)).held).toBe(false)
    expect(check(secret(5), secret(1, { expiresAt: undefined })).held).toBe(false)
  })

  test('also among several with the same last four characters', () => {
    const [old, fresh] = [secret(3, { lastFour: 'WXYZ' }), secret(200, { lastFour: 'WXYZ', lastUsedAt: NOW })]
    expect(check(old, fresh).held).toBe(true)
  })
})
