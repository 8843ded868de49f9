import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import type { ModeContext } from '../../src/modes/context.ts'
import { lookUpLastChange } from '../../src/modes/last-change.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'

const lookUp = (run: FakeRunContext, getLatestEvent: Atlas['getLatestEvent']) =>
  lookUpLastChange({ run, atlas: { getLatestEvent } } as unknown as ModeContext, 'id')

const hangs: Atlas['getLatestEvent'] = (_id, _types, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

describe('the look-up of the last change', () => {
  test('ends after five seconds without a result', async () => {
    const run = fakeRunContext()
    expect(await lookUp(run, hangs)).toBeNull()
    expect(run.waits).toEqual([5000])
  })

  test('ends half a second before the run would time out', async () => {
    const run = fakeRunContext({ seconds: 2 })
    expect(await lookUp(run, hangs)).toBeNull()
    expect(run.waits).toEqual([1500])
  })

  test('has no result if Atlas refuses it', async () => {
    expect(await lookUp(fakeRunContext(), () => Promise.reject(new Error('refused')))).toBeNull()
  })
})
