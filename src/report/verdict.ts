import { PROVIDERS } from '../encryption/providers.ts'
import type { ProviderState } from '../encryption/state.ts'
import type { Finding, ProjectResult } from '../modes/result.ts'

/** How an end is told to a person. Plain text. */
export interface Verdict {
  readonly icon: '✅' | '⚠️' | '❌'
  /** A few words for a heading. */
  readonly title: string
  /** A sentence: what is. */
  readonly text: string
  /** What to do next; '' if there is nothing to do. */
  readonly advice: string
}

const TITLES: Readonly<Record<ProjectResult['result'], string>> = {
  created: 'enabled',
  updated: 'updated',
  disabled: 'disabled',
  unchanged: 'as desired',
  planned: 'plan',
  passed: 'passed',
  failed: 'failed',
}

/** The verdict on a project. A finding that a `fail-on-…: false` excuses is told all the same. */
export function verdictOn(project: ProjectResult): Verdict {
  const { result, error, findings, failureReason } = project
  if (error !== null) {
    const { code, message } = error
    const title = code === 'TIMEOUT' ? 'timed out' : code === 'CANCELLED' ? 'cancelled' : 'failed'
    return { icon: '❌', title, text: message, advice: '' }
  }
  const telling = (failureReason as Finding | null) ?? findings[0]
  if (telling !== undefined) {
    const icon = failureReason === null ? '⚠️' : '❌'
    return { icon, ...(telling === 'drift' ? driftVerdict(project) : invalidVerdict(project)) }
  }
  return { icon: '✅', title: TITLES[result], text: successText(project), advice: successAdvice(project) }
}

function driftVerdict({ differences }: ProjectResult): Omit<Verdict, 'icon'> {
  const fields = differences.map(({ field }) => field).join(', ')
  return {
    title: 'drift',
    text: `Atlas differs from what the workflow wants in ${fields}.`,
    advice:
      'If the workflow is right, run it with `mode: apply`; if Atlas is, change the inputs. The project activity feed in ' +
      'Atlas says who changed it.',
  }
}

function invalidVerdict({ providers, wantsProvider, mode, changed }: ProjectResult): Omit<Verdict, 'icon'> {
  const off = providers.filter(({ enabled }) => !enabled)
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

function successText({ result, providers, changed }: ProjectResult): string {
  const who = titles(providers)
  const works = 'its key is valid'
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
    default:
      return providers.some(({ enabled }) => enabled) ? `${who}: enabled and valid.` : `${who}: disabled, as desired.`
  }
}

function successAdvice({ result }: ProjectResult): string {
  if (result === 'created') {
    return 'Clusters use the key only once their own encryption at rest is switched to this provider.'
  }
  return ''
}
