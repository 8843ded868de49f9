import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { StepResult } from '../../harness/run-action.ts'
import { FATAL, TOLERATED, TRANSIENT } from './atlas-faults.ts'
import { GITHUB } from './github-faults.ts'
import { ONE_PROJECT } from './projects-faults.ts'
import { type FaultCase, messagesOf, runCase } from './run-cases.ts'
import { pageOf } from './table.ts'

const SECTIONS: readonly (readonly [title: string, cases: readonly FaultCase[]])[] = [
  ['Errors that the action retries', TRANSIENT],
  ['Errors that the action handles without a message', TOLERATED],
  ['Errors that end the run', FATAL],
  ['Errors in one of several projects', ONE_PROJECT],
  ['Errors of GitHub while the action updates an issue', GITHUB],
]

const results = new Map<FaultCase, StepResult>()

describe.each(SECTIONS)('%s', (_, cases) => {
  test.concurrent.each(cases)('$fault', async (faultCase) => {
    const result = await runCase(faultCase)
    results.set(faultCase, result)
    expect(result.outputs).toMatchObject(faultCase.outputs)
    const messages = messagesOf(result)
    expect(messages.filter((line) => line.includes('trying again in'))).toHaveLength(faultCase.retries ?? 0)
    if (faultCase.log !== undefined) expect(messages).toContainEqual(expect.stringMatching(faultCase.log))
  })
})

test('docs/faults.md shows these results', () => {
  const page = pageOf(SECTIONS, results)
  if (process.env.UPDATE_DOCS) writeFileSync('docs/faults.md', page)
  expect(readFileSync('docs/faults.md', 'utf8')).toBe(page)
})
