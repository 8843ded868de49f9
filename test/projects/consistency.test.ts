import { describe, expect, test } from '@jest/globals'
import { CONTRADICTIONS, POSSIBLE, reportOf } from './contradictions.ts'
import { read } from './reports.ts'

describe('a report is taken of', () => {
  test.each(POSSIBLE)('%s', async (...[, mode, project, invalid]) => {
    const report = reportOf({ mode, project, invalid: invalid ?? 0 })
    expect((await read(report)).report.projects).toHaveLength(1)
  })
})

describe('a report contradicts itself with', () => {
  test.each(CONTRADICTIONS)('%s', async (...[, mode, project, invalid]) => {
    const report = reportOf({ mode, project, invalid: invalid ?? 0 })
    await expect(read(report)).rejects.toThrow('contradicts itself')
  })
})
