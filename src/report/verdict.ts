import type { Mode } from '../domain/modes.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { Finding, ProjectResult } from '../domain/result.ts'

/** How an end is told to a person. Plain text. */
export interface Verdict {
  /** `excused`: something was found, but an input says that the step shall not fail for it. */
  readonly status: 'good' | 'excused' | 'bad'
  /** A few words for a heading. */
  readonly title: string
  /** What is. */
  readonly text: string
  /** What to do next; '' if there is nothing to do. */
  readonly advice: string
}

/** A finding in words. */
type FindingText = Omit<Verdict, 'status'>

export const MODE_TITLES: Readonly<Record<Mode | 'merge', string>> = {
  apply: 'Apply',
  plan: 'Plan',
  verify: 'Verify',
  drift: 'Drift check',
  merge: 'Merge',
}

/** For a run that ended while a change was on its way. */
export const STATE_UNKNOWN =
  'A change was under way when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with `mode: plan`.'

const TITLES: Readonly<Record<ProjectResult['result'], string>> = {
  created: 'enabled',
  updated: 'updated',
  disabled: 'disabled',
  unchanged: 'as desired',
  planned: 'plan',
  passed: 'passed',
  failed: 'failed',
}

/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
export function verdictOn(project: ProjectResult): Verdict {
  const { result, error, findings, excused } = project
  if (error !== null) {
    const title = ERROR_TITLES[error.code] ?? 'failed'
    return { status: 'bad', title, text: error.message, advice: '' }
  }
  const failing = findings.filter((finding) => !excused.includes(finding))
  const told = (failing.length > 0 ? failing : excused).map((finding) => FINDINGS[finding](project))
  const [first] = told
  if (first === undefined) {
    return { status: 'good', title: TITLES[result], text: successText(project), advice: successAdvice(project) }
  }
  const joined = (part: 'text' | 'advice'): string =>
    told
      .map((telling) => telling[part])
      .join(' ')
      .trim()
  const status = failing.length > 0 ? 'bad' : 'excused'
  return { status, title: first.title, text: joined('text'), advice: joined('advice') }
}

/** What was found but is excused, a sentence each, for warnings. */
export function excusedFindings(project: ProjectResult): string[] {
  return project.excused.map(
    (finding) => `${FINDINGS[finding](project).text} (The step does not fail for it: \`${EXCUSES[finding]}: false\`.)`,
  )
}

const ERROR_TITLES: Readonly<Record<string, string>> = { TIMEOUT: 'timed out', CANCELLED: 'cancelled' }

/** A requirement cannot be excused. */
const EXCUSES: Readonly<Record<Finding, string>> = {
  invalid: 'fail-on-invalid',
  requirement: '',
  drift: 'fail-on-drift',
}

const FINDINGS: Readonly<Record<Finding, (project: ProjectResult) => FindingText>> = {
  invalid: invalidVerdict,
  requirement: requirementVerdict,
  drift: driftVerdict,
}

function requirementVerdict({ requirements }: ProjectResult): FindingText {
  const failed = requirements.filter(({ held }) => held !== true)
  const reasons = failed.map(
    ({ condition, held, detail }) => `${condition} ${held === null ? 'is not known' : 'does not hold'}: ${detail}`,
  )
  return { title: 'requirement not met', text: reasons.join(' '), advice: '' }
}

function driftVerdict({ differences, lastChange }: ProjectResult): FindingText {
  const fields = differences.map(({ field }) => field).join(', ')
  const who = lastChange === null ? ' The activity feed of the project in Atlas says who changed it.' : ''
  return {
    title: 'drift',
    text: `Atlas differs from what the workflow wants in ${fields}.`,
    advice: `If the workflow is right, run it with \`mode: apply\`; if Atlas is, change the inputs or the config file.${who}`,
  }
}

function invalidVerdict({ providers, wantsProvider, mode, changed }: ProjectResult): FindingText {
  const off = providers.filter(({ enabled }) => !enabled)
  if (mode === 'verify' && !wantsProvider) {
    return {
      title: 'not disabled',
      text: `${titles(providers.filter(({ enabled }) => enabled))} is enabled in the project, but is to be off.`,
      advice: 'Disable it with `mode: apply`, or correct the config file.',
    }
  }
  if (providers.length === 0 && wantsProvider) {
    return {
      title: 'not enabled',
      text: 'No provider of encryption at rest is enabled in the project.',
      advice: 'Enable one with `mode: apply`.',
    }
  }
  if (off.length > 0) {
    return {
      title: 'not enabled',
      text: `${titles(off)} ${off.length > 1 ? 'are' : 'is'} not enabled in the project.`,
      advice:
        mode === 'apply'
          ? 'Run again, and look at the project in Atlas if it stays so.'
          : 'Enable it with `mode: apply`.',
    }
  }
  const invalid = providers.filter(({ valid }) => !valid)
  return {
    title: 'key not valid',
    text: `Atlas cannot use the key of ${titles(invalid)}${changed ? ' after the change' : ''}: it reports valid: false.`,
    advice:
      'Do not restart, scale or upgrade a cluster of this project before the key works: its nodes would not start again. ' +
      'See that the key is enabled, that the role or credentials may use it, and that the key provider lets Atlas in; ' +
      'then run `mode: verify`.',
  }
}

const titles = (states: readonly ProviderState[]): string =>
  states.map(({ provider }) => PROVIDERS[provider].title).join(', ')

function successText({ result, providers, changed, mode, wantsProvider }: ProjectResult): string {
  const who = titles(providers)
  const works = providers.length > 1 ? 'their keys are valid' : 'its key is valid'
  switch (result) {
    case 'created':
      return `${who} is enabled now and ${works}.`
    case 'updated':
      return `${who} was changed and ${works}.`
    case 'disabled':
      return `${who} is disabled now.`
    case 'unchanged':
      return providers.some(({ enabled }) => enabled)
        ? `${who} is as desired and ${works}; nothing was sent.`
        : `${who} is disabled already; nothing was sent.`
    case 'planned':
      return changed
        ? 'Atlas differs from what the workflow wants; apply would send the change that closes the gap.'
        : 'Atlas is as desired; apply would send nothing.'
    default: {
      const asWanted = mode === 'drift' ? 'Atlas is as the workflow wants. ' : ''
      return wantsProvider ? `${asWanted}${who}: enabled, and ${works}.` : `${asWanted}${who}: disabled.`
    }
  }
}

function successAdvice({ result, mode, providers }: ProjectResult): string {
  if (mode === 'plan' && providers.some(({ enabled, valid }) => enabled && !valid)) {
    return 'The current key is not valid: Atlas takes no change before it is restored, and apply would fail.'
  }
  if (result === 'created') {
    return 'Clusters use the key only once their own encryption at rest is switched to this provider.'
  }
  return ''
}
