import { CONFIGURATIONS, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'

const { inputs: AWS } = CONFIGURATIONS.aws

/** The ARN of a key in the region of {@link COMPLETE}. */
export const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/0a1b'

/** Inputs that are right and complete: an API key, one project, and AWS. */
export const COMPLETE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, ...AWS }

/** As {@link COMPLETE}, for Azure. */
export const COMPLETE_AZURE = { 'project-id': PROJECT_ID, ...WITH_API_KEY, ...CONFIGURATIONS.azure.inputs }

/** The inputs with empty values, to put on top of them. */
export function emptied(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, '']))
}
