import { expect, test } from '@jest/globals'
import { CONFIGURATIONS, idOf, ROLE_ID } from '../../harness/fixtures.ts'
import { readText } from './read-text.ts'

const KEY = CONFIGURATIONS.aws.block.customerMasterKeyID

/** JSON of 10,000 projects and one more, with more words and signs than YAML may have. */
function textWith(last: object): string {
  const awsKms = { enabled: true, roleId: ROLE_ID, region: 'US_EAST_1', customerMasterKeyID: KEY }
  const projects = Array.from({ length: 9_999 }, (_, n) => ({ id: idOf(n), name: 'x', awsKms }))
  return JSON.stringify({ version: 1, projects: [...projects, last] }, undefined, 1)
}

test('mistakes are reported with their paths', async () => {
  const { message } = await readText(textWith({ id: idOf(10_000), awsKms: { enabled: 'maybe' }, colour: 'red' }))
  expect(message).toMatch(
    /^2 invalid inputs: \(1\) `f\.yml`, at `projects\.9999\.awsKms\.enabled`: `enabled` must be `true` or `false`\. \(2\) `f\.yml`, at `projects\.9999\.colour`: `colour` is not known; known are /,
  )
})

test('a key twice is not forgiven', async () => {
  const text = textWith({ id: idOf(10_000), name: 'last' }).replace('"name": "last"', '"name": "last", "name": "y"')
  await expect(readText(text)).rejects.toThrow('`f.yml` contains more than 500000 tokens, the maximum.')
})
