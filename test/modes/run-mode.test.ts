import { describe, expect, test } from '@jest/globals'
import { RunEndError } from '../../src/domain/errors.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { apply, ENABLE, FIELDS, inTurn } from './fake-context.ts'

describe('an error in a mode', () => {
  test('is the result of the project', async () => {
    const result = await apply(ENABLE, {
      getEncryptionAtRest: inTurn<Reported>(new RunEndError('TIMEOUT', safe`too late`)),
    })
    expect(result).toMatchObject({
      result: 'failed',
      failureReason: 'error',
      error: { code: 'TIMEOUT', message: 'too late' },
      configuration: null,
      valid: false,
    })
  })

  test('that is a defect shows its place alone, and what was known before', async () => {
    const defect = new TypeError('a secret text')
    const result = await apply(ENABLE, {
      getEncryptionAtRest: inTurn<Reported>({ awsKms: { ...FIELDS, enabled: true, region: 'X' } }),
      patchEncryptionAtRest: inTurn<Reported>(defect),
    })
    expect(result).toMatchObject({ result: 'failed', enabled: true, drifted: true, error: { code: 'PROTOCOL' } })
    expect(result.error?.message).toMatch(
      /^A defect in this action stopped the run \(TypeError at run-mode\.test\.ts:\d+:\d+\)\. Please report it\.$/,
    )
  })
})
