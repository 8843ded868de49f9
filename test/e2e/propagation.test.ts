import { describe, expect, test } from '@jest/globals'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS } from '../harness/fixtures.ts'
import { withScenario } from '../harness/scenario.ts'

const UUID = '01234567-89ab-cdef-0123-456789abcdef'
const SECRET = 'a-secret-of-the-application'
const SERVICE_ACCOUNT_KEY = JSON.stringify({
  type: 'service_account',
  private_key: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n',
})

describe('09: a right that was granted just now', () => {
  test.concurrent.each([
    ['azure', 'NO_PERMISSION_TO_ENCRYPT_DECRYPT'],
    ['azure', 'INVALID_AZURE_CREDENTIALS'],
    ['gcp', 'NO_PERMISSION_TO_ENCRYPT_DECRYPT'],
    ['gcp', 'INVALID_GOOGLE_CLOUD_CREDENTIALS'],
    ['aws', 'NO_PERMISSION_TO_ENCRYPT_DECRYPT'],
  ] as const)('of a role of %s is waited for: %s', async (provider, code) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', handler: refuseWith(400, code) })
      const { outputs, log, summary } = await runStep(CONFIGURATIONS[provider].inputs)
      expect(outputs).toMatchObject({ result: 'created', valid: 'true' })
      expect(log).toContainEqual(expect.stringMatching(new RegExp(`${code}, which may still take effect.*5\\.0 s`)))
      expect(atlas.patches).toHaveLength(2)
      expect(summary).toContain('Sent: ')
    }),
  )

  test.each([
    [
      'azure',
      'INVALID_AZURE_CREDENTIALS',
      { 'azure-role-id': '', 'azure-client-id': UUID, 'azure-tenant-id': UUID, 'azure-secret': SECRET },
    ],
    [
      'azure',
      'NO_PERMISSION_TO_ENCRYPT_DECRYPT',
      { 'azure-role-id': '', 'azure-client-id': UUID, 'azure-tenant-id': UUID, 'azure-secret': SECRET },
    ],
    ['gcp', 'INVALID_GOOGLE_CLOUD_CREDENTIALS', { 'gcp-role-id': '', 'gcp-service-account-key': SERVICE_ACCOUNT_KEY }],
  ] as const)('is not waited for with static credentials of %s: %s', (provider, code, credentials) =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', handler: refuseWith(400, code) })
      const given = { ...CONFIGURATIONS[provider].inputs, ...credentials } as Record<string, string>
      const { outputs, summary } = await runStep(given, { secrets: () => [SECRET, SERVICE_ACCOUNT_KEY] })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false' })
      expect(atlas.patches).toHaveLength(1)
      expect(summary).toContain('Refused: ')
    }),
  )

  test('is not waited for past `propagation-timeout`', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ method: 'PATCH', times: 9, handler: refuseWith(400, 'NO_PERMISSION_TO_ENCRYPT_DECRYPT') })
      const { errors } = await runStep({ ...CONFIGURATIONS.azure.inputs, 'propagation-timeout': '4' })
      expect(errors).toEqual([expect.stringContaining('NO_PERMISSION_TO_ENCRYPT_DECRYPT')])
      expect(atlas.patches).toHaveLength(1)
    }))
})
