import type { DigestOptions } from '../fake-atlas/digest.ts'
import type { FakeProject } from '../fake-atlas/project.ts'
import { FakeAtlas } from '../fake-atlas/server.ts'
import {
  API_KEY,
  OTHER_ROLE_ID,
  PROJECT_ID,
  ROLE_ARN,
  ROLE_ID,
  SERVICE_ACCOUNT,
  SETUPS,
  WITH_API_KEY,
} from './fixtures.ts'
import type { StepOptions, StepResult } from './run-action.ts'
import { GITHUB_TOKEN, runAction } from './run-action.ts'

/** Paths of the resource, for comparing with `FakeAtlas.story`. */
export const RESOURCE = `/api/atlas/v2/groups/${PROJECT_ID}/encryptionAtRest`

/** One fake Atlas with one project, and the step that runs against it. */
export class Scenario {
  readonly atlas: FakeAtlas
  readonly project: FakeProject

  private constructor(atlas: FakeAtlas) {
    this.atlas = atlas
    this.project = atlas.addProject()
    this.project.roles = [
      { roleId: ROLE_ID, arn: ROLE_ARN, authorized: true },
      { roleId: OTHER_ROLE_ID, arn: 'arn:aws:iam::111122223333:role/other', authorized: true },
    ]
  }

  /** Runs a test against a fresh fake Atlas, which is stopped afterwards. */
  static async play(test: (scenario: Scenario) => Promise<void>, digest: Partial<DigestOptions> = {}): Promise<void> {
    const scenario = new Scenario(await FakeAtlas.start(digest))
    try {
      await test(scenario)
    } finally {
      await scenario.atlas.stop()
    }
  }

  /** Makes the provider enabled in Atlas, as its set-up says. */
  enable(provider: keyof typeof SETUPS, more: Record<string, unknown> = {}): void {
    this.project.blocks[SETUPS[provider].object] = { ...SETUPS[provider].block, ...more, enabled: true }
  }

  /** Runs the step with the API key on this project. */
  readonly step = (inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> =>
    runAction({
      ...options,
      with: { 'atlas-base-url': this.atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...inputs },
      secrets: () => secretsOf(this.atlas, options),
    })
}

/** What must not show anywhere, asked for after the run: tokens are made on the way. */
export function secretsOf(atlas: FakeAtlas, { secrets }: Partial<StepOptions>): string[] {
  return [API_KEY.privateKey, SERVICE_ACCOUNT.clientSecret, GITHUB_TOKEN, ...atlas.oauth.issued, ...(secrets?.() ?? [])]
}
