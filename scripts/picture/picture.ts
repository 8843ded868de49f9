import { CONFIGURATIONS } from '../../test/harness/fixtures.ts'
import { type Scenario, withScenario } from '../../test/harness/scenario.ts'
import { parseSummary } from './parse.ts'
import { drawSvg } from './svg.ts'

export const PICTURE = 'docs/summary.svg'

const OTHER_KEY = '9f8e7d6c-5b4a-4321-9876-fedcba987654'

/** Links to the documentation of the action, as the runner makes them possible. Their addresses are not in the picture. */
const ENVIRONMENT = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_ACTION_REPOSITORY: 'OWNER/atlas-encryption-at-rest',
  GITHUB_ACTION_REF: 'v1',
}

/**
 * Runs a drift check on a project that has another key than the workflow, which Atlas cannot use.
 *
 * @param folder where `action.yml` and `dist/` are
 * @returns its job summary as an SVG image
 * @throws Error if the summary has markup that cannot be drawn
 */
export function summaryPicture(folder: string): Promise<string> {
  return withScenario(async (scenario) => {
    prepare(scenario)
    const inputs = { ...CONFIGURATIONS.aws.inputs, mode: 'drift' }
    const { summary } = await scenario.runStep(inputs, { env: ENVIRONMENT, folder })
    return drawSvg(parseSummary(summary))
  })
}

function prepare(scenario: Scenario): void {
  const { project } = scenario
  scenario.enable('aws', { customerMasterKeyID: OTHER_KEY })
  project.brokenKeys.add(OTHER_KEY)
  project.clusters = [
    { name: 'billing', encryptionAtRestProvider: 'AWS' },
    { name: 'orders', encryptionAtRestProvider: 'AWS' },
  ]
  project.events = [
    { eventTypeName: 'AWS_ENCRYPTION_KEY_INVALID', created: '2026-11-23T09:40:00Z' },
    {
      eventTypeName: 'ENCRYPTION_AT_REST_CONFIGURATION_UPDATED',
      created: '2026-11-23T09:12:00Z',
      username: 'jane@example.com',
    },
  ]
}
