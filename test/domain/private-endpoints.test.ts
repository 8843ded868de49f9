import { describe, expect, test } from '@jest/globals'
import type { DesiredProvider } from '../../src/domain/desired.ts'
import {
  approveCommand,
  compareEndpoints,
  ENDPOINT_STATUSES,
  endpointIn,
  endpointStatus,
  otherEndpoints,
  type PrivateEndpoint,
} from '../../src/domain/private-endpoints.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'

const endpoint = (region: SafeText, status: SafeText): PrivateEndpoint => ({
  id: safe`64b0c0ffee0000000000e001`,
  region,
  status,
  connectionName: safe``,
  errorMessage: safe``,
})
const azure = (regions: SafeText[], enabled = true): DesiredProvider => ({
  provider: 'azure',
  enabled,
  fields: {},
  privateEndpointRegions: regions,
})
const [east, west] = [safe`US_EAST_2`, safe`EUROPE_WEST`]

describe('a region with a private endpoint', () => {
  test.each(ENDPOINT_STATUSES)('that is %s differs unless it is ACTIVE', (status) => {
    expect(compareEndpoints(azure([east]), [endpoint(east, safe`${status}`)])).toEqual([
      {
        provider: 'azure',
        field: 'privateEndpoints.US_EAST_2',
        expected: 'ACTIVE',
        actual: status,
        verdict: status === 'ACTIVE' ? 'same' : 'differs',
      },
    ])
  })

  test('that has none differs', () =>
    expect(compareEndpoints(azure([east]), [endpoint(west, safe`ACTIVE`)])).toMatchObject([{ actual: null }]))

  test('is not compared for a provider that is to be disabled', () =>
    expect(compareEndpoints(azure([east], false), [endpoint(east, safe`ACTIVE`)])).toEqual([]))

  test('counts the active one of several', () => {
    const several = [endpoint(east, safe`FAILED`), endpoint(east, safe`ACTIVE`)]
    expect(endpointIn(east, several)?.status).toBe('ACTIVE')
    expect(endpointIn(east, several.slice(0, 1))?.status).toBe('FAILED')
  })
})

test('endpoints in regions that are not named are told apart', () =>
  expect(otherEndpoints(azure([east]), [endpoint(east, safe`ACTIVE`), endpoint(west, safe`ACTIVE`)])).toEqual([
    endpoint(west, safe`ACTIVE`),
  ]))

test('a provider without named regions has no region to compare, and all endpoints are others', () => {
  const { privateEndpointRegions: _, ...unnamed } = azure([])
  expect(compareEndpoints(unnamed, [endpoint(east, safe`ACTIVE`)])).toEqual([])
  expect(otherEndpoints(unnamed, [endpoint(east, safe`ACTIVE`)])).toHaveLength(1)
  expect(otherEndpoints(azure([east, west]), [endpoint(east, safe`ACTIVE`)])).toEqual([])
})

test('results hold what was last seen, or nulls', () => {
  const { id } = endpoint(east, safe`ACTIVE`)
  expect(endpointStatus('azure', east, endpoint(east, safe`ACTIVE`))).toEqual({
    provider: 'azure',
    region: east,
    status: 'ACTIVE',
    connectionName: null,
    id,
  })
  expect(endpointStatus('azure', east, undefined)).toEqual({
    provider: 'azure',
    region: east,
    status: null,
    connectionName: null,
    id: null,
  })
})

describe('the command that approves a connection', () => {
  test('quotes each value', () =>
    expect(approveCommand('vault-1', 'keys.prod', safe`mongodb-atlas_1`)).toBe(
      "az keyvault private-endpoint-connection approve --vault-name 'vault-1' --resource-group 'keys.prod' --name 'mongodb-atlas_1'",
    ))

  test.each([
    ['', 'g', safe`c`],
    ['v', 'g; rm -rf ~', safe`c`],
    ['v', 'g', safe`c' --subscription 'x`],
    ['v', 'g', safe`$(id)`],
    ['v', 'g', safe``],
    ['vé', 'g', safe`c`],
  ])('is left out for %j %j %j', (vault, group, connection) =>
    expect(approveCommand(vault, group, connection)).toBeUndefined(),
  )
})
