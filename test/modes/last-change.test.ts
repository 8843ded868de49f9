import { describe, expect, test } from '@jest/globals'
import type { Atlas, ProjectEvent } from '../../src/atlas/atlas.ts'
import { lookUpLastChange } from '../../src/modes/last-change.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeModeContext, inTurn, refused, textsOf } from './fake-context.ts'

const EVENT: ProjectEvent = {
  type: safe`ENCRYPTION_AT_REST_CONFIGURATION_UPDATED`,
  created: safe`2026-10-01T08:00:00Z`,
  who: safe`alice`,
}

describe('the look-up of the last change', () => {
  test('asks for the newest change of the configuration, and logs it', async () => {
    const asked: unknown[] = []
    const getLatestEvent: Atlas['getLatestEvent'] = (projectId, types) => {
      asked.push([projectId, types])
      return Promise.resolve(EVENT)
    }
    const context = fakeModeContext({ getLatestEvent })
    expect(await lookUpLastChange(context, 'id')).toEqual({ when: '2026-10-01T08:00:00Z', who: 'alice' })
    expect(asked).toEqual([['id', ['ENCRYPTION_AT_REST_CONFIGURATION_UPDATED']]])
    expect(textsOf(context.run, 'note')).toEqual([expect.stringContaining('2026-10-01T08:00:00Z by alice')])
  })

  test('says what Atlas leaves out', async () => {
    const getLatestEvent = inTurn<ProjectEvent | undefined>({ ...EVENT, created: null, who: null })
    const change = await lookUpLastChange(fakeModeContext({ getLatestEvent }), 'id')
    expect(change).toEqual({ when: 'an unknown time', who: 'an unknown caller' })
  })

  test.each([
    ['Atlas has no such event', undefined],
    ['Atlas refuses it', refused('USER_UNAUTHORIZED', 403)],
  ])('has no result if %s', async (_, event) => {
    const context = fakeModeContext({ getLatestEvent: inTurn<ProjectEvent | undefined>(event) })
    expect(await lookUpLastChange(context, 'id')).toBeNull()
    expect(context.run.events).toEqual([])
  })
})
