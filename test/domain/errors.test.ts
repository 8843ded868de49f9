import { describe, expect, test } from '@jest/globals'
import { ActionError, RunEndError, toReportedError } from '../../src/domain/errors.ts'
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
    const error = new RunEndError('TIMEOUT', safe`Late.`).withAdvice(safe`Wait.`)
    expect(error).toMatchObject({ code: 'TIMEOUT', message: 'Late. Wait.', parts: { what: 'Late.', advice: 'Wait.' } })
  })

  test('to some, which stays', () => {
    const first = new RunEndError('TIMEOUT', { what: safe`Late.`, detail: safe`So late.`, advice: safe`Look` })
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
    expect(message).toMatch(/defect in this action .*\(TypeError at errors\.test\.ts:\d+:\d+\)/)
    expect(message).not.toContain('secret text')
    expect(parts).toBeUndefined()
  })

  test.each([
    ['    at file:///a/b.ts:12:34', 'b.ts:12:34'],
    ['    at run (file:///a/b.ts:12:34)', 'b.ts:12:34'],
  ])('of a defect takes the place from its stack, not from its text: %s', (frame, place) => {
    const error = Object.assign(new Error('x'), { stack: `Error: x at secret.ts:1:1 and so on\n${frame}\n` })
    expect(toReportedError(error).message).toContain(`(Error at ${place})`)
  })

  test.each([['a secret text'], [{ toString: 'x' }], [null], [undefined]])(
    'of a thrown %j shows nothing of it',
    (thrown) =>
      expect(toReportedError(thrown).message).toMatch(
        /^A defect in this action stopped the run \((string|object|undefined)\)/,
      ),
  )

  test('of a defect with a hostile name starts no workflow command', () => {
    const error = Object.assign(new Error('x'), { name: 'A\n::error::b', stack: '' })
    expect(toReportedError(error).message).toContain('(A ::error::b)')
  })
})

describe.each(['TIMEOUT', 'CANCELLED'] as const)('%s', (code) => {
  test('ends the run as an error of its own kind, with advice or without', () => {
    const error = new RunEndError(code, safe`The end.`)
    expect(toReportedError(error)).toMatchObject({ code, endsRun: true })
    expect(error.withAdvice(safe`Wait.`)).toBeInstanceOf(RunEndError)
    expect(toReportedError(error.withAdvice(safe`Wait.`))).toMatchObject({ code, endsRun: true })
  })

  test('as the word of a server ends nothing', () => {
    const error = new ActionError(code, safe`The database timed out.`)
    const advised = error.withAdvice(safe`Wait.`)
    expect(advised).toMatchObject({ name: 'ActionError', code, message: 'The database timed out. Wait.' })
    expect(advised).not.toBeInstanceOf(RunEndError)
    expect(toReportedError(error)).not.toHaveProperty('endsRun')
  })
})
