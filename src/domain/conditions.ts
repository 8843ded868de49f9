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
  /** When the condition is met, for the table in README.md: what follows “Met if”, without a full stop. */
  readonly meaning: string
  /** The Atlas role that is needed to check it. */
  readonly role: 'Project Read Only' | 'Project Owner'
  /** Whether the result depends on which providers the workflow names, so that an issue keeps the results of others apart. */
  readonly isAboutNamedProviders?: true
  /** What to do if it is not met: one or more sentences. */
  readonly fix: SafeText
}

/**
 * The one table of conditions: the input `require`, the config file's schema, issues and documentation derive from it, and
 * `modes/check-requirements.ts` must have a check for each. Roles: MongoDB's OpenAPI specification v2.
 */
export const CONDITION_TABLE: Readonly<Record<Condition, ConditionRow>> = {
  clusters: {
    meaning:
      "every cluster of the project, including paused ones, uses a customer-managed key whose provider is enabled and valid. Shared clusters (M0, M2, M5) can't use such a key, so the condition isn't met if there is one. Flex and serverless clusters aren't in the list that Atlas returns and don't count. Without clusters: met",
    role: 'Project Read Only',
    fix: safe`Give each cluster in the table a valid key: run \`mode: apply\` with \`clusters\`, or edit the cluster in Atlas.`,
  },
  'rotation-alert': {
    meaning: 'a key-rotation alert for the provider is enabled',
    role: 'Project Read Only',
    isAboutNamedProviders: true,
    fix: safe`Enable the alert in the project's alert settings.`,
  },
  'no-open-alerts': {
    meaning: 'no alert about a key or encryption at rest is open',
    role: 'Project Read Only',
    fix: safe`Resolve the cause of each alert. Atlas closes the alert by itself.`,
  },
  'role-based-auth': {
    meaning: 'no enabled provider uses static credentials',
    role: 'Project Read Only',
    fix: safe`Authorize a role in Atlas, and set it instead of the static credentials in \`mode: apply\`. This cannot be undone.`,
  },
  'private-networking': {
    meaning: 'every enabled AWS or Azure provider requires private networking. This checks the setting only',
    role: 'Project Read Only',
    fix: safe`Set \`aws-require-private-networking\` or \`azure-require-private-networking\` to \`true\` and run \`mode: apply\`.`,
  },
  'private-endpoints': {
    meaning: 'every enabled AWS or Azure provider has a private endpoint, and all of its private endpoints are active',
    role: 'Project Owner',
    fix: safe`Run \`mode: apply\` with \`private-endpoint-regions\`, and approve each endpoint in the cloud if its status is PENDING_ACCEPTANCE.`,
  },
  'search-nodes': {
    meaning: 'dedicated search nodes are encrypted with the key too',
    role: 'Project Read Only',
    fix: safe`Run \`mode: apply\` with \`enabled-for-search-nodes: true\`. Atlas then rebuilds the search indexes.`,
  },
  'no-other-provider': {
    meaning: "no provider is enabled that the workflow doesn't name. If it names none: at most one is enabled",
    role: 'Project Read Only',
    isAboutNamedProviders: true,
    fix: safe`Disable the other provider with \`enabled: false\`, or name it in the workflow.`,
  },
  'service-account-secret': {
    meaning:
      "the secret of the service account that the run uses doesn't expire within 14 days. With an API key: met. With an access token: unknown",
    role: 'Project Read Only',
    fix: safe`Create a new secret for the service account in Atlas, store it where the workflow reads it, and delete the old one.`,
  },
}

export const CONDITIONS = Object.keys(CONDITION_TABLE) as [Condition, ...Condition[]]
