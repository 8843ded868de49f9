import { expect, test } from '@jest/globals'
import type { FieldValue } from '../../src/domain/desired.ts'
import { type FieldFormat, PROVIDER_LIST } from '../../src/domain/providers.ts'
import { OTHER_ROLE_ID, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { runAction } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

type Format = Exclude<FieldFormat, 'access-key-id' | 'secret' | 'service-account-key'>

const [KEY_URL, KEY_VERSION, UUID] = [
  'https://vault-prod.vault.azure.net/keys/other',
  'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/7',
  '7a1b2c3d-1111-4222-8333-444455556666',
]

/** For each format a value that no fixture has: how a workflow gives it, and how Atlas has it. */
const VALUES: Readonly<Record<Format, readonly [given: string, sent: FieldValue]>> = {
  'azure-environment': ['azure_china', 'AZURE_CHINA'],
  boolean: ['true', true],
  'gcp-key-version': [KEY_VERSION, KEY_VERSION],
  'https-url': [KEY_URL, KEY_URL],
  'key-id': ['other-key', 'other-key'],
  region: ['eu-west-3', 'EU_WEST_3'],
  'role-id': [OTHER_ROLE_ID, OTHER_ROLE_ID],
  text: ['other-name', 'other-name'],
  uuid: [UUID, UUID],
}

// Static credentials are sent together: they have scenarios of their own.
const FIELDS = PROVIDER_LIST.flatMap(({ name, atlasObject, fields }) =>
  fields
    .filter(({ staticCredential }) => !staticCredential)
    .map((field) => [field.input, { ...field, provider: name, atlasObject }] as const),
)

test.each(FIELDS)(
  '%s is compared and sent, and a config file agrees afterwards',
  (input, { provider, atlasObject, name, format }) =>
    withScenario(async (scenario) => {
      const { atlas, runStep } = scenario
      const [given, sent] = VALUES[format as Format]
      scenario.enable(provider)
      const { outputs } = await runStep({ provider, [input]: given })
      expect(JSON.parse(outputs.differences as string)).toMatchObject([{ provider, field: name, expected: sent }])
      expect(atlas.patches).toEqual([{ [atlasObject]: { [name]: sent } }])
      const file = `{"version": 1, "projects": [{"id": "${PROJECT_ID}", "${atlasObject}": {"${name}": ${JSON.stringify(sent)}}}]}`
      const after = await runAction({
        with: { 'atlas-base-url': atlas.url, ...WITH_API_KEY, mode: 'drift', 'config-file': 'atlas.yml' },
        files: { 'atlas.yml': file },
      })
      expect(after.outputs).toMatchObject({ result: 'passed', drifted: 'false', 'not-comparable': '[]' })
    }),
)
