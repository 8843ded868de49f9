import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** What a project may be required to fulfil beyond a valid key: the words of the input `require`. */
export type Condition =
  | 'clusters'
  | 'rotation-alert'
  | 'no-open-alerts'
  | 'role-based-auth'
  | 'private-networking'
  | 'private-endpoints'
  | 'search-nodes'
  | 'no-other-provider'
  | 'service-account-secret'

export interface ConditionRow {
  /** When the condition is met: a sentence for the documentation. */
  readonly meaning: string
  /** The Atlas role that is needed to check it. */
  readonly role: 'Project Read Only' | 'Project Owner'
  /** What to do if it is not met: one or more sentences. */
  readonly fix: SafeText
}

/**
 * The one table of conditions: the input `require`, the config file's schema, reports and documentation derive from it, and
 * `modes/check-requirements.ts` must have a check for each. Roles: MongoDB's OpenAPI specification v2.
 */
export const CONDITION_TABLE: Readonly<Record<Condition, ConditionRow>> = {
  clusters: {
    meaning: 'Every cluster uses a customer-managed key whose provider is enabled and valid',
    role: 'Project Read Only',
    fix: safe`Give each cluster that the table names a valid key: run \`mode: apply\` with \`clusters\`, or edit the cluster in Atlas.`,
  },
  'rotation-alert': {
    meaning: 'A key-rotation alert is enabled for the provider, or for every enabled one',
    role: 'Project Read Only',
    fix: safe`Enable the alert in the project's alert settings.`,
  },
  'no-open-alerts': {
    meaning: 'No alert about encryption keys or encryption at rest is open',
    role: 'Project Read Only',
    fix: safe`Resolve the cause of each alert. Atlas closes the alert by itself.`,
  },
  'role-based-auth': {
    meaning: 'No enabled provider uses static credentials',
    role: 'Project Read Only',
    fix: safe`Authorize a role in Atlas and give it to \`mode: apply\` in place of the static credentials. This cannot be undone.`,
  },
  'private-networking': {
    meaning: 'Every enabled AWS or Azure provider has the setting `requirePrivateNetworking`',
    role: 'Project Read Only',
    fix: safe`Set \`aws-require-private-networking\` or \`azure-require-private-networking\` to \`true\` and run \`mode: apply\`.`,
  },
  'private-endpoints': {
    meaning: 'Every enabled AWS or Azure provider has a private endpoint, and each of its endpoints is `ACTIVE`',
    role: 'Project Owner',
    fix: safe`Run \`mode: apply\` with \`private-endpoint-regions\`, and approve each endpoint in the cloud if its status is PENDING_ACCEPTANCE.`,
  },
  'search-nodes': {
    meaning: 'Dedicated search nodes are encrypted with the key (`enabledForSearchNodes`)',
    role: 'Project Read Only',
    fix: safe`Run \`mode: apply\` with \`enabled-for-search-nodes: true\`. Atlas then builds the search indexes anew.`,
  },
  'no-other-provider': {
    meaning: 'No provider is enabled besides those that the workflow names (without any: at most one)',
    role: 'Project Read Only',
    fix: safe`Disable the other provider with \`enabled: false\`, or name it in the workflow.`,
  },
  'service-account-secret': {
    meaning: 'The secret of the service account that the run uses does not expire within 14 days',
    role: 'Project Read Only',
    fix: safe`Create a new secret for the service account in Atlas, store it where the workflow reads it, and delete the old one.`,
  },
}

export const CONDITIONS = Object.keys(CONDITION_TABLE) as [Condition, ...Condition[]]
