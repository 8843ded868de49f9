import { describe, expect, test } from '@jest/globals'
import { CONFIGURATIONS, OTHER_ROLE_ID, PROJECT_ID, ROLE_ARN, ROLE_ID } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

describe("the example of Atlas's manual (v1.0)", () => {
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
    'enables AWS with access keys, if responses come %s the object for Google',
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

  test('disables AWS without a request for private endpoints', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      await scenario.runStep({ 'api-version': 'v1.0', provider: 'aws', enabled: 'false' })
      expect(scenario.atlas.patches).toEqual([{ awsKms: { enabled: false } }])
      expect(scenario.atlas.requestLines.filter((line) => line.includes('privateEndpoints'))).toEqual([])
    }))

  test('fails with the advice to use a role if Atlas refuses access keys', () =>
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
    ['as minified JSON', minified],
    ['as JSON over several lines', JSON.stringify(GOOGLE_KEY, null, 2)],
    ['as base64', Buffer.from(JSON.stringify(GOOGLE_KEY, null, 2)).toString('base64')],
    [
      'as base64 over several lines',
      Buffer.from(minified)
        .toString('base64')
        .replace(/(.{60})/g, '$1\n'),
    ],
  ])('a Google key that is given %s is sent as minified JSON', (_, text) =>
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

  test('a secret is sent by every apply, with the fields that belong to it, and is no drift', () =>
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
      expect(summary).toContain('not\u00a0comparable')
      expect(log.join('\n')).toContain('"secret":"***"')
    }))
})

describe('aws-role-arn', () => {
  const { 'aws-role-id': _, ...withoutRole } = CONFIGURATIONS.aws.inputs

  test('is sent as the id of the role that has it', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { outputs } = await runStep({ ...withoutRole, 'aws-role-arn': ROLE_ARN })
      expect(atlas.patches).toEqual([{ awsKms: { enabled: true, ...CONFIGURATIONS.aws.block } }])
      expect(atlas.requestLines).toContain(`GET 200 /api/atlas/v2/groups/${PROJECT_ID}/cloudProviderAccess`)
      expect(outputs.result).toBe('created')
    }))

  test('keeps the role that is in use if two roles have the ARN', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws', { roleId: OTHER_ROLE_ID })
      scenario.project.roles = [ROLE_ID, OTHER_ROLE_ID].map((roleId) => ({ roleId, arn: ROLE_ARN, authorized: true }))
      const { outputs } = await scenario.runStep({ ...withoutRole, 'aws-role-arn': ROLE_ARN })
      expect(outputs.result).toBe('unchanged')
    }))

  test('fails without a PATCH if no role has it', () =>
    withScenario(async ({ atlas, runStep }) => {
      const { errors, outputs } = await runStep({ ...withoutRole, 'aws-role-arn': `${ROLE_ARN}-2` })
      expect(errors[0]).toContain('aws-role-arn')
      expect(errors[0]).toContain('Cloud Provider Access')
      expect(outputs['failure-reason']).toBe('error')
      expect(atlas.patches).toEqual([])
    }))
})
