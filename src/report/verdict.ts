import type { ErrorParts } from '../domain/errors.ts'
import { MODE_TABLE } from '../domain/modes.ts'
import { named } from '../domain/named.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { Report } from '../domain/report.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { AtRisk, Finding, ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { heldText } from './events.ts'
import { successText } from './success-text.ts'

/** How a project ended, for a person. */
export interface Verdict {
  /** `excused`: something was found, but an input says that the step does not fail for it. */
  readonly status: 'good' | 'excused' | 'bad'
  /** A few words for a heading. */
  readonly title: SafeText
  /** What was found, one entry for each finding. */
  readonly findings: readonly FindingText[]
  /** The error that ended the project, in its pieces. */
  readonly error: ErrorParts | null
}

/** A finding in words. */
export interface FindingText {
  readonly title: SafeText
  readonly text: SafeText
  /** What to do next; absent if there is nothing to do. */
  readonly advice?: SafeText
  /** Whether the page on what to do about an invalid key says more. */
  readonly hasRunbook?: true
}

/** For a run that ended while a change was on its way. */
export const STATE_UNKNOWN = safe`A change was under way when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with \`mode: plan\`.`

const TITLES: Readonly<Record<ProjectResult['result'], SafeText>> = {
  created: safe`enabled`,
  updated: safe`updated`,
  disabled: safe`disabled`,
  unchanged: safe`as desired`,
  planned: safe`plan`,
  passed: safe`passed`,
  exported: safe`exported`,
  failed: safe`failed`,
}

export function modeTitle(mode: Report['mode']): SafeText {
  return mode === 'merge' ? safe`Merge` : MODE_TABLE[mode ?? 'apply'].title
}

/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
export function verdictOn(project: ProjectResult): Verdict {
  const { result, error, findings, excused } = project
  if (error !== null) {
    const title = (error.endsRun && END_TITLES[error.code]) ?? safe`failed`
    return { status: 'bad', title, findings: [], error: error.parts ?? { what: error.message } }
  }
  const failing = findings.filter((finding) => !excused.includes(finding))
  const shown = (failing.length > 0 ? failing : excused).map((finding) => FINDINGS[finding](project))
  if (shown.length === 0) {
    return { status: 'good', title: TITLES[result], findings: [successText(project)], error: null }
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
  const sentences = findings.flatMap(({ text, advice }) => [text, ...(advice === undefined ? [] : [advice])])
  return joinSafe(sentences, safe` `)
}

/** What was found but is excused, a sentence each, for warnings. */
export function excusedFindings(project: ProjectResult): SafeText[] {
  return project.excused.map((finding) => {
    const notSwitched = finding === 'invalid' && project.mode === 'apply' ? clustersNotSwitched(project) : safe``
    const { text } = FINDINGS[finding](project)
    return safe`${text}${notSwitched} (The step does not fail: \`${EXCUSES[finding]}: false\`.)`
  })
}

/** The clusters that were left alone for want of a valid key; begins with a space, or is empty. */
function clustersNotSwitched({ clusters }: ProjectResult): SafeText {
  const left = clusters.filter(({ expected, actual }) => expected !== 'NONE' && actual !== expected)
  return left.length === 0 ? safe`` : safe` These clusters were not switched: ${named(left.map(({ name }) => name))}.`
}

const END_TITLES: Readonly<Record<string, SafeText>> = { TIMEOUT: safe`timed out`, CANCELLED: safe`cancelled` }

/** The input that excuses a finding; a requirement cannot be excused. */
const EXCUSES: Readonly<Record<Finding, SafeText>> = {
  invalid: safe`fail-on-invalid`,
  requirement: safe``,
  drift: safe`fail-on-drift`,
}

const FINDINGS: Readonly<Record<Finding, (project: ProjectResult) => FindingText>> = {
  invalid: invalidText,
  requirement: requirementText,
  drift: driftText,
}

function requirementText({ requirements }: ProjectResult): FindingText {
  const failed = requirements.filter(({ held }) => held !== true)
  const reasons = failed.map(({ condition, held, detail }) => safe`${condition} ${heldText(held)}: ${detail}`)
  return { title: safe`requirement not met`, text: joinSafe(reasons, safe` `) }
}

function driftText({ differences, lastChange }: ProjectResult): FindingText {
  const fields = joinSafe(
    differences.map(({ field }) => field),
    safe`, `,
  )
  const who = lastChange === null ? safe` The activity feed of the project in Atlas shows who changed it.` : safe``
  return {
    title: safe`drift`,
    text: safe`Atlas differs from the workflow in ${fields}.`,
    advice: safe`If the workflow is right, run \`mode: apply\`. If Atlas is right, change the inputs or the config file.${who}`,
  }
}

function invalidText(project: ProjectResult): FindingText {
  const { providers, expectsProvider, mode, changed, atRisk } = project
  const off = providers.filter(({ enabled }) => !enabled)
  if (mode === 'verify' && !expectsProvider) {
    return {
      title: safe`not disabled`,
      text: safe`${titles(providers.filter(({ enabled }) => enabled))} is enabled in the project, but must be disabled.`,
      advice: safe`Disable it with \`mode: apply\`, or correct the config file.`,
    }
  }
  if (providers.length === 0) {
    return {
      title: safe`not enabled`,
      text: safe`No provider of encryption at rest is enabled in the project.`,
      advice: safe`Enable one with \`mode: apply\`.`,
    }
  }
  const enabled = providers.filter((state) => state.enabled)
  const invalid = enabled.filter(({ valid }) => !valid)
  if (invalid.length === 0) return notEnabledText(off, mode)
  const notEnabled = off.length === 0 ? safe`` : safe` ${notEnabledText(off, mode).text}`
  return {
    title: safe`key not valid`,
    text: safe`Atlas cannot use the key of ${titles(invalid)}${changed ? safe` after the change` : safe``}: it reports valid: false.${stakes(atRisk)}${notEnabled}`,
    advice: safe`Do not restart, scale or upgrade a cluster of this project before the key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that the key provider lets Atlas in. Then run \`mode: verify\`.`,
    hasRunbook: true,
  }
}

function notEnabledText(off: readonly ProviderState[], mode: ProjectResult['mode']): FindingText {
  const again = safe`Run again, and check the project in Atlas if the state remains.`
  return {
    title: safe`not enabled`,
    text: safe`${titles(off)} ${off.length > 1 ? 'are' : 'is'} not enabled in the project.`,
    advice: mode === 'apply' ? again : safe`Enable it with \`mode: apply\`.`,
  }
}

/** Which clusters are affected, and since when; begins with a space, or is empty. */
export function stakes(atRisk: AtRisk | null): SafeText {
  if (atRisk === null) return safe``
  const { clusters, since } = atRisk
  const when = since === null ? safe`` : safe` Atlas has called it invalid since ${since}.`
  if (clusters.length === 0) return when
  return safe`${when} These clusters would not start again after a restart: ${named(clusters)}.`
}

const titles = (states: readonly ProviderState[]): SafeText =>
  joinSafe(
    states.map(({ provider }) => PROVIDERS[provider].title),
    safe`, `,
  )
