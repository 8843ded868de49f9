import type { DesiredProject, DesiredProvider, FieldValue } from '../../src/domain/desired.ts'
import { PROJECT_ID } from '../harness/fixtures.ts'

/** A desired project with these providers. */
export const project = (providers: DesiredProvider[], more: Partial<DesiredProject> = {}): DesiredProject => ({
  id: PROJECT_ID,
  name: null,
  providers,
  require: [],
  ...more,
})
/** AWS KMS as it is desired, with these fields. */
export const aws = (fields: Record<string, FieldValue>, enabled = true): DesiredProvider => ({
  provider: 'aws',
  enabled,
  fields,
})
