import { describe, expect, test } from '@jest/globals'
import { allValid, targets } from '../../src/domain/result.ts'
import { aws, project } from './desired.ts'

const REPORTED = {
  awsKms: { enabled: true, valid: true },
  azureKeyVault: { enabled: false, valid: true },
  googleCloudKms: { enabled: true, valid: false },
}

describe('the verdict is about', () => {
  test('the providers to be enabled, whatever Atlas reports of them', () => {
    const desired = project([
      { provider: 'azure', enabled: true, fields: {} },
      aws({}, false),
      { provider: 'gcp', enabled: true, fields: {} },
    ])
    expect(targets(desired, REPORTED)).toEqual([
      { provider: 'azure', enabled: false, valid: false },
      { provider: 'gcp', enabled: true, valid: false },
    ])
  })

  test('none if all of them are to be disabled', () => expect(targets(project([aws({}, false)]), REPORTED)).toEqual([]))

  test('the enabled ones if none is named', () =>
    expect(targets(project([]), REPORTED)).toEqual([
      { provider: 'aws', enabled: true, valid: true },
      { provider: 'gcp', enabled: true, valid: false },
    ]))
})

test('all are valid if there is one and none is not', () => {
  const valid = { provider: 'aws', enabled: true, valid: true } as const
  expect(allValid([])).toBe(false)
  expect(allValid([valid, valid])).toBe(true)
  expect(allValid([valid, { ...valid, valid: false }])).toBe(false)
})
