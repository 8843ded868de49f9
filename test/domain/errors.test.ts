import { describe, expect, test } from '@jest/globals'
import { ActionError, endsRun, toReportedError } from '../../src/domain/errors.ts'
import { safe } from '../../src/sanitize/safe-text.ts'

describe('the message of an error', () => {
  test('is one line of all its pieces', () => {
    const { message } = new ActionError('INPUT', {
      what: safe`It failed.`,
      detail: safe`No such thing`,
      items: [safe`One.`, safe`Two.`],
      advice: safe`Try this.`,
    })
    expect(message).toBe('It failed: No such thing. (1) One. (2) Two. Try this.')
  })

  test('is what failed alone if that is all', () => {
    const error = new ActionError(safe`GROUP_NOT_FOUND`, safe`It failed.`)
    expect(error.message).toBe('It failed.')
    expect(error.parts).toEqual({ what: 'It failed.' })
  })
})

describe('advice can be added', () => {
  test('to none', () => {
    const error = new ActionError('TIMEOUT', safe`Late.`).withAdvice(safe`Wait.`)
    expect(error).toMatchObject({ code: 'TIMEOUT', message: 'Late. Wait.', parts: { what: 'Late.', advice: 'Wait.' } })
  })

  test('to some, which stays', () => {
    const first = new ActionError('TIMEOUT', { what: safe`Late.`, detail: safe`So late.`, advice: safe`Look` })
    expect(first.withAdvice(safe`Wait.`).parts).toEqual({ what: 'Late.', detail: 'So late.', advice: 'Look. Wait.' })
  })
})

describe('an error in a report', () => {
  test('has its code, its line and its pieces', () =>
    expect(toReportedError(new ActionError('NETWORK', { what: safe`a`, advice: safe`b` }))).toEqual({
      code: 'NETWORK',
      message: 'a b',
      parts: { what: 'a', advice: 'b' },
    }))

  test('of a defect says where, but nothing of its text', () => {
    const { code, message, parts } = toReportedError(new TypeError('a secret text'))
    expect(code).toBe('PROTOCOL')
    expect(message).toMatch(/defect of this action .*\(TypeError at errors\.test\.ts:\d+:\d+\)/)
    expect(message).not.toContain('secret text')
    expect(parts).toBeUndefined()
  })

  test.each([['a secret text'], [{ toString: 'x' }], [null], [undefined]])(
    'of a thrown %j shows nothing of it',
    (thrown) =>
      expect(toReportedError(thrown).message).toMatch(
        /^A defect of this action stopped the run \((string|object|undefined)\)/,
      ),
  )

  test('of a defect with a hostile name starts no workflow command', () => {
    const error = Object.assign(new Error('x'), { name: 'A\n::error::b', stack: '' })
    expect(toReportedError(error).message).toContain('(A ::error::b)')
  })
})

test('a timeout and a cancellation end the run, and nothing else does', () => {
  const codes = ['TIMEOUT', 'CANCELLED', 'NETWORK', 'PROTOCOL', 'INPUT', 'NOT_APPLIED'] as const
  expect(codes.filter((code) => endsRun({ code }))).toEqual(['TIMEOUT', 'CANCELLED'])
})
