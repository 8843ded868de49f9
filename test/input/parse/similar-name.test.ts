import { describe, expect, test } from '@jest/globals'
import { similarName } from '../../../src/input/parse/similar-name.ts'

const KNOWN = ['customerMasterKeyID', 'region', 'roleId', 'secretAccessKey', 'id', 'awsKms'] as const

describe('a name that is like a known one', () => {
  test.each([
    ['region', 'region'],
    ['Region', 'region'],
    ['regoin', 'region'],
    ['regions', 'region'],
    ['role-id', 'roleId'],
    ['role_Id', 'roleId'],
    ['rolId', 'roleId'],
    ['customerMasterKey', 'customerMasterKeyID'],
    ['customer-master-key-id', 'customerMasterKeyID'],
    ['secretAccesKey', 'secretAccessKey'],
    ['awskms', 'awsKms'],
    ['ID', 'id'],
  ])('%s: %s', (name, known) => expect(similarName(name, KNOWN)).toBe(known))
})

describe('a name that is like none', () => {
  test.each([
    'googleCloudKms',
    'valid',
    'secret',
    'x',
    '',
    'roleArn',
    'ie',
    'constructor',
    'r'.repeat(65),
    `region${' '.repeat(100)}`,
  ])('%s', (name) => expect(similarName(name, KNOWN)).toBeUndefined())
})

test('of two that are alike, the nearer one', () => {
  expect(similarName('abcdef', ['abcxef', 'abcdeg', 'abcdef'])).toBe('abcdef')
  expect(similarName('abcdefgh', ['abcdexyh', 'abcdefgx'])).toBe('abcdefgx')
  expect(similarName('abcdefgh', ['abcdefgx', 'abcdexyh'])).toBe('abcdefgx')
})

test('of two that are as near, the first one', () => {
  expect(similarName('abcdef', ['abcdex', 'abcdey'])).toBe('abcdex')
})

test('a third of the letters of the longer name may differ', () => {
  expect(similarName('abcdef', ['abcdefghi'])).toBe('abcdefghi')
  expect(similarName('abcdef', ['abcdefghij'])).toBeUndefined()
  expect(similarName('abcdefghi', ['abcdef'])).toBe('abcdef')
})

test('a name of more than 64 characters is like none', () => {
  expect(similarName('n'.repeat(64), ['n'.repeat(64)])).toBe('n'.repeat(64))
  expect(similarName('n'.repeat(65), ['n'.repeat(65)])).toBeUndefined()
})
