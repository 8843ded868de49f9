import { describe, expect, test } from '@jest/globals'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { Provider } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { apply, DISABLE, ENABLE, ENABLED, inTurn, refused } from './fake-context.ts'

describe('apply, before it disables a provider,', () => {
  const lists = { listClusters: inTurn<never[]>([]), listPrivateEndpoints: inTurn<never[]>([]) }

  test.each([401, 403, 404])('sends the change if a list is refused with %i, so that Atlas decides', async (status) => {
    const atlas = {
      ...lists,
      getEncryptionAtRest: inTurn(ENABLED),
      listClusters: inTurn<never[]>(refused('X', status)),
      patchEncryptionAtRest: inTurn({}),
    }
    expect(await apply(DISABLE, atlas)).toMatchObject({ result: 'disabled', valid: false, enabled: false })
  })

  test.each([400, 409, 500])('fails before the PATCH if a list is refused with %i', async (status) => {
    const atlas = {
      ...lists,
      getEncryptionAtRest: inTurn(ENABLED),
      listClusters: inTurn<never[]>(refused('X', status)),
    }
    expect(await apply(DISABLE, atlas)).toMatchObject({ result: 'failed', error: { code: 'X' }, changed: false })
  })

  test('requests no private endpoints for Google', async () => {
    const requested: string[] = []
    const gcp: DesiredProject = { ...ENABLE, providers: [{ provider: 'gcp', enabled: false, fields: {} }] }
    const atlas = {
      ...lists,
      getEncryptionAtRest: inTurn<Reported>({ googleCloudKms: { enabled: true } }),
      listPrivateEndpoints: (_: string, { name, hasPrivateEndpoints }: Provider) => {
        requested.push(`${name} ${hasPrivateEndpoints}`)
        return Promise.resolve([])
      },
      patchEncryptionAtRest: inTurn({}),
    }
    await apply(gcp, atlas)
    expect(requested).toEqual(['gcp false'])
  })
})
