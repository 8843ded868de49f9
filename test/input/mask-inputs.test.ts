import { describe, expect, test } from '@jest/globals'
import type { InputReader } from '../../src/input/input-names.ts'
import { maskInputs } from '../../src/input/mask-inputs.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

/** What the runner is asked to mask. */
function masksOf(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): string[] {
  const masks: string[] = []
  const input: InputReader = (name) => inputs[name] ?? ''
  maskInputs({ input, env, secrets: new Secrets((mask) => masks.push(mask)) })
  return masks
}

describe('what is masked before anything is read', () => {
  test.each([
    'atlas-access-token',
    'atlas-client-secret',
    'atlas-private-key',
    'github-token',
    'aws-secret-access-key',
    'azure-secret',
    'gcp-service-account-key',
  ])('%s', (name) => {
    expect(masksOf({ [name]: 'a-secret-of-many-characters' })).toContain('a-secret-of-many-characters')
  })

  test.each([
    'MONGODB_ATLAS_ACCESS_TOKEN',
    'MONGODB_ATLAS_CLIENT_SECRET',
    'MONGODB_ATLAS_PRIVATE_API_KEY',
    'MONGODB_ATLAS_PRIVATE_KEY',
  ])('%s', (name) => {
    expect(masksOf({}, { [name]: 'a-secret-of-many-characters' })).toContain('a-secret-of-many-characters')
  })

  test('nothing where nothing is given, and no identifier', () => {
    const ids = { 'atlas-client-id': 'client-id', 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE', fields: 'x: y' }
    expect(masksOf(ids)).toEqual([])
  })

  test('no word that is too short for a token without the space around it', () => {
    const spaced = `${' '.repeat(20)}a-token-of-19-chars${' '.repeat(20)}`
    expect(masksOf({}, { MONGODB_ATLAS_ACCESS_TOKEN: spaced })).toEqual([])
    expect(masksOf({}, { MONGODB_ATLAS_ACCESS_TOKEN: ` a-token-of-20-chars! ` })).toEqual(['a-token-of-20-chars!'])
  })

  test('of a text that is longer than any secret, the beginning', () => {
    expect(masksOf({ 'azure-secret': 'x'.repeat(100_000) })).toEqual(['x'.repeat(16_384)])
    const lines = Array.from({ length: 2000 }, (_, i) => `line-${i}`)
    const masks = masksOf({ 'azure-secret': lines.join('\n') })
    expect(masks).toEqual(expect.arrayContaining(['line-0', 'line-199']))
    expect(masks).not.toContain('line-200')
  })
})
