import { setImmediate } from 'node:timers'
import { expect, test } from '@jest/globals'
import { eventLoopYielder } from '../../src/projects/yield-to-event-loop.ts'

test('long work lets the event loop run, although it is called in every short part of it', async () => {
  const yieldToEventLoop = eventLoopYielder(new AbortController().signal)
  let turns = 0
  const turn = (): void => {
    turns += 1
    setImmediate(turn).unref()
  }
  setImmediate(turn).unref()
  // Without turns it would never end.
  while (turns < 3) await yieldToEventLoop()
})

test('work ends with the reason of the signal', async () => {
  const controller = new AbortController()
  const yieldToEventLoop = eventLoopYielder(controller.signal)
  await yieldToEventLoop()
  const reason = new Error('the end')
  controller.abort(reason)
  await expect(yieldToEventLoop()).rejects.toBe(reason)
})
