import { expect, test } from '@jest/globals'
import { DOCUMENTED_CODES } from '../../src/domain/documented-codes.ts'

test('documented codes are words, the first and the last of the list among them', () => {
  for (const code of DOCUMENTED_CODES) expect(code).toMatch(/^[A-Za-z_]+$/)
  expect(DOCUMENTED_CODES.has('INPUT')).toBe(true)
  expect(
    DOCUMENTED_CODES.has(
      'CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED',
    ),
  ).toBe(true)
})
