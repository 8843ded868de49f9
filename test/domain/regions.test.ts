import { expect, test } from '@jest/globals'
import { atlasRegion, isKnownRegion } from '../../src/domain/regions.ts'

test.each([
  ['us-east-1', 'US_EAST_1', true],
  ['US_GOV_WEST_1', 'US_GOV_WEST_1', true],
  ['us-gov-east-1', 'US_GOV_EAST_1', true],
  ['mars-1', 'MARS_1', false],
  ['', '', false],
])('the region %s has a name in Atlas and is known or not', (text, region, known) => {
  expect(atlasRegion(text)).toBe(region)
  expect(isKnownRegion(region)).toBe(known)
})
