import { expect, test } from '@jest/globals'
import { PROVIDER_LIST, PROVIDERS } from '../../src/domain/providers.ts'

// Inputs, masks, validation, comparison and pages derive from it, so that a change shows here first.
test('the table of providers is the one that was reviewed', () => {
  expect(PROVIDERS).toMatchSnapshot()
  expect(PROVIDER_LIST).toEqual([PROVIDERS.aws, PROVIDERS.azure, PROVIDERS.gcp])
})
