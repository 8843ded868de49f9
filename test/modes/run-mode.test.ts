import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import { RunEndError } from '../../src/domain/errors.ts'
import type { Reported } from '../../src/domain/reported.ts'
import type { ProjectResult } from '../../src/domain/result.ts'
import type { Limits } from '../../src/domain/settings.ts'
import { runMode } from '../../src/modes/run-mode.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { apply, ENABLE, FIELDS, fakeModeContext, inTurn } from './fake-context.ts'

describe('`fail-on-invalid: false`', () => {
  const reported: Reported = { awsKms: { ...FIELDS, enabled: true, valid: false } }
  const desired: DesiredProject = {
    ...ENABLE,
    providers: [...ENABLE.providers, { provider: 'azure', enabled: true, fields: {} }],
  }
  const run = (mode: 'drift' | 'verify', limits: Partial<Limits>): Promise<ProjectResult> => {
    const atlas = { getEncryptionAtRest: inTurn(reported), listClusters: inTurn([]), listProjectEvents: inTurn([]) }
    const { state: _, ...base } = fakeModeContext(atlas as Partial<Atlas>, { failOnInvalid: false, ...limits })
    return runMode(mode, desired, base)
  }

  test('excuses an invalid key in drift also where another provider is off, which is drift', async () => {
    expect(await run('drift', {})).toMatchObject({ result: 'failed', failureReason: 'drift' })
    expect(await run('drift', { failOnDrift: false })).toMatchObject({
      failureReason: null,
      excused: ['invalid', 'drift'],
    })
  })

  test('does not excuse a provider that is off in verify', async () =>
    expect(await run('verify', {})).toMatchObject({ result: 'failed', failureReason: 'invalid' }))
})

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
