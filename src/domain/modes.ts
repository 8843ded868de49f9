import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** What the action can do with a project. */
export type Mode = 'apply' | 'plan' | 'verify' | 'drift' | 'export'

/** How a project can end if it does not fail. */
export type SuccessResult = 'created' | 'updated' | 'disabled' | 'unchanged' | 'planned' | 'passed' | 'exported'

export interface ModeRow {
  /** For headings. */
  readonly title: SafeText
  /** What a project can end with if it does not fail. A mode that changes nothing has one. */
  readonly results: readonly [SuccessResult, ...SuccessResult[]]
  /** Whether the mode sends changes, so that it reads the values of secrets and waits for a valid key by default. */
  readonly changesAtlas: boolean
  /** Whether the mode reads the given fields, clusters and regions, and compares them with Atlas. */
  readonly comparesFields: boolean
  /** Whether the mode checks `require`, and keeps an issue if `issue` is set. */
  readonly checksConditions: boolean
  /** Whether the mode comments on the pull request if `comment` is set. */
  readonly comments: boolean
  /** Whether the mode can look at a project without a provider being named, and at every project of an organization. */
  readonly needsProvider: boolean
}

/** The one table of modes: what inputs are read, what a report may say and its headings derive from it. `merge` is not here: it joins reports. */
export const MODE_TABLE: Readonly<Record<Mode, ModeRow>> = {
  apply: {
    title: safe`Apply`,
    results: ['created', 'updated', 'disabled', 'unchanged'],
    changesAtlas: true,
    comparesFields: true,
    checksConditions: false,
    comments: false,
    needsProvider: true,
  },
  plan: {
    title: safe`Plan`,
    results: ['planned'],
    changesAtlas: false,
    comparesFields: true,
    checksConditions: false,
    comments: true,
    needsProvider: true,
  },
  verify: {
    title: safe`Verify`,
    results: ['passed'],
    changesAtlas: false,
    comparesFields: false,
    checksConditions: true,
    comments: false,
    needsProvider: false,
  },
  drift: {
    title: safe`Drift check`,
    results: ['passed'],
    changesAtlas: false,
    comparesFields: true,
    checksConditions: true,
    comments: false,
    needsProvider: true,
  },
  export: {
    title: safe`Export`,
    results: ['exported'],
    changesAtlas: false,
    comparesFields: false,
    checksConditions: false,
    comments: false,
    needsProvider: false,
  },
}

export const MODES = Object.keys(MODE_TABLE) as Mode[]
