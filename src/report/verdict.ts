import type { ErrorParts } from '../domain/errors.ts'
import { MODE_TABLE } from '../domain/modes.ts'
import { named } from '../domain/named.ts'
import type { Report } from '../domain/report.ts'
import type { Finding, ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { FINDINGS, type FindingText } from './findings.ts'
import { hasInvalidKey } from './projects-verdict.ts'
import { plannedTitle, successText } from './success-text.ts'

/** How a project ended, for a person. */
export interface Verdict {
  /** `excused`: something was found, but the step does not fail for it, because of the mode or an input. */
  readonly status: 'good' | 'excused' | 'bad'
  /** A few words for a heading. */
  readonly title: SafeText
  /** What was found, one entry for each finding. */
  readonly findings: readonly FindingText[]
  /** The error that ended the project, in its pieces. */
  readonly error: ErrorParts | null
}

/** For a run that ended while a change was on its way. */
export const STATE_UNKNOWN = safe`A change was in progress when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with \`mode: plan\`.`

const TITLES: Readonly<Record<ProjectResult['result'], SafeText>> = {
  created: safe`enabled`,
  updated: safe`updated`,
  disabled: safe`disabled`,
  unchanged: safe`as desired`,
  planned: safe`planned`,
  passed: safe`passed`,
  exported: safe`exported`,
  failed: safe`failed`,
}

export function modeTitle(mode: Report['mode']): SafeText {
  if (mode === null) return safe`Unknown mode`
  return mode === 'merge' ? safe`Merge` : MODE_TABLE[mode].title
}

/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
export function verdictOn(project: ProjectResult): Verdict {
  const { result, error, findings, excused } = project
  if (error !== null) {
    return { status: 'bad', title: titleOfError(project), findings: [], error: error.parts ?? { what: error.message } }
  }
  const failing = findings.filter((finding) => !excused.includes(finding))
  const shown = (failing.length > 0 ? failing : excused).map((finding) => FINDINGS[finding](project))
  if (shown.length === 0) {
    const title = result === 'planned' ? plannedTitle(project) : TITLES[result]
    const status = result === 'planned' && hasInvalidKey(project) ? 'excused' : 'good'
    return { status, title, findings: [successText(project)], error: null }
  }
  const title = joinSafe(
    shown.map((finding) => finding.title),
    safe`, `,
  )
  return { status: failing.length > 0 ? 'bad' : 'excused', title, findings: shown, error: null }
}

/** Everything that a verdict says, as one line. */
export function verdictLine({ findings, error }: Verdict): SafeText {
  if (error !== null) return error.what
  const sentences = findings.flatMap(({ text, line, advice }) => [
    line ?? text,
    ...(advice === undefined ? [] : [advice]),
  ])
  return joinSafe(sentences, safe` `)
}

/** What was found but is excused, a sentence each, for warnings. */
export function excusedFindings(project: ProjectResult): SafeText[] {
  return project.excused.map((finding) => {
    const notSwitched = finding === 'invalid' && project.mode === 'apply' ? clustersNotSwitched(project) : safe``
    const { text } = FINDINGS[finding](project)
    return safe`${text}${notSwitched} ${excuseText(finding)}`
  })
}

/** Why the step does not fail for a finding. */
export function excuseText(finding: Finding): SafeText {
  return safe`(The step does not fail: \`${EXCUSES[finding]}: false\`.)`
}

/** The clusters that were left alone for want of a valid key; begins with a space, or is empty. */
function clustersNotSwitched({ clusters }: ProjectResult): SafeText {
  const left = clusters.filter(({ expected, actual }) => expected !== 'NONE' && actual !== expected)
  return left.length === 0 ? safe`` : safe` These clusters were not switched: ${named(left.map(({ name }) => name))}.`
}

function titleOfError({ error, patchRefused, isKnown }: ProjectResult): SafeText {
  if (error === null) return safe``
  if (error.endsRun) return error.code === 'TIMEOUT' ? safe`timed out` : safe`canceled`
  // Before Atlas has answered, an error in the inputs can only be one of the inputs themselves.
  if (error.code === 'INPUT' && !isKnown) return INVALID_INPUTS
  if (patchRefused) return safe`change refused by Atlas`
  return ERROR_TITLES.get(error.code) ?? safe`request refused by Atlas`
}

/** The heading of a run that did not begin because of its inputs. */
export const INVALID_INPUTS = safe`invalid inputs`

/** For the codes of this action, and those of Atlas that it gives an error before it sends anything. Any other is of Atlas alone. */
const ERROR_TITLES: ReadonlyMap<string, SafeText> = new Map([
  ['INPUT', safe`failed`],
  ['PROTOCOL', safe`failed`],
  ['NETWORK', safe`no connection to Atlas`],
  ['NOT_APPLIED', safe`change not applied`],
  ['CANNOT_DISABLE_ENCRYPTION_AT_REST', safe`still in use`],
  ['CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS', safe`still in use`],
  ['CLUSTER_PAUSED', safe`cluster paused`],
  ['CLUSTER_NOT_FOUND', safe`cluster not found`],
  ['CLUSTER_NOT_READY', safe`cluster not ready`],
  ['PRIVATE_ENDPOINT_FAILED', safe`private endpoint failed`],
  ['PRIVATE_ENDPOINT_PENDING_ACCEPTANCE', safe`private endpoint not approved`],
  ['PRIVATE_ENDPOINT_NOT_READY', safe`private endpoint not ready`],
])

/** The input that excuses a finding; a requirement cannot be excused. */
const EXCUSES: Readonly<Record<Finding, SafeText>> = {
  invalid: safe`fail-on-invalid`,
  requirement: safe``,
  drift: safe`fail-on-drift`,
}
