import { expect, test } from '@jest/globals'
import { timeOutAt } from './time-out.ts'

test('a run that does not reach the point is repeated with twice the time', async () => {
  const tried: number[] = []
  const result = await timeOutAt(async (seconds, reached) => {
    tried.push(seconds)
    if (seconds === 8) reached()
    return `ended after ${seconds} s`
  })
  expect(tried).toEqual([1, 2, 4, 8])
  expect(result).toBe('ended after 8 s')
})

test('a run that never reaches the point is an error', async () => {
  await expect(timeOutAt(async () => undefined)).rejects.toThrow('did not reach')
})
