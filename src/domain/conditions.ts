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
}

/**
 * The one table of conditions: the input `require`, the config file's schema, reports and documentation derive from it, and
 * `modes/check-requirements.ts` must have a check for each. Roles: MongoDB's OpenAPI specification v2.
 */
export const CONDITION_TABLE: Readonly<Record<Condition, ConditionRow>> = {
  clusters: {
    meaning: 'Every cluster uses a customer-managed key whose provider is enabled and valid',
    role: 'Project Read Only',
  },
  'rotation-alert': {
    meaning: 'A key-rotation alert is enabled for the provider, or for every enabled one',
    role: 'Project Read Only',
  },
  'no-open-alerts': {
    meaning: 'No alert about encryption keys or encryption at rest is open',
    role: 'Project Read Only',
  },
  'role-based-auth': {
    meaning: 'No enabled provider uses static credentials',
    role: 'Project Read Only',
  },
  'private-networking': {
    meaning: 'Every enabled AWS or Azure provider has the setting `requirePrivateNetworking`',
    role: 'Project Read Only',
  },
  'private-endpoints': {
    meaning: 'Every enabled AWS or Azure provider has a private endpoint, and each of its endpoints is `ACTIVE`',
    role: 'Project Owner',
  },
  'search-nodes': {
    meaning: 'Dedicated search nodes are encrypted with the key (`enabledForSearchNodes`)',
    role: 'Project Read Only',
  },
  'no-other-provider': {
    meaning: 'No provider is enabled besides those that the workflow names (without any: at most one)',
    role: 'Project Read Only',
  },
  'service-account-secret': {
    meaning: 'The secret of the service account that the run uses does not expire within 14 days',
    role: 'Project Read Only',
  },
}

export const CONDITIONS = Object.keys(CONDITION_TABLE) as [Condition, ...Condition[]]
