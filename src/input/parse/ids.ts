import type { ProviderName } from '../../domain/providers.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import { hexText } from '../../sanitize/sentences.ts'
import { InvalidValueError } from '../errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** YAML reads digits without quotes, and digits around one `e`, as a number, which GitHub then writes as a float. */
const NUMBER = /^(\d+(\.\d+)?E[+-]?\d+|[+-]?Infinity|\d{15,})$/i

/** Common mistakes: how to recognize each, and the words for it after "must be 24 hexadecimal digits". */
const MISTAKES: readonly (readonly [pattern: RegExp, mistake: SafeText])[] = [
  [/[\r\n]/, safe`, but has several lines: set a single ID`],
  [/^["'`].*["'`]$/, safe`, but is enclosed in quotes: remove them`],
  [
    NUMBER,
    safe`, but was passed as a number: put the ID in quotes in the workflow, or better, in a variable (\`vars\`)`,
  ],
]

/** The same for Atlas's id of a role. */
const ROLE_MISTAKES: readonly (readonly [pattern: RegExp, mistake: SafeText])[] = [
  ...MISTAKES,
  [
    /^arn:/i,
    safe`, the ID of the role in Atlas, but is an ARN: set the ARN of an AWS role as \`aws-role-arn\` (in a file, \`roleArn\`)`,
  ],
  [
    UUID,
    safe`, the ID of the role in Atlas, but is a UUID: set the ID of a service principal as \`azure-service-principal-id\` (in a file, \`servicePrincipalId\`)`,
  ],
  [
    /@/,
    safe`, the ID of the role in Atlas, but is an email address: set it as \`gcp-service-account\` (in a file, \`serviceAccount\`)`,
  ],
]

/** An id of Atlas: 24 hexadecimal digits, in lower case. @throws InvalidValueError */
export function parseHexId(text: string): SafeText {
  return parseDigits(text, MISTAKES)
}

/** Atlas's id of a role. @throws InvalidValueError that says what the text looks like */
export function parseRoleId(text: string): SafeText {
  return parseDigits(text, ROLE_MISTAKES)
}

/** The ARN of an IAM role. @throws InvalidValueError */
function parseRoleArn(text: string): string {
  if (/^arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+$/.test(text)) return text
  throw new InvalidValueError(safe`must be the ARN of an IAM role: \`arn:aws:iam::ACCOUNT:role/NAME\``)
}

/** The e-mail address of a Google service account. @throws InvalidValueError */
function parseServiceAccount(text: string): string {
  if (/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+\.[^@\s\p{Cc}]+$/u.test(text) && text.length <= 320) return text.toLowerCase()
  throw new InvalidValueError(
    safe`must be the email address that Atlas displays: \`mongodb-atlas-…@….iam.gserviceaccount.com\``,
  )
}

/** The name that a cloud gives to a role, by provider. Each throws InvalidValueError. */
export const ROLE_NAME_PARSERS: Readonly<Record<ProviderName, (text: string) => string>> = {
  aws: parseRoleArn,
  azure: (text) => parseUuid(text).toLowerCase(),
  gcp: parseServiceAccount,
}

/** @throws InvalidValueError */
export function parseUuid(text: string): string {
  if (UUID.test(text)) return text
  throw new InvalidValueError(safe`must be a UUID, such as \`01234567-89ab-cdef-0123-456789abcdef\``)
}

function parseDigits(text: string, mistakes: typeof MISTAKES): SafeText {
  const id = text.length === 24 ? hexText(text) : undefined
  if (id !== undefined) return id
  const [, mistake = safe` (0-9, a-f)`] = mistakes.find(([pattern]) => pattern.test(text)) ?? []
  throw new InvalidValueError(safe`must be 24 hexadecimal digits${mistake}`)
}
