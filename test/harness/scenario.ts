import type { DigestOptions } from '../fake-atlas/digest.ts'
import type { FakeProject } from '../fake-atlas/project.ts'
import { FakeAtlas } from '../fake-atlas/server.ts'
import {
  API_KEY,
  CONFIGURATIONS,
  OTHER_ROLE_ID,
  PROJECT_ID,
  ROLE_ARN,
  ROLE_ID,
  SERVICE_ACCOUNT,
  WITH_API_KEY,
} from './fixtures.ts'
import type { StepOptions, StepResult } from './run-action.ts'
import { GITHUB_TOKEN, runAction } from './run-action.ts'

/** The path of the resource, for comparing with `FakeAtlas.requestLines`. */
export const RESOURCE = `/api/atlas/v2/groups/${PROJECT_ID}/encryptionAtRest`

/** A fake Atlas with one project, and the step that runs against it. */
export class Scenario {
  readonly atlas: FakeAtlas
  readonly project: FakeProject

  constructor(atlas: FakeAtlas) {
    this.atlas = atlas
    this.project = atlas.addProject()
    this.project.roles = [
      { roleId: ROLE_ID, arn: ROLE_ARN, authorized: true },
      { roleId: OTHER_ROLE_ID, arn: 'arn:aws:iam::111122223333:role/other', authorized: true },
    ]
  }

  /** Enables the provider in Atlas with the fields of its configuration, some of them changed by `fields`. */
  enable(provider: keyof typeof CONFIGURATIONS, fields: Record<string, unknown> = {}): void {
    this.project.blocks[CONFIGURATIONS[provider].object] = {
      ...CONFIGURATIONS[provider].block,
      ...fields,
      enabled: true,
    }
  }

  /** Runs the step on this project, with the API key unless the inputs say otherwise. */
  readonly runStep = (inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<StepResult> =>
    runAction({
      ...options,
      with: { 'atlas-base-url': this.atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...inputs },
      secrets: () => secretsOf(this.atlas, options),
    })
}

/**
 * Calls a function with a scenario of its own, whose fake Atlas is stopped afterwards.
 *
 * @returns what the function returns
 */
export async function withScenario<T>(
  use: (scenario: Scenario) => Promise<T>,
  digest: Partial<DigestOptions> = {},
): Promise<T> {
  const atlas = await FakeAtlas.start(digest)
  try {
    return await use(new Scenario(atlas))
  } finally {
    await atlas.stop()
  }
}

/** @returns what must not show anywhere; to be called after the run, since tokens are issued during it */
export function secretsOf(atlas: FakeAtlas, { secrets }: Partial<StepOptions>): string[] {
  return [API_KEY.privateKey, SERVICE_ACCOUNT.clientSecret, GITHUB_TOKEN, ...atlas.oauth.issued, ...(secrets?.() ?? [])]
}
