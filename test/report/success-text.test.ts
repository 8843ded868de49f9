import { describe, expect, test } from '@jest/globals'
import type { ClusterStatus } from '../../src/domain/clusters.ts'
import type { ProviderState } from '../../src/domain/reported.ts'
import { plannedTitle, successText } from '../../src/report/success-text.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'
import { type Facts, resultWith } from './results.ts'

const AWS: ProviderState = { provider: 'aws', enabled: true, valid: true }
const GCP: ProviderState = { provider: 'gcp', enabled: true, valid: true }
const OFF: ProviderState = { provider: 'aws', enabled: false, valid: false }

const cluster = (name: SafeText, actual: ClusterStatus['actual']): ClusterStatus => ({
  name,
  expected: 'AWS',
  actual,
  state: safe`IDLE`,
})
const difference = (field: SafeText) => ({ provider: 'aws', field, expected: true, actual: null }) as const
const textOf = (facts: Facts): string => successText(resultWith(facts)).text

describe('apply', () => {
  const apply = (facts: Facts): string => textOf({ mode: 'apply', ...facts })

  test.each<[string, Facts, string]>([
    ['enabled', { result: 'created' }, 'AWS KMS is now enabled and its key is valid.'],
    [
      'enabled two',
      { result: 'created', providers: [AWS, GCP] },
      'AWS KMS, Google Cloud KMS are now enabled and their keys are valid.',
    ],
    ['disabled', { result: 'disabled', providers: [OFF] }, 'AWS KMS is now disabled.'],
    ['found all as desired', { result: 'unchanged' }, 'AWS KMS is as desired and its key is valid. Nothing was sent.'],
    [
      'found it disabled',
      { result: 'unchanged', providers: [OFF], expectsProvider: false },
      'AWS KMS is disabled already. Nothing was sent.',
    ],
    [
      'changed a provider',
      { result: 'updated', patch: { awsKms: { region: safe`X` } } },
      'AWS KMS changed. AWS KMS: enabled, and its key is valid.',
    ],
    [
      'changed the project',
      { result: 'updated', patch: { enabledForSearchNodes: true } },
      'Encryption of search nodes changed. AWS KMS: enabled, and its key is valid.',
    ],
  ])('that %s', (_, facts, text) => expect(apply(facts)).toBe(text))

  test('that switched clusters and created private endpoints counts those that it did', () => {
    const facts: Facts = {
      result: 'updated',
      clusters: [cluster(safe`a`, 'AWS'), cluster(safe`b`, 'AWS'), cluster(safe`c`, 'NONE'), cluster(safe`old`, 'AWS')],
      differences: ['a', 'b', 'c'].map((name) => difference(safe`clusters.${name as 'a'}`)),
    }
    expect(apply(facts)).toMatch(/^2 clusters changed\./)
    const privateEndpoints = [
      { provider: 'aws', region: safe`R`, status: safe`ACTIVE`, connectionName: null, id: null },
    ] as const
    const both = { ...facts, privateEndpoints, differences: [difference(safe`privateEndpoints.R`)] }
    expect(apply(both)).toMatch(/^Private endpoints changed\./)
  })

  test('that leaves a provider enabled for a second run says in what state', () => {
    const facts: Facts = {
      result: 'updated',
      expectsProvider: false,
      providers: [{ ...AWS, valid: false }],
    }
    expect(apply(facts)).toMatch(/AWS KMS: enabled, but the key of AWS KMS is not valid\.$/)
    expect(apply({ ...facts, result: 'unchanged' })).toMatch(/^Nothing was sent\. AWS KMS: enabled/)
  })

  test('advises to switch clusters, unless it did', () => {
    const adviceOf = (facts: Facts) => successText(resultWith({ mode: 'apply', result: 'created', ...facts })).advice
    expect(adviceOf({})).toMatch(/^No cluster uses the key yet\. Run `mode: apply` with `clusters`/)
    expect(adviceOf({ clusters: [cluster(safe`a`, 'AWS')] })).toBeUndefined()
    expect(adviceOf({ result: 'updated' })).toBeUndefined()
  })
})

describe('plan', () => {
  const plan = (facts: Facts): string => textOf({ mode: 'plan', result: 'planned', ...facts })

  test.each<[string, Facts, string]>([
    ['nothing', {}, 'No differences. Apply would send nothing.'],
    ['a field', { changed: true, patch: { awsKms: { region: safe`X` } } }, 'Apply would change 1 field.'],
    [
      'fields of two providers and the project',
      {
        changed: true,
        patch: { awsKms: { region: safe`X` }, googleCloudKms: { roleId: safe`Y` }, enabledForSearchNodes: false },
      },
      'Apply would change 3 fields.',
    ],
    [
      'clusters alone',
      { changed: true, clusters: [cluster(safe`a`, 'NONE'), cluster(safe`b`, 'AWS')] },
      'Apply would change 1 cluster.',
    ],
    [
      'a field, clusters and private endpoints',
      {
        changed: true,
        patch: { awsKms: { requirePrivateNetworking: true } },
        clusters: [cluster(safe`a`, 'NONE'), cluster(safe`b`, 'GCP')],
        differences: [difference(safe`privateEndpoints.R`)],
      },
      'Apply would change 1 field, 2 clusters and 1 private endpoint.',
    ],
  ])('of %s', (_, facts, text) => expect(plan(facts)).toBe(text))

  test('counts the private endpoints that it would delete', () => {
    const privateEndpoints = [
      { provider: 'aws', region: safe`R`, status: safe`ACTIVE`, connectionName: null, id: safe`1` },
      { provider: 'aws', region: safe`S`, status: null, connectionName: null, id: null },
    ] as const
    const facts: Facts = { changed: true, patch: { awsKms: { enabled: false } }, privateEndpoints }
    expect(plan(facts)).toBe('Apply would change 1 field and 1 private endpoint.')
  })

  test('of a key that is not valid says one thing about what apply would do', () => {
    const facts: Facts = { mode: 'plan', result: 'planned', providers: [{ ...AWS, valid: false }] }
    const change = resultWith({ ...facts, changed: true, patch: { awsKms: { region: safe`X` } } })
    const { text, advice } = successText(change)
    expect(text).toBe(
      'Apply would try to change 1 field and fail: Atlas accepts no change while the current key is not valid.',
    )
    expect(advice).toMatch(/^Restore Atlas's access to the current key first\./)
    expect(plannedTitle(change)).toBe('key not valid, 1 field to change')
    const same = resultWith(facts)
    expect(successText(same).text).toBe('There is nothing to change, but the key of AWS KMS is not valid.')
    expect(successText(same).advice).toBe(advice)
    expect(plannedTitle(same)).toBe('key not valid, nothing to change')
    expect(successText(resultWith({ ...facts, providers: [AWS] })).advice).toBeUndefined()
  })

  test('has its size in the title', () => {
    expect(plannedTitle(resultWith({ changed: true, patch: { awsKms: { region: safe`X` } } }))).toBe(
      '1 field to change',
    )
    expect(plannedTitle(resultWith({}))).toBe('nothing to change')
  })
})

describe('verify and drift', () => {
  test.each<[string, Facts, string]>([
    ['verify', {}, 'AWS KMS: enabled, and its key is valid.'],
    ['verify of two', { providers: [AWS, GCP] }, 'AWS KMS, Google Cloud KMS: enabled, and their keys are valid.'],
    ['verify of one that must be off', { providers: [OFF], expectsProvider: false }, 'AWS KMS: disabled.'],
    ['drift', { mode: 'drift' }, 'No differences. AWS KMS: enabled, and its key is valid.'],
    [
      'drift of one that is off',
      { mode: 'drift', providers: [OFF], expectsProvider: false },
      'No differences. AWS KMS: disabled.',
    ],
  ])('%s', (_, facts, text) => expect(textOf(facts)).toBe(text))
})

describe('export', () => {
  test.each<[string, readonly ProviderState[], RegExp]>([
    ['nothing', [], /^No provider of encryption at rest is enabled/],
    [
      'a valid and an invalid key',
      [AWS, { ...GCP, valid: false }],
      /key is valid\. Google Cloud KMS .* its key is NOT valid\.$/,
    ],
  ])('of %s', (_, providers, words) => expect(textOf({ mode: 'export', result: 'exported', providers })).toMatch(words))
})
