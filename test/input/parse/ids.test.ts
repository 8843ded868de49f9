import { describe, expect, test } from '@jest/globals'
import { InvalidValueError } from '../../../src/input/errors.ts'
import { parseHexId, parseRoleId, parseUuid, ROLE_NAME_PARSERS } from '../../../src/input/parse/ids.ts'

const ID = '64b0c0ffee0000000000f00d'
const UUID = '0ec944e8-1111-2222-3333-444455556666'
const ARN = 'arn:aws:iam::123456789012:role/atlas'
const MAIL = 'mongodb-atlas-x@p-atlas.iam.gserviceaccount.com'

/** What a parser says is wrong with a text. */
function mistakeOf(parse: (text: string) => string, text: string): string {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof InvalidValueError) return error.message
    throw error
  }
  throw new Error('nothing is wrong')
}

const HEX = 'must be 24 hexadecimal digits'
const LINES = `${HEX}, but has several lines: set a single ID`
const QUOTES = `${HEX}, but is enclosed in quotes: remove them`
const NUMBER = `${HEX}, but was passed as a number: put the ID in quotes in the workflow, or better, in a variable (\`vars\`)`
const DIGITS = `${HEX} (0-9, a-f)`

describe.each([
  ['an id', parseHexId],
  ['the id of a role', parseRoleId],
])('%s', (_, parse) => {
  test('is read in lower case', () => {
    expect(parse(ID)).toBe(ID)
    expect(parse(ID.toUpperCase())).toBe(ID)
  })

  test.each([
    ['of two lines', `${ID}\n${ID}`, LINES],
    ['with a line break of old Macs', `${ID}\r${ID}`, LINES],
    ['in quotes over two lines', `"${ID}\n"`, LINES],
    ['in double quotes', `"${ID}"`, QUOTES],
    ['in single quotes', `'${ID}'`, QUOTES],
    ['in backquotes', `\`${ID}\``, QUOTES],
    ['in quotes with nothing between them', '""', QUOTES],
    ['with a quote only before it', `"${ID}`, DIGITS],
    ['with a quote only after it', `${ID}"`, DIGITS],
    ['with something before its quotes', `a"${ID}"`, DIGITS],
    ['with something after its quotes', `"${ID}"a`, DIGITS],
    ['with quotes in the middle', `a"${ID}"b`, DIGITS],
    ['that became a float', '6.4E+22', NUMBER],
    ['that became a float of two digits before and after the point', '64.25E+22', NUMBER],
    ['that became a float without a point', '64E+22', NUMBER],
    ['that became a float without a sign', '6e123', NUMBER],
    ['that became a small float', '6.4e-05', NUMBER],
    ['that became infinite', 'Infinity', NUMBER],
    ['that became infinite with a plus', '+infinity', NUMBER],
    ['that became infinite with a minus', '-Infinity', NUMBER],
    ['of 15 decimal digits', '1'.repeat(15), NUMBER],
    ['of 14 decimal digits', '1'.repeat(14), DIGITS],
    ['with something before a float', 'x6.4E+22', DIGITS],
    ['with something after a float', '6.4E+22x', DIGITS],
    ['with something before many digits', `x${'1'.repeat(15)}`, DIGITS],
    ['with something after many digits', `${'1'.repeat(15)}x`, DIGITS],
    ['that lacks the exponent of a float', '6.4', DIGITS],
    ['that lacks the digits after the point', '6.E+22', DIGITS],
    ['that lacks the digits of the exponent', '6.4E+', DIGITS],
    ['of words around an e', 'xEy', DIGITS],
    ['of 24 other characters', 'g'.repeat(24), DIGITS],
    ['of 23 digits and a letter too few', ID.slice(1), DIGITS],
    ['of a digit too many', `${ID}a`, DIGITS],
    ['that is empty', '', DIGITS],
  ])('%s is refused', (_, text, message) => expect(mistakeOf(parse, text)).toBe(message))
})

describe('in place of the id of a role', () => {
  const ROLE_ARN = `${HEX}, the ID of the role in Atlas, but is an ARN: set the ARN of an AWS role as \`aws-role-arn\` (in a file, \`roleArn\`)`
  const ROLE_UUID = `${HEX}, the ID of the role in Atlas, but is a UUID: set the ID of a service principal as \`azure-service-principal-id\` (in a file, \`servicePrincipalId\`)`
  const ROLE_MAIL = `${HEX}, the ID of the role in Atlas, but is an email address: set it as \`gcp-service-account\` (in a file, \`serviceAccount\`)`

  test.each([
    ['an ARN', ARN, ROLE_ARN],
    ['an ARN in capitals', ARN.toUpperCase(), ROLE_ARN],
    ['an ARN with an @', `${ARN}@x`, ROLE_ARN],
    ['an ARN after something else', `x ${ARN}`, DIGITS],
    ['a UUID', UUID, ROLE_UUID],
    ['a UUID in capitals', UUID.toUpperCase(), ROLE_UUID],
    ['an email address', MAIL, ROLE_MAIL],
    ['an ARN in quotes', `"${ARN}"`, QUOTES],
  ])('%s is called what it is', (_, text, message) => expect(mistakeOf(parseRoleId, text)).toBe(message))

  test.each([ARN, UUID, MAIL])('but %s says no more about another id', (text) =>
    expect(mistakeOf(parseHexId, text)).toBe(DIGITS),
  )
})

describe('a UUID', () => {
  const MESSAGE = 'must be a UUID, such as `01234567-89ab-cdef-0123-456789abcdef`'

  test.each([UUID, UUID.toUpperCase()])('%s is taken as it is', (text) => expect(parseUuid(text)).toBe(text))

  test.each([
    ['nothing', ''],
    ['something before it', `x${UUID}`],
    ['something after it', `${UUID}x`],
    ['a digit too few at the beginning', UUID.slice(1)],
    ['a digit too few at the end', UUID.slice(0, -1)],
    ['no hyphens', UUID.replaceAll('-', '')],
    ['a group of three', UUID.replace('2222', '222')],
    ['a group too few', UUID.replace('-2222', '')],
    ['a letter after f', UUID.replace('1111', '111g')],
  ])('with %s is refused', (_, text) => expect(mistakeOf(parseUuid, text)).toBe(MESSAGE))

  test('is in lower case as the name of a service principal', () => {
    expect(ROLE_NAME_PARSERS.azure(UUID.toUpperCase())).toBe(UUID)
    expect(mistakeOf(ROLE_NAME_PARSERS.azure, 'x')).toBe(MESSAGE)
  })
})

describe('the ARN of a role', () => {
  test.each([
    ARN,
    'arn:aws-us-gov:iam::123456789012:role/atlas',
    'arn:aws:iam:::role/a',
    'arn:aws:iam::1:role/path/to/A_b+c=d,e.f@g-h',
  ])('%s is taken as it is', (text) => expect(ROLE_NAME_PARSERS.aws(text)).toBe(text))

  test.each([
    ['nothing', ''],
    ['something before it', `x${ARN}`],
    ['something after it', `${ARN} x`],
    ['no partition', ARN.replace(':aws:', '::')],
    ['an odd partition', ARN.replace(':aws:', ':a.b:')],
    ['an account of letters', ARN.replace('123456789012', 'abc')],
    ['no name', 'arn:aws:iam::1:role/'],
    ['a name with a space', `${ARN} `],
    ['a user', ARN.replace('role', 'user')],
    ['another service', ARN.replace('iam', 'sts')],
  ])('with %s is refused', (_, text) =>
    expect(mistakeOf(ROLE_NAME_PARSERS.aws, text)).toBe(
      'must be the ARN of an IAM role: `arn:aws:iam::ACCOUNT:role/NAME`',
    ),
  )
})

describe('a Google service account', () => {
  const long = (length: number): string => `${'x'.repeat(length - 4)}@y.z`

  test.each([
    [MAIL, MAIL],
    ['Me.Too@Example.COM', 'me.too@example.com'],
    ['a@b.c', 'a@b.c'],
    [long(320), long(320)],
  ])('%s is taken in lower case', (text, account) => expect(ROLE_NAME_PARSERS.gcp(text)).toBe(account))

  test.each([
    ['nothing', ''],
    ['no @', 'example.com'],
    ['nothing before the @', '@b.c'],
    ['nothing after the @', 'a@'],
    ['no point after the @', 'a@bc'],
    ['nothing before the point', 'a@.c'],
    ['nothing after the point', 'a@b.'],
    ['two of them', 'a@b@c.d'],
    ['an @ at the end', 'a@b.c@'],
    ['a space before it', ' a@b.c'],
    ['a space in the name', 'a a@b.c'],
    ['a space in the domain', 'a@b b.c'],
    ['a space after it', 'a@b.c '],
    ['a control character in the name', 'a\u0007a@b.c'],
    ['a control character in the domain', 'a@b\u0007b.c'],
    ['a control character at the end', 'a@b.c\u0007'],
    ['a control character in front', '\u0007a@b.c'],
    ['more than 320 characters', long(321)],
  ])('with %s is refused', (_, text) =>
    expect(mistakeOf(ROLE_NAME_PARSERS.gcp, text)).toBe(
      'must be the email address that Atlas displays: `mongodb-atlas-…@….iam.gserviceaccount.com`',
    ),
  )
})
