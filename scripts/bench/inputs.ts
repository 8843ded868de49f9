import { CONFIGURATIONS, idOf, PROJECT_ID, ROLE_ID, WITH_API_KEY } from '../../test/harness/fixtures.ts'
import type { AtlasProcess } from './atlas-process.ts'

export const KEY = CONFIGURATIONS.aws.block.customerMasterKeyID

/** The inputs of a step that say how to reach Atlas. */
export function access(mode: string, atlas: AtlasProcess): Record<string, string> {
  return { mode, ...WITH_API_KEY, 'atlas-base-url': atlas.url }
}

/** The inputs of a step for one project. */
export function oneProject(mode: string, atlas: AtlasProcess): Record<string, string> {
  return { ...access(mode, atlas), 'project-id': PROJECT_ID, ...CONFIGURATIONS.aws.inputs }
}

export function projectIds(count: number): string[] {
  return Array.from({ length: count }, (_, n) => idOf(n))
}

/** A config file of so many projects, as an object. */
export function configOf(count: number): object {
  const projects = projectIds(count).map((id, n) => ({
    id,
    name: `project-${n}`,
    awsKms: { customerMasterKeyID: `arn:aws:kms:us-east-1:111122223333:key/${KEY}` },
  }))
  return { version: 1, defaults: { awsKms: { region: 'us-east-1', roleId: ROLE_ID } }, projects }
}
