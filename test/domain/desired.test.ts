import { describe, expect, test } from '@jest/globals'
import { type DesiredProvider, providersToVerify, withRoleId } from '../../src/domain/desired.ts'
import { aws } from './desired.ts'

test('the ARN of a role is replaced by its id', () => {
  const desired = { ...aws({ region: 'r' }), roleName: 'arn' }
  expect(withRoleId(desired, 'id')).toStrictEqual(aws({ region: 'r', roleId: 'id' }))
  expect(desired.fields).toEqual({ region: 'r' })
})

describe('verify checks', () => {
  const GCP_OFF: DesiredProvider = { provider: 'gcp', enabled: false, fields: {} }

  test('the providers that are to be enabled, without their fields', () =>
    expect(providersToVerify([GCP_OFF, { ...aws({ region: 'r' }), roleName: 'arn', clusters: 'all' }])).toStrictEqual([
      aws({}),
    ]))

  test('that those named are off, if none is to be enabled', () =>
    expect(providersToVerify([GCP_OFF, aws({}, false)])).toStrictEqual([GCP_OFF, aws({}, false)]))
})
