import { describe, expect, test } from '@jest/globals'
import { AtlasApiError } from '../../src/atlas/errors.ts'
import { PROVIDERS } from '../../src/domain/providers.ts'
import { respondWith } from '../fake-atlas/faults.ts'
import {
  idOf,
  ORGANIZATION,
  OTHER_ROLE_ID,
  PROJECT_ID,
  ROLE_ARN,
  ROLE_ID,
  SERVICE_ACCOUNT,
} from '../harness/fixtures.ts'
import { withFakeAtlas } from './fake-session.ts'

const SECRET = 'correct-horse-battery'
const HOSTILE = `a\n::error::b ${SECRET}`
const HARMLESS = 'a ::error::b ***'

describe('projects of an organization', () => {
  test('over several pages, each once, with names that are safe to show', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      run.secrets.protect(SECRET)
      const listed = Array.from({ length: 501 }, (_, n) => ({ id: idOf(n).toUpperCase(), name: `project-${n}` }))
      listed[1] = { id: idOf(1), name: HOSTILE }
      server.organizations.set(ORGANIZATION, [...listed, { id: idOf(3), name: 'again' }])
      const projects = await connect().listProjects(ORGANIZATION)
      expect(projects).toHaveLength(501)
      expect(projects[0]).toEqual({ id: idOf(0), name: 'project-0', tags: [] })
      expect(projects[1]?.name).toBe(HARMLESS)
    }))

  test.each([[null], ['../groups'], ['64b0']])('an id that is %j does not become part of a path', (id) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, { results: [{ id, name: 'x' }] }) })
      await expect(connect().listProjects(ORGANIZATION)).rejects.toThrow(/without a proper id/)
    }),
  )

  test('a refusal is about the organization', () =>
    withFakeAtlas(async ({ connect }) => {
      await expect(connect().listProjects('5f0c0ffee000000000000000')).rejects.toThrow(/`org-id`/)
    }))
})

describe('clusters', () => {
  const regions = (...names: string[]) => [{ regionConfigs: names.map((providerName) => ({ providerName })) }]

  test('with their state, their clouds, and whether they are shared', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      run.secrets.protect(SECRET)
      const project = server.addProject()
      project.clusters = [
        { name: 'orders', encryptionAtRestProvider: 'AWS', stateName: 'IDLE', replicationSpecs: regions('AWS', 'AWS') },
        { name: 'wide', stateName: 'UPDATING', paused: true, replicationSpecs: regions('AWS', 'AZURE', 'LUNAR') },
        { name: HOSTILE, stateName: '', replicationSpecs: regions('TENANT') },
      ]
      expect(await connect().listClusters(PROJECT_ID)).toEqual([
        {
          name: 'orders',
          provider: 'AWS',
          paused: false,
          state: 'IDLE',
          providerNames: new Set(['AWS']),
          isShared: false,
        },
        {
          name: 'wide',
          provider: 'NONE',
          paused: true,
          state: 'UPDATING',
          providerNames: new Set(['AWS', 'AZURE']),
          isShared: false,
        },
        {
          name: HARMLESS,
          provider: 'NONE',
          paused: false,
          state: '',
          providerNames: new Set(['TENANT']),
          isShared: true,
        },
      ])
    }))

  test.each(['M0', 'M2', 'M5'])('of size %s are shared', (instanceSize) =>
    withFakeAtlas(async ({ server, connect }) => {
      const regionConfigs = [{ providerName: 'AWS', electableSpecs: { instanceSize } }]
      server.addProject().clusters = [{ name: 'a', replicationSpecs: [{ regionConfigs }] }]
      expect((await connect().listClusters(PROJECT_ID))[0]?.isShared).toBe(true)
    }),
  )

  test.each(['', 'none', 'aws', 'AWS ', 'NONE', 'ORACLE', '__proto__', null, undefined])('%j is no key', (name) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().clusters = [{ name: 'a', encryptionAtRestProvider: name as 'NONE' }]
      expect((await connect().listClusters(PROJECT_ID))[0]?.provider).toBe('NONE')
    }),
  )

  test.each([
    [[{ name: 5 }], 'results.0.name'],
    [[{ encryptionAtRestProvider: true }], 'results.0.encryptionAtRestProvider'],
    [[{ replicationSpecs: {} }], 'results.0.replicationSpecs'],
    [[{ replicationSpecs: [0, 0] }], 'replicationSpecs.0'],
    [[{ replicationSpecs: [{ regionConfigs: [{}, { providerName: 5 }] }] }], 'regionConfigs.1.providerName'],
  ])('%j is no cluster', (results, path) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, { results }) })
      await expect(connect().listClusters(PROJECT_ID)).rejects.toThrow(`\`${path}\``)
    }),
  )

  test('a name that is too long for one is shown by its length', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().clusters = [{ name: 'x'.repeat(201) }]
      expect((await connect().listClusters(PROJECT_ID))[0]?.name).toBe('(201 characters)')
    }))
})

describe('alerts', () => {
  test('the open ones, and the configurations', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      run.secrets.protect(SECRET)
      const project = server.addProject()
      project.alerts = [{ eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', status: 'OPEN', clusterName: HOSTILE }]
      project.alertConfigurations = [{ eventTypeName: HOSTILE, enabled: true }]
      const atlas = connect()
      expect(await atlas.listOpenAlerts(PROJECT_ID)).toEqual([
        { event: 'AWS_ENCRYPTION_KEY_INVALID', cluster: HARMLESS },
      ])
      expect(await atlas.listAlertConfigurations(PROJECT_ID)).toEqual([{ event: HARMLESS, enabled: true }])
    }))

  test('of a server that ignores the filter, only the open ones', () =>
    withFakeAtlas(async ({ server, connect }) => {
      const results = [{ eventTypeName: 'A', status: 'CLOSED' }, { eventTypeName: 'B', status: 'OPEN' }, {}]
      server.faults.push({ handler: respondWith(200, { results }) })
      expect(await connect().listOpenAlerts(PROJECT_ID)).toEqual([
        { event: 'B', cluster: '' },
        { event: '', cluster: '' },
      ])
    }))
})

describe('the latest event', () => {
  const UPDATED = 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED'
  const { signal } = new AbortController()

  test('of the given types, with who caused it', () =>
    withFakeAtlas(async ({ server, connect, run }) => {
      run.secrets.protect(SECRET)
      const created = '2026-11-01T10:00:00Z'
      server.addProject().events = [
        { eventTypeName: 'OTHER', created, username: 'jane' },
        { eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', created, username: HOSTILE },
        { eventTypeName: UPDATED, created, publicKey: 'abcdwxyz' },
      ]
      const atlas = connect()
      const latest = (...types: string[]) => atlas.getLatestEvent(PROJECT_ID, types, signal)
      expect(await latest(UPDATED)).toEqual({ type: UPDATED, created, who: 'API key abcdwxyz' })
      expect(await latest(UPDATED, 'AWS_ENCRYPTION_KEY_INVALID')).toMatchObject({ who: HARMLESS })
      expect(await latest('NEVER')).toBeUndefined()
      expect(server.requests.at(-1)?.path).toMatch(/events\?eventType=NEVER&itemsPerPage=1$/)
    }))

  test('may lack everything', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, { results: [{}] }) })
      expect(await connect().getLatestEvent(PROJECT_ID, [UPDATED], signal)).toEqual({
        type: '',
        created: null,
        who: null,
      })
    }))

  test.each([[{}], [{ results: null }], [{ results: [], totalCount: 2 }], [{ results: [0] }]])(
    'is not "none" in %j',
    (body) =>
      withFakeAtlas(async ({ server, connect }) => {
        server.faults.push({ handler: respondWith(200, body) })
        const reading = connect().getLatestEvent(PROJECT_ID, [UPDATED], signal)
        await expect(reading).rejects.toMatchObject({ code: 'PROTOCOL' })
      }),
  )

  test('is not worth a second attempt, nor waiting past the signal', () =>
    withFakeAtlas(
      async ({ server, connect }) => {
        server.faults.push({ handler: respondWith(503), times: 9 })
        await expect(connect().getLatestEvent(PROJECT_ID, [UPDATED], signal)).rejects.toThrow('HTTP 503')
        const ended = AbortSignal.abort(new Error('too late'))
        await expect(connect().getLatestEvent(PROJECT_ID, [UPDATED], ended)).rejects.toThrow('too late')
      },
      { retries: 5 },
    ))
})

describe('roles', () => {
  const AZURE_ID = '64b0c0ffee0000000000aaaa'
  const PRINCIPAL = '0ec944e8-1111-2222-3333-444455556666'
  const ACCOUNT = 'mongodb-atlas-x@p-1.iam.gserviceaccount.com'

  test('of all clouds, in one request', () =>
    withFakeAtlas(async ({ server, connect }) => {
      const project = server.addProject()
      project.roles = [
        { roleId: ROLE_ID.toUpperCase(), arn: ROLE_ARN, authorized: true },
        { roleId: OTHER_ROLE_ID, authorized: false },
      ]
      project.azureServicePrincipals = [{ _id: AZURE_ID, servicePrincipalId: PRINCIPAL }]
      project.gcpServiceAccounts = [
        { roleId: ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status: 'COMPLETE' },
        { roleId: ROLE_ID, gcpServiceAccountForAtlas: ACCOUNT, status: 'IN_PROGRESS' },
      ]
      expect(await connect().listRoles(PROJECT_ID)).toEqual([
        { provider: 'aws', id: ROLE_ID, name: ROLE_ARN, isAuthorized: true },
        { provider: 'aws', id: OTHER_ROLE_ID, name: null, isAuthorized: false },
        { provider: 'azure', id: AZURE_ID, name: PRINCIPAL, isAuthorized: null },
        { provider: 'gcp', id: ROLE_ID, name: ACCOUNT, isAuthorized: true },
        { provider: 'gcp', id: ROLE_ID, name: ACCOUNT, isAuthorized: false },
      ])
      expect(server.requests.filter(({ status }) => status === 200)).toHaveLength(1)
    }))

  test.each([
    [{ awsIamRoles: [] }, []],
    [
      { awsIamRoles: null, gcpServiceAccounts: [{ roleId: ROLE_ID }] },
      [{ provider: 'gcp', id: ROLE_ID, name: null, isAuthorized: null }],
    ],
    [{ awsIamRoles: [{ iamAssumedRoleArn: ROLE_ARN }], azureServicePrincipals: [{}] }, []],
  ])('%j', (body, expected) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, body) })
      expect(await connect().listRoles(PROJECT_ID)).toEqual(expected)
    }),
  )

  test.each([
    [{}],
    [{ awsIamRoles: null }],
    [{ awsIamRoles: {} }],
    [{ awsIamRoles: [0] }],
    [{ awsIamRoles: [], azureServicePrincipals: [{ _id: 'x' }] }],
    [{ awsIamRoles: [{ roleId: '../../orgs' }] }],
    [{ awsIamRoles: [], error: 500 }],
  ])('%j is no list of roles', (body) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, body) })
      await expect(connect().listRoles(PROJECT_ID)).rejects.toMatchObject({ code: 'PROTOCOL' })
    }),
  )
})

describe('private endpoints', () => {
  test('of a provider that has them', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().privateEndpoints = [{ provider: 'AZURE', regionName: 'US_EAST_2', status: 'ACTIVE' }]
      const atlas = connect()
      expect(await atlas.listPrivateEndpoints(PROJECT_ID, PROVIDERS.azure)).toEqual([
        {
          id: expect.stringMatching(/^[0-9a-f]{24}$/),
          region: 'US_EAST_2',
          status: 'ACTIVE',
          connectionName: expect.stringContaining('vault-prod'),
          errorMessage: '',
        },
      ])
      expect(await atlas.listPrivateEndpoints(PROJECT_ID, PROVIDERS.aws)).toEqual([])
      expect(server.requests).toHaveLength(3)
      expect(await atlas.listPrivateEndpoints(PROJECT_ID, PROVIDERS.gcp)).toEqual([])
      expect(server.requests).toHaveLength(3)
    }))

  test('of v1.0 are not asked for', () =>
    withFakeAtlas(
      async ({ server, connect }) => {
        expect(await connect().listPrivateEndpoints(PROJECT_ID, PROVIDERS.aws)).toEqual([])
        expect(server.requests).toEqual([])
      },
      { apiVersion: 'v1.0' },
    ))

  test('take a role of their own', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject()
      server.role = 'GROUP_READ_ONLY'
      await expect(connect().listPrivateEndpoints(PROJECT_ID, PROVIDERS.aws)).rejects.toThrow(
        /Project Owner .* to read/,
      )
    }))
})

describe('a service account', () => {
  test('has secrets that expire', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject().serviceAccounts.set(SERVICE_ACCOUNT.clientId, {
        secrets: [
          {
            id: '1',
            expiresAt: '2027-01-01T00:00:00Z',
            lastUsedAt: '2026-10-01T00:00:00Z',
            maskedSecretValue: 'mdb_sa_sk_…t 4Z',
          },
          { id: '2', expiresAt: 'soon', maskedSecretValue: '' },
        ],
      })
      expect(await connect().listServiceAccountSecrets(PROJECT_ID, SERVICE_ACCOUNT.clientId)).toEqual([
        {
          expiresAt: Date.parse('2027-01-01T00:00:00Z'),
          lastUsedAt: Date.parse('2026-10-01T00:00:00Z'),
          lastFour: 't 4Z',
        },
        { expiresAt: undefined, lastUsedAt: undefined, lastFour: '' },
      ])
    }))

  test('that the project does not have', () =>
    withFakeAtlas(async ({ server, connect }) => {
      server.addProject()
      const reading = connect().listServiceAccountSecrets(PROJECT_ID, 'a/../b?c')
      await expect(reading).rejects.toMatchObject({ status: 404, code: 'SERVICE_ACCOUNT_NOT_FOUND' })
      await expect(reading).rejects.toThrow(AtlasApiError)
      expect(server.requests.at(-1)?.path).toContain('/serviceAccounts/a%2F..%2Fb%3Fc')
    }))

  test.each([[{}], [{ secrets: null }], [{ secrets: [0] }], [{ secrets: Array(101).fill({}) }]])('%j is none', (body) =>
    withFakeAtlas(async ({ server, connect }) => {
      server.faults.push({ handler: respondWith(200, body) })
      await expect(connect().listServiceAccountSecrets(PROJECT_ID, 'a')).rejects.toMatchObject({ code: 'PROTOCOL' })
    }),
  )
})
