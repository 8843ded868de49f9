import { CONDITION_TABLE } from '../domain/conditions.ts'
import { named } from '../domain/named.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ProviderState } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import type { AtRisk, Finding, ProjectResult } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { heldText } from './events.ts'

/** A finding in words. */
export interface FindingText {
  /** A few words for a heading. */
  readonly title: SafeText
  readonly text: SafeText
  /** What stands in place of `text` where there is no table that says more, as in an annotation. */
  readonly line?: SafeText
  /** What to do next; absent if there is nothing to do. */
  readonly advice?: SafeText
  /** What to do next if that is several things. */
  readonly steps?: readonly SafeText[]
  /** Whether the page on what to do about an invalid key says more. */
  readonly hasRunbook?: true
}

/** Each finding in words. */
export const FINDINGS: Readonly<Record<Finding, (project: ProjectResult) => FindingText>> = {
  invalid: invalidText,
  requirement: requirementText,
  drift: driftText,
}

function requirementText({ requirements }: ProjectResult): FindingText {
  const failed = requirements.filter(({ held }) => held !== true)
  const notMet = failed.filter(({ held }) => held === false)
  const unknown = failed.filter(({ held }) => held === null)
  const reasons = failed.map(({ condition, held, detail }) => safe`${condition} ${heldText(held)}: ${detail}`)
  const names = [
    ...(notMet.length > 0 ? [safe`The project does not meet ${conditionNames(notMet)}.`] : []),
    ...(unknown.length > 0 ? [safe`This run could not check ${conditionNames(unknown)}.`] : []),
  ]
  return {
    title: requirementTitle(notMet.length, unknown.length),
    text: joinSafe(names, safe` `),
    line: joinSafe(reasons, safe` `),
    steps: failed.map(stepFor),
  }
}

/** `requirement not met`, `2 requirements not met, 1 unknown`. */
function requirementTitle(notMet: number, unknown: number): SafeText {
  const [count, result] = notMet > 0 ? [notMet, heldText(false)] : [unknown, heldText(null)]
  const first = count > 1 ? safe`${count} requirements ${result}` : safe`requirement ${result}`
  return notMet > 0 && unknown > 0 ? safe`${first}, ${unknown} unknown` : first
}

function conditionNames(requirements: readonly Requirement[]): SafeText {
  return joinSafe(
    requirements.map(({ condition }) => safe`\`${condition}\``),
    safe`, `,
  )
}

function stepFor({ condition, held }: Requirement): SafeText {
  // A missing role is one of several causes; where it is the cause, the table names it.
  if (held === null) return safe`\`${condition}\`: The table shows why this run could not check it.`
  return safe`\`${condition}\`: ${CONDITION_TABLE[condition].fix}`
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
    advice: safe`Do not restart, scale, or upgrade a cluster of this project until the key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that no firewall or network rule at the provider blocks Atlas. Then run \`mode: verify\`.`,
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
  const when = since === null ? safe`` : safe` Atlas has reported it as invalid since ${since}.`
  if (clusters.length === 0) return when
  return safe`${when} These clusters would not start again after a restart: ${named(clusters)}.`
}

const titles = (states: readonly ProviderState[]): SafeText =>
  joinSafe(
    states.map(({ provider }) => PROVIDERS[provider].title),
    safe`, `,
  )
