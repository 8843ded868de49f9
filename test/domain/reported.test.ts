import { expect, test } from '@jest/globals'
import { providerState } from '../../src/domain/reported.ts'

test('a provider that is not enabled is not valid, whatever Atlas reports of its key', () => {
  expect(providerState({ awsKms: { enabled: false, valid: true } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: false,
    valid: false,
  })
  expect(providerState({ awsKms: { enabled: true, valid: true } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: true,
    valid: true,
  })
  expect(providerState({ awsKms: { enabled: true, valid: null } }, 'aws')).toEqual({
    provider: 'aws',
    enabled: true,
    valid: false,
  })
  expect(providerState({}, 'gcp')).toEqual({ provider: 'gcp', enabled: false, valid: false })
})
