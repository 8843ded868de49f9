import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, OTHER_ROLE_ID, PROJECT_ID, ROLE_ARN, ROLE_ID } from '../harness/fixtures.ts'
import { RESOURCE, withScenario } from '../harness/scenario.ts'

const PROVIDERS = ['aws', 'azure', 'gcp'] as const

describe.each(PROVIDERS)('apply for %s with a role', (name) => {
  const { inputs, object, block, change } = CONFIGURATIONS[name]
  const [changedInput, changedText, changedField, changedValue] = change

  test('enables a provider that is off with all given fields, in three requests on one connection', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { exitCode, outputs, summary } = await runStep(inputs)
      expect(exitCode).toBe(0)
      expect(atlas.patches).toEqual([{ [object]: { enabled: true, ...block } }])
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`, `PATCH 200 ${RESOURCE}`])
      expect(new Set(atlas.requests.map(({ connection }) => connection)).size).toBe(1)
      expect(outputs).toMatchObject({
        result: 'created',
        'failure-reason': '',
        valid: 'true',
        enabled: 'true',
        changed: 'true',
        drifted: 'true',
        'not-comparable': '[]',
      })
      const differences = JSON.parse(outputs.differences as string) as { field: string }[]
      expect(differences.map(({ field }) => field).sort()).toEqual(['enabled', ...Object.keys(block)].sort())
      expect(differences[0]).toEqual({
        projectId: PROJECT_ID,
        provider: name,
        field: 'enabled',
        expected: true,
        actual: false,
      })
      expect(JSON.parse(outputs.configuration as string)).toMatchObject({
        [object]: { enabled: true, valid: true, ...block },
      })
      expect(summary).toContain('✅')
    }))

  test('sends only the field that differs', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep({ ...inputs, [changedInput]: changedText })
      expect(scenario.atlas.patches).toEqual([{ [object]: { [changedField]: changedValue } }])
      expect(outputs).toMatchObject({ result: 'updated', changed: 'true', drifted: 'true', valid: 'true' })
      expect(JSON.parse(outputs.differences as string)).toEqual([
        {
          projectId: PROJECT_ID,
          provider: name,
          field: changedField,
          expected: changedValue,
          actual: (block as Record<string, string>)[changedField],
        },
      ])
    }))

  test('sends nothing when nothing differs, in two requests', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep(inputs)
      expect(scenario.atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
      expect(outputs).toMatchObject({
        result: 'unchanged',
        changed: 'false',
        drifted: 'false',
        differences: '[]',
        valid: 'true',
      })
    }))

  test('a part of the fields is enough once the provider is on', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs } = await scenario.runStep({ provider: name, [changedInput]: changedText })
      expect(scenario.atlas.patches).toEqual([{ [object]: { [changedField]: changedValue } }])
      expect(outputs.result).toBe('updated')
    }))

  test('disables with `enabled: false` alone, and warns once of what it ignores', () =>
    withScenario(async (scenario) => {
      scenario.enable(name)
      const { outputs, warnings } = await scenario.runStep({ ...inputs, enabled: 'FALSE' })
      expect(scenario.atlas.patches).toEqual([{ [object]: { enabled: false } }])
      expect(outputs).toMatchObject({
        result: 'disabled',
        changed: 'true',
        drifted: 'true',
        valid: 'false',
        enabled: 'false',
      })
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(changedInput)
    }))

  test('disabling what is off already sends nothing', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ provider: name, enabled: 'false' })
      expect(atlas.requestLines).toEqual([`GET 401 ${RESOURCE}`, `GET 200 ${RESOURCE}`])
      expect(outputs).toMatchObject({
        result: 'unchanged',
        changed: 'false',
        drifted: 'false',
        valid: 'false',
        enabled: 'false',
      })
    }))
})

describe('the example of the manual (v1.0)', () => {
  const KEYS = {
    'api-version': 'v1.0',
    provider: 'aws',
    'aws-access-key-id': '019dd98d94b4bb778e7552e4',
    'aws-secret-access-key': 'EXAMPLEEXAMPLEEXAMPLE',
    'aws-customer-master-key-id': '030gce02-586d-48d2-a966-05ea954fde0g',
    'aws-region': 'us-east-1',
  }
  const V1 = `/api/atlas/v1.0/groups/${PROJECT_ID}/encryptionAtRest`

  test.each([['with', []] as const, ['without', ['googleCloudKms']] as const])(
    'enables AWS with access keys, replies %s the Google block',
    (_, omitted) =>
      withScenario(async ({ atlas, project, runStep }) => {
        project.awsAccessKeysAllowed = true
        for (const object of omitted) project.omitted.add(object)
        const { outputs, warnings } = await runStep(KEYS, { secrets: () => ['EXAMPLEEXAMPLEEXAMPLE'] })
        expect(atlas.patches).toEqual([
          {
            awsKms: {
              enabled: true,
              accessKeyID: '019dd98d94b4bb778e7552e4',
              secretAccessKey: 'EXAMPLEEXAMPLEEXAMPLE',
              customerMasterKeyID: '030gce02-586d-48d2-a966-05ea954fde0g',
              region: 'US_EAST_1',
            },
          },
        ])
        expect(atlas.requestLines).toEqual([`GET 401 ${V1}`, `GET 200 ${V1}`, `PATCH 200 ${V1}`])
        expect(outputs).toMatchObject({ result: 'created', 'not-comparable': '["secretAccessKey"]' })
        expect(JSON.parse(outputs.configuration as string).awsKms.accessKeyID).toBe('…52e4')
        expect(outputs.differences).not.toContain('019dd98d94b4bb778e7552e4')
        expect(warnings).toEqual([expect.stringContaining('deprecated')])
      }),
  )

  test('disables', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      await scenario.runStep({ 'api-version': 'v1.0', provider: 'aws', enabled: 'false' })
      expect(scenario.atlas.patches).toEqual([{ awsKms: { enabled: false } }])
      // v1.0 knows no private endpoints, so only the clusters are asked for.
      expect(scenario.atlas.requestLines.filter((line) => line.includes('privateEndpoints'))).toEqual([])
    }))

  test('Atlas refusing access keys is told with the way out', () =>
    withScenario(async ({ runStep }) => {
      const { exitCode, errors, outputs } = await runStep(KEYS, { secrets: () => ['EXAMPLEEXAMPLEEXAMPLE'] })
      expect(exitCode).toBe(1)
      expect(errors[0]).toContain('AWS_KMS_CREDENTIALS_AUTH_DEPRECATED')
      expect(errors[0]).toContain('aws-role-id')
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false', enabled: 'false' })
    }))
})

describe('static credentials', () => {
  const GOOGLE_KEY = {
    type: 'service_account',
    project_id: 'p-1',
    private_key:
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\nggSjAgEAAoIBAQC7VJTUt9Us8cKj\nAw==\n-----END PRIVATE KEY-----\n',
    client_email: 'atlas@p-1.iam.gserviceaccount.com',
  }
  const minified = JSON.stringify(GOOGLE_KEY)
  const secrets = () => [minified, GOOGLE_KEY.private_key]
  const keyVersion = CONFIGURATIONS.gcp.block.keyVersionResourceID

  test.each([
    ['minified', minified],
    ['over several lines', JSON.stringify(GOOGLE_KEY, null, 2)],
    ['base64', Buffer.from(JSON.stringify(GOOGLE_KEY, null, 2)).toString('base64')],
    [
      'base64 over several lines',
      Buffer.from(minified)
        .toString('base64')
        .replace(/(.{60})/g, '$1\n'),
    ],
  ])('a Google key, %s, is sent as minified JSON', (_, text) =>
    withScenario(async ({ atlas, runStep }) => {
      const inputs = { provider: 'gcp', 'gcp-key-version-resource-id': keyVersion, 'gcp-service-account-key': text }
      const { outputs, masks } = await runStep(inputs, { secrets })
      expect(atlas.patches).toEqual([
        { googleCloudKms: { enabled: true, keyVersionResourceID: keyVersion, serviceAccountKey: minified } },
      ])
      expect(outputs).toMatchObject({ result: 'created', 'not-comparable': '["serviceAccountKey"]' })
      expect(masks).toContain('MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw')
      expect(masks).not.toContain('-----BEGIN PRIVATE KEY-----')
    }),
  )

  test('a secret is sent on every apply, with its partners, and says nothing about drift', () =>
    withScenario(async (scenario) => {
      const statics = {
        clientID: '11111111-2222-3333-4444-555555555555',
        tenantID: '66666666-7777-8888-9999-aaaaaaaaaaaa',
        secret: 'azure~secret/value+1=',
      }
      const { roleId: _, ...block } = CONFIGURATIONS.azure.block
      scenario.project.blocks.azureKeyVault = { ...block, ...statics, enabled: true }
      const { outputs, summary, log } = await scenario.runStep(
        {
          provider: 'azure',
          'azure-key-vault-name': 'vault-prod',
          'azure-client-id': statics.clientID.toUpperCase(),
          'azure-tenant-id': statics.tenantID,
          'azure-secret': statics.secret,
        },
        { secrets: () => [statics.secret] },
      )
      expect(scenario.atlas.patches).toEqual([
        { azureKeyVault: { ...statics, clientID: statics.clientID.toUpperCase() } },
      ])
      expect(outputs).toMatchObject({ result: 'updated', changed: 'true', drifted: 'false', differences: '[]' })
      expect(outputs['not-comparable']).toBe('["secret"]')
      expect(summary).toContain('not comparable')
      expect(log.join('\n')).toContain('"secret":"***"')
    }))
})

describe('aws-role-arn', () => {
  const { 'aws-role-id': _, ...withoutRole } = CONFIGURATIONS.aws.inputs

  test('is looked up and sent as roleId', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ ...withoutRole, 'aws-role-arn': ROLE_ARN })
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...CONFIGURATIONS.aws.block } }])
      expect(atlas.requestLines).toContain(`GET 200 /api/atlas/v2/groups/${PROJECT_ID}/cloudProviderAccess`)
      expect(outputs.result).toBe('created')
    }))

  test('keeps the role in use when the ARN is registered twice', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { roleId: OTHER_ROLE_ID })
      scenario.project.roles = [ROLE_ID, OTHER_ROLE_ID].map((roleId) => ({ roleId, arn: ROLE_ARN, authorized: true }))
      const { outputs } = await scenario.runStep({ ...withoutRole, 'aws-role-arn': ROLE_ARN })
      expect(outputs.result).toBe('unchanged')
    }))

  test('fails without a PATCH when the project has no such role', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors, outputs } = await runStep({ ...withoutRole, 'aws-role-arn': `${ROLE_ARN}-2` })
      expect(errors[0]).toContain('aws-role-arn')
      expect(errors[0]).toContain('Cloud Provider Access')
      expect(outputs['failure-reason']).toBe('error')
      expect(atlas.patches).toEqual([])
    }))
})

test('what is missing to enable is named, all of it, and nothing is sent', () =>
  withScenario(async ({ atlas, runStep }) => {
    const { errors, outputs } = await runStep({
      provider: 'azure',
      'azure-environment': 'AZURE',
      'azure-client-id': '11111111-2222-3333-4444-555555555555',
    })
    for (const input of [
      'azure-subscription-id',
      'azure-resource-group-name',
      'azure-key-vault-name',
      'azure-key-identifier',
      'azure-tenant-id',
      'azure-secret',
    ]) {
      expect(errors[0]).toContain(`\`${input}\``)
    }
    expect(errors[0]).not.toContain('`azure-environment`')
    expect(atlas.patches).toEqual([])
    expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('INPUT')
  }))

test('search nodes: a change is sent, no change is not, and none given leaves them alone', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws')
    const changed = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'enabled-for-search-nodes': 'true' })
    expect(scenario.atlas.patches).toEqual([{ enabledForSearchNodes: true }])
    expect(changed.outputs.result).toBe('updated')
    expect(JSON.parse(changed.outputs.differences as string)).toEqual([
      { projectId: PROJECT_ID, provider: null, field: 'enabledForSearchNodes', expected: true, actual: false },
    ])
    const same = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'enabled-for-search-nodes': 'true' })
    expect(same.outputs.result).toBe('unchanged')
    expect((await scenario.runStep(CONFIGURATIONS.aws.inputs)).outputs.result).toBe('unchanged')
  }))

describe('validity', () => {
  test('an invalid key fails with the reason, and all outputs are set', () =>
    withScenario(async ({ project, runStep }) => {
      project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { exitCode, errors, outputs, summary } = await runStep({
        ...CONFIGURATIONS.aws.inputs,
        'valid-timeout': '0',
      })
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({
        result: 'failed',
        'failure-reason': 'invalid',
        valid: 'false',
        enabled: 'true',
        changed: 'true',
      })
      expect(errors[0]).toContain('valid: false')
      expect(summary).toContain('❌')
      expect(JSON.parse(outputs.report as string).totals).toMatchObject({
        failed: 1,
        invalid: 1,
        errors: 0,
        changed: 1,
      })
    }))

  test('waits until Atlas reports the key as valid', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      project.invalidReads = 3 // the first GET, the PATCH and one more
      const { outputs, log } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'valid-timeout': '20' })
      expect(outputs).toMatchObject({ result: 'created', valid: 'true' })
      expect(atlas.requestLines.filter((line) => line.startsWith('GET 200')).length).toBe(3)
      expect(log.join('\n')).toContain('Waiting up to 20 s')
    }))

  test('a key that is invalid before and not changed fails too', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { outputs } = await scenario.runStep({ ...CONFIGURATIONS.aws.inputs, 'valid-timeout': '1' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'invalid', changed: 'false' })
    }))

  test('`fail-on-invalid: false` turns it into a warning', () =>
    withScenario(async ({ project, runStep }) => {
      project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { exitCode, outputs, warnings } = await runStep({
        ...CONFIGURATIONS.aws.inputs,
        'valid-timeout': '0',
        'fail-on-invalid': 'false',
      })
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({ result: 'created', 'failure-reason': '', valid: 'false' })
      expect(warnings.join()).toContain('valid: false')
    }))

  test('a key that Atlas cannot reach any more cannot be changed: restore it first', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.brokenKeys.add(CONFIGURATIONS.aws.block.customerMasterKeyID)
      const { errors, outputs } = await scenario.runStep({
        ...CONFIGURATIONS.aws.inputs,
        'aws-customer-master-key-id': 'arn:new',
      })
      expect(errors[0]).toContain('ENCRYPTION_AT_REST_SETTINGS_INVALID')
      expect(errors[0]).toContain('restore the old key')
      // What Atlas last reported stays known after a refusal.
      expect(outputs).toMatchObject({ changed: 'false', enabled: 'true', drifted: 'true' })
      expect(JSON.parse(outputs.configuration as string).awsKms.customerMasterKeyID).toBe(
        CONFIGURATIONS.aws.block.customerMasterKeyID,
      )
    }))
})

describe('disabling', () => {
  test('names the clusters that still use the provider, over several pages, and sends no PATCH', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [
        ...Array.from({ length: 500 }, (_, i) => ({ name: `plain-${i}`, encryptionAtRestProvider: 'NONE' as const })),
        { name: 'orders-prod', encryptionAtRestProvider: 'AWS' },
        { name: 'other-cloud', encryptionAtRestProvider: 'GCP' },
      ]
      const { errors, outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toContain('orders-prod')
      expect(errors[0]).not.toContain('other-cloud')
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false', enabled: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('CANNOT_DISABLE_ENCRYPTION_AT_REST')
    }))

  test('names the private endpoints', () =>
    withScenario(async (scenario) => {
      scenario.enable('azure')
      scenario.project.privateEndpoints = [{ provider: 'AZURE', regionName: 'US_EAST_2', status: 'ACTIVE' }]
      const { errors } = await scenario.runStep({ provider: 'azure', enabled: 'false' })
      expect(errors[0]).toContain('US_EAST_2 (ACTIVE)')
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('names both', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = Array.from({ length: 12 }, (_, i) => ({
        name: `c-${i}`,
        encryptionAtRestProvider: 'AWS',
      }))
      scenario.project.privateEndpoints = [{ provider: 'AWS', regionName: 'US_EAST_1', status: 'ACTIVE' }]
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(errors[0]).toMatch(/c-9 and 2 more.*US_EAST_1 \(ACTIVE\)/)
    }))

  test('lets Atlas decide if the list is not permitted', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'orders-prod', encryptionAtRestProvider: 'AWS' }]
      scenario.atlas.forbidden = /clusters|privateEndpoints/
      const { errors } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(scenario.atlas.patches).toEqual([{ awsKms: { enabled: false } }])
      expect(errors[0]).toContain('HTTP 409 CANNOT_DISABLE_ENCRYPTION_AT_REST')
      expect(errors[0]).toContain('`NONE`')
    }))

  test('fails without a PATCH if the list is permitted but does not come', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({
        path: /clusters/,
        times: 9,
        handler: refuseWith(503, 'SERVICE_UNAVAILABLE', 'Later.', { 'retry-after': '0' }),
      })
      const { outputs, errors } = await scenario.runStep({ provider: 'aws', enabled: 'false', retries: '1' })
      expect(scenario.atlas.patches).toEqual([])
      expect(outputs['failure-reason']).toBe('error')
      expect(errors[0]).toContain('Given up after 2 attempts')
    }))
})

describe('refusals', () => {
  test('clusters without dedicated nodes: the refusal is explained', () =>
    withScenario(async ({ project, runStep }) => {
      project.onlySharedClusters = true
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('M10')
    }))

  test('a role that has not propagated yet is tried again after five seconds', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({
        method: 'PATCH',
        handler: refuseWith(400, 'CANNOT_ASSUME_ROLE', 'Atlas cannot assume the specified role.'),
      })
      const { outputs, log, durationMs } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(outputs.result).toBe('created')
      expect(log.filter((line) => line.includes('CANNOT_ASSUME_ROLE'))).toHaveLength(1)
      expect(durationMs).toBeGreaterThanOrEqual(5000)
    }))

  test('propagation-timeout: 0 takes the first refusal for an answer', () =>
    withScenario(async ({ atlas, project, runStep }) => {
      project.roles = [{ roleId: ROLE_ID, authorized: false }]
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'propagation-timeout': '0' })
      expect(atlas.patches).toHaveLength(1)
      expect(errors[0]).toContain('CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED')
    }))

  test('a read-only caller learns which role is missing', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.role = 'GROUP_READ_ONLY'
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('Project Owner')
    }))

  test('an address that is not on the access list', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.onAccessList = false
      const { errors } = await runStep(CONFIGURATIONS.aws.inputs)
      expect(errors[0]).toContain('access list')
    }))

  test('a wrong project id reads 401 NOT_IN_GROUP', () =>
    withScenario(async ({ runStep }) => {
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'project-id': '64b0c0ffee00000000000000' })
      expect(errors[0]).toContain('NOT_IN_GROUP')
      expect(errors[0]).toContain('project-id')
    }))

  test('wrong keys are told as such', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors } = await runStep({ ...CONFIGURATIONS.aws.inputs, 'atlas-private-key': 'not-the-right-one' })
      expect(errors[0]).toContain('HTTP 401')
      expect(errors[0]).toContain('credentials')
      expect(atlas.requests).toHaveLength(2)
    }))
})
