import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { parseProjectPatterns } from '../../../src/input/parse/project-patterns.ts'
import { Secrets } from '../../../src/sanitize/secrets.ts'

const ID = '64b0c0ffee0000000000beef'
const secrets = new Secrets(() => undefined)
secrets.protect('hunter2hunter2')

const parse = (text: string) => parseProjectPatterns(text, (word, length) => secrets.sanitize(word, length))
const name = (...parts: string[]) => expect.objectContaining({ kind: 'name', name: parts })
const tag = (key: string[], value: string[] | null) => expect.objectContaining({ kind: 'tag', key, value })

describe('patterns', () => {
  test.each([
    ['a project id, in lower case', ID.toUpperCase(), [{ kind: 'id', id: ID, text: ID.toUpperCase() }]],
    ['a name', 'Payments (prod)', [{ kind: 'name', name: ['Payments (prod)'], text: 'Payments (prod)' }]],
    ['what is almost an id', `${ID}0`, [name(`${ID}0`)]],
    ['stars', 'a*b*', [name('a', 'b', '')]],
    ['commas', 'a, b ,c', [name('a'), name('b'), name('c')]],
    ['lines, in which commas belong to a name', 'a, b\n\r\nc:d\re', [name('a, b'), name('c:d'), name('e')]],
    ['one line alone, which is divided at commas', 'a, b', [name('a'), name('b')]],
    ['a name twice', 'a,b,a', [name('a'), name('b')]],
    ['a tag with a value', 'tag:env=prod', [tag(['env'], ['prod'])]],
    ['a tag of any value', 'tag:env', [tag(['env'], null)]],
    ['a tag whose value has an equals sign', 'tag:a=b=c', [tag(['a'], ['b=c'])]],
    ['a tag whose key has a colon', 'tag:a:b=c', [tag(['a:b'], ['c'])]],
    ['stars in a tag', 'tag:*team=*pay*', [tag(['', 'team'], ['', 'pay', ''])]],
    ['a tag without a value', 'tag:env=', [tag(['env'], [''])]],
    ['spaces in a tag', 'tag: cost center = a b ', [tag(['cost center'], ['a b'])]],
    ['a tag in another case, which is a name', 'Tag:env', [name('Tag:env')]],
    ['a tag after something else, which is a name', 'my tag:env', [name('my tag:env')]],
  ])('%s', (_, text, expected) => expect(parse(text)).toEqual(expected))

  test('are shown without secrets, commands and in short', () => {
    expect(parse('a hunter2hunter2 ##[x]')[0]?.text).toBe('a *** # #[x]')
    expect(parse(`${'n'.repeat(300)}`)[0]?.text).toHaveLength(200)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', ' , ', 'names no project'],
    ['a tag without a key', 'tag:', 'must name a tag as `tag:KEY=VALUE` or `tag:KEY`'],
    ['a tag with an empty key', 'tag: =x', 'must name a tag as `tag:KEY=VALUE` or `tag:KEY`'],
    ['too long a name', 'n'.repeat(1025), 'must name projects with at most 1024 characters each'],
    ['too many', Array.from({ length: 1001 }, (_, i) => `p${i}`).join(), 'must name at most 1000 projects'],
    [
      'many tags',
      Array.from({ length: 101 }, (_, i) => `tag:t${i}`).join(),
      'must have at most 100 tags and names with `*`',
    ],
    [
      'many stars',
      Array.from({ length: 101 }, (_, i) => `p${i}*`).join(),
      'must have at most 100 tags and names with `*`',
    ],
  ])('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(InvalidValueError)
    expect(() => parse(text)).toThrow(message)
  })

  test('no more than that', () => {
    expect(parse(Array.from({ length: 1000 }, (_, i) => `p${i}`).join())).toHaveLength(1000)
    expect(parse(Array.from({ length: 100 }, (_, i) => `p${i}*`).join())).toHaveLength(100)
    expect(parse('n'.repeat(1024))).toHaveLength(1)
  })
})
