import { describe, expect, test } from '@jest/globals'
import { ActionError } from '../../src/domain/errors.ts'
import { InputError, InputErrors, InvalidValueError, parseNamed } from '../../src/input/errors.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'

/** The one error that all collected ones become. */
function thrownBy(errors: InputErrors): ActionError | undefined {
  try {
    errors.throwIfAny()
    return undefined
  } catch (error) {
    if (error instanceof ActionError) return error
    throw error
  }
}

const fail = (message: SafeText) => (): never => {
  throw new InputError(message)
}

describe('collected errors', () => {
  test('none', () => expect(thrownBy(new InputErrors())).toBeUndefined())

  test('one is the error itself', () => {
    const errors = new InputErrors()
    errors.add(safe`A is wrong.`)
    expect(thrownBy(errors)).toMatchObject({ code: 'INPUT', message: 'A is wrong.' })
  })

  test('several are a list, each once', () => {
    const errors = new InputErrors()
    for (const message of [safe`A.`, safe`B.`, safe`A.`]) errors.add(message)
    expect(thrownBy(errors)).toMatchObject({
      code: 'INPUT',
      message: '2 invalid inputs: (1) A. (2) B.',
    })
  })

  test('twenty are all that is listed', () => {
    const many = (size: number): InputErrors => {
      const errors = new InputErrors()
      for (let n = 1; n <= size; n += 1) errors.add(safe`E${n}.`)
      return errors
    }
    expect(thrownBy(many(20))?.message).toMatch(/^20 invalid inputs: \(1\) E1\. .* \(20\) E20\.$/)
    expect(thrownBy(many(21))?.message).toMatch(
      /^More than 20 invalid inputs: \(1\) E1\. \(2\) E2\. .* \(20\) E20\. …$/,
    )
  })
})

describe('attempts', () => {
  test('give what was read', async () => {
    const errors = new InputErrors()
    expect(errors.attempt(() => 1)).toBe(1)
    expect(await errors.attemptAsync(async () => 2)).toBe(2)
    expect(thrownBy(errors)).toBeUndefined()
  })

  test('collect what is wrong with the inputs', async () => {
    const errors = new InputErrors()
    expect(errors.attempt(fail(safe`A.`))).toBeUndefined()
    expect(await errors.attemptAsync(async () => fail(safe`B.`)())).toBeUndefined()
    expect(thrownBy(errors)?.message).toContain('(1) A. (2) B.')
  })

  test('let defects through', async () => {
    const errors = new InputErrors()
    const defect = (): never => {
      throw new TypeError('x')
    }
    expect(() => errors.attempt(defect)).toThrow(TypeError)
    await expect(errors.attemptAsync(async () => defect())).rejects.toThrow(TypeError)
    expect(thrownBy(errors)).toBeUndefined()
  })
})

describe('a value that has a name', () => {
  test('is read', () => expect(parseNamed(safe`Input x`, () => 1)).toBe(1))

  test('is named where it is wrong', () => {
    const parse = (): never => {
      throw new InvalidValueError(safe`must be 1`)
    }
    expect(() => parseNamed(safe`Input x`, parse)).toThrow(new InputError(safe`Input x must be 1.`))
    expect(() => parseNamed(safe`Input x`, parse)).toThrow(InputError)
  })

  test('lets other errors through', () => {
    expect(() => parseNamed(safe`Input x`, fail(safe`A.`))).toThrow('A.')
    const defect = (): never => {
      throw new RangeError('x')
    }
    expect(() => parseNamed(safe`Input x`, defect)).toThrow(RangeError)
  })
})
