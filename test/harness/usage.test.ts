import { expect, test } from '@jest/globals'
import { runAction } from './run-action.ts'

test('a step that is measured reports its processor time and its memory, and runs as any other', async () => {
  const { exitCode, cpuMs, peakMb } = await runAction({ with: { mode: 'nonsense' }, measure: true })
  expect(exitCode).toBe(1)
  expect(cpuMs).toBeGreaterThan(1)
  expect(peakMb).toBeGreaterThan(10)
})

test('a step that is not measured has no usage', async () => {
  const result = await runAction({ with: { mode: 'nonsense' } })
  expect(result).not.toHaveProperty('cpuMs')
})
