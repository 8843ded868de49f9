import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compare, differences } from '../../src/domain/compare.ts'
import type { DesiredProject, DesiredProvider } from '../../src/domain/desired.ts'
import { changeBy, isEmpty, minimalPatch, type Patch } from '../../src/domain/patch.ts'
import { PROVIDER_LIST, PROVIDERS } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { desiredProject, reportedDocument } from './arbitraries.ts'
import { aws, project } from './desired.ts'

const plan = (desired: DesiredProject, reported: Reported): Patch =>
  minimalPatch(desired, reported, compare(desired, reported))

/** What Atlas does with a patch (MongoDB's OpenAPI specification v2, updateEncryptionAtRest), without its checks. */
function applied(reported: Reported, patch: Patch): Reported {
  const after: Record<string, unknown> = { ...reported }
  for (const { atlasObject, fields } of PROVIDER_LIST) {
    const sent = patch[atlasObject]
    if (sent === undefined) continue
    const returned = Object.entries(sent).filter(
      ([name]) => !fields.some((field) => field.name === name && field.secret),
    )
    after[atlasObject] =
      sent.enabled === false ? { enabled: false } : { ...reported[atlasObject], ...Object.fromEntries(returned) }
  }
  return patch.enabledForSearchNodes === undefined
    ? (after as Reported)
    : { ...after, enabledForSearchNodes: patch.enabledForSearchNodes }
}

describe('the patch of any project', () => {
  test('leaves no difference when Atlas applies it', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const after = applied(reported, plan(desired, reported))
        expect(differences(compare(desired, after))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('is empty exactly if there is no difference and no secret', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const hasSecret = desired.providers.some(({ provider, fields }) =>
          PROVIDERS[provider].fields.some((f) => f.secret && fields[f.name] !== undefined),
        )
        const comparisons = compare(desired, reported)
        if (differences(comparisons).length === 0 && !hasSecret) expect(plan(desired, reported)).toEqual({})
        if (differences(comparisons).length > 0) expect(isEmpty(plan(desired, reported))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('has only the providers that are named', () => {
    fc.assert(
      fc.property(desiredProject, reportedDocument, (desired, reported) => {
        const named: string[] = desired.providers.map(({ provider }) => PROVIDERS[provider].atlasObject)
        for (const key of Object.keys(plan(desired, reported)))
          expect([...named, 'enabledForSearchNodes']).toContain(key)
      }),
    )
  })
})

describe('the patch', () => {
  const on = { awsKms: { enabled: true, accessKeyID: 'OLD', region: 'US_EAST_1', customerMasterKeyID: 'k' } }

  test('always has a secret, with the fields that belong to it', () => {
    const same = aws({ accessKeyID: 'OLD', secretAccessKey: 's', region: 'US_EAST_1' })
    expect(plan(project([same]), on)).toEqual({ awsKms: { accessKeyID: 'OLD', secretAccessKey: 's' } })
    expect(plan(project([aws({ secretAccessKey: 's' })]), on)).toStrictEqual({ awsKms: { secretAccessKey: 's' } })
    expect(plan(project([aws({ accessKeyID: 'OLD' })]), on)).toEqual({})
    expect(plan(project([aws({ accessKeyID: 'NEW' })]), on)).toEqual({ awsKms: { accessKeyID: 'NEW' } })
  })

  test('has a field only for the provider in which it differs', () => {
    const role = { roleId: 'r' }
    const both = { awsKms: { enabled: true, ...role }, googleCloudKms: { enabled: true, roleId: 'q' } }
    const desired = project([aws(role), { provider: 'gcp', enabled: true, fields: role }])
    expect(plan(desired, both)).toStrictEqual({ googleCloudKms: role })
  })

  test.each<[string, DesiredProvider[], Reported, string]>([
    ['unchanged', [aws({ region: 'US_EAST_1' })], on, 'unchanged'],
    ['updated', [aws({ region: 'EU_WEST_1' })], on, 'updated'],
    ['created', [aws({ region: 'EU_WEST_1' })], {}, 'created'],
    ['disabled', [aws({}, false)], on, 'disabled'],
    ['created before disabled', [aws({}, false), { provider: 'gcp', enabled: true, fields: {} }], on, 'created'],
    [
      'disabled before updated',
      [aws({}, false), { provider: 'gcp', enabled: true, fields: { roleId: 'r' } }],
      { ...on, googleCloudKms: { enabled: true, roleId: 'q' } },
      'disabled',
    ],
  ])('has the result: %s', (_, providers, reported, expected) => {
    const desired = project(providers)
    expect(changeBy(plan(desired, reported), desired, reported)).toBe(expected)
  })

  test('has the search nodes if they differ', () => {
    const desired = project([aws({})], { enabledForSearchNodes: true })
    expect(plan(desired, on)).toEqual({ enabledForSearchNodes: true })
  })
})
