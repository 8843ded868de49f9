import { describe, expect, test } from '@jest/globals'
import { sideEffects, unmanagedSettings } from '../../src/domain/unmanaged.ts'
import { aws, project } from './desired.ts'

describe('what the workflow does not name', () => {
  const both = { awsKms: { enabled: true }, googleCloudKms: { enabled: true } }

  test('is another provider that is enabled', () =>
    expect(unmanagedSettings(project([aws({})]), both)).toEqual([
      'Google Cloud KMS is enabled too, and not managed by this workflow.',
    ]))

  test('is not one that is named to be disabled, nor one that is off', () => {
    const off = { provider: 'gcp', enabled: false, fields: {} } as const
    expect(unmanagedSettings(project([aws({}), off]), { ...both, azureKeyVault: { enabled: false } })).toEqual([])
  })

  test.each([
    ['on and not given', true, undefined, 1],
    ['on and given', true, true, 0],
    ['on and to be off', true, false, 0],
    ['off', false, undefined, 0],
    ['not reported', null, undefined, 0],
  ])('enabledForSearchNodes that is %s', (_, enabledForSearchNodes, desired, count) => {
    const notes = unmanagedSettings(
      project([aws({})], desired === undefined ? {} : { enabledForSearchNodes: desired }),
      { enabledForSearchNodes },
    )
    expect(notes).toHaveLength(count)
    expect(notes.join()).toContain(count === 0 ? '' : 'enabledForSearchNodes) is on, and not managed')
  })
})

test.each([true, false])('a switch of enabledForSearchNodes to %j says what it costs', (enabledForSearchNodes) => {
  expect(sideEffects({ enabledForSearchNodes })).toEqual([expect.stringMatching(/new search nodes.*rebuild.*indexes/)])
  expect(sideEffects({ awsKms: { region: 'X' } })).toEqual([])
})
