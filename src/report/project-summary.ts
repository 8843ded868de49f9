import type { Comparison } from '../domain/compare.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ShownValue } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import type { ProjectResult } from '../domain/result.ts'
import { printable, safeJson } from '../sanitize/printable.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { asSentence } from '../sanitize/sentences.ts'
import { heldText } from './events.ts'
import { errorBlocks, findingsBlocks } from './finding-blocks.ts'
import { code, externalText, type Html, html, link, ownText, withIcon } from './html.ts'
import type { PageLinks } from './links.ts'
import { clusterTable, endpointTable } from './resource-tables.ts'
import { valueText } from './values.ts'
import { modeTitle, STATE_UNKNOWN, type Verdict, verdictOn } from './verdict.ts'

const MAX_VALUE_LENGTH = 500

const ICONS: Readonly<Record<Verdict['status'], SafeText>> = { good: safe`✅`, excused: safe`⚠️`, bad: safe`❌` }

/** The blocks about one project, for the summary, an issue or a comment. */
export function projectBlocks(project: ProjectResult, links: PageLinks): Html[] {
  const verdict = verdictOn(project)
  const id = link(links.project(project.projectId), code(project.projectId))
  return [
    html`<h3>${iconOf(verdict, project)} Atlas encryption at rest: ${verdict.title}</h3>
      <p>${modeTitle(project.mode)} · project ${id}</p>`,
    ...findingsBlocks(verdict, project.excused, links),
    ...(project.error === null ? [] : errorBlocks(project.error, links)),
    ...(project.stateUnknown ? [html`<p>⚠️ ${ownText(STATE_UNKNOWN)}</p>`] : []),
    ...detailBlocks(project),
  ]
}

function iconOf({ status }: Verdict, { result, changed }: ProjectResult): SafeText {
  return status === 'good' && result === 'planned' && changed ? safe`🔄` : ICONS[status]
}

function detailBlocks(project: ProjectResult): Html[] {
  const { requirements, notComparable, lastChange, isKnown } = project
  // Clusters and private endpoints have tables of their own, which say how each was last seen.
  const comparisons = project.comparisons.filter(({ field }) => !/^(clusters|privateEndpoints)\./.test(field))
  return [
    ...(isKnown ? [statesTable(project)] : []),
    ...(comparisons.length > 0 ? [comparisonTable({ ...project, comparisons })] : []),
    ...(project.clusters.length > 0 ? [clusterTable(project)] : []),
    ...(project.privateEndpoints.length > 0 ? [endpointTable(project)] : []),
    ...(lastChange === null
      ? []
      : [html`<p>Last change of the configuration: ${code(lastChange.when)} by ${code(lastChange.who)}</p>`]),
    ...(requirements.length > 0 ? [requirementTable(requirements)] : []),
    ...patchBlock(project),
    ...notesOf(project).map((note) => html`<p>ℹ️ ${externalText(asSentence(note))}</p>`),
    ...(notComparable.length > 0 ? [notComparableBlock(notComparable)] : []),
  ]
}

/** The notes, but for one that the error repeats. */
function notesOf({ notes, error }: ProjectResult): readonly SafeText[] {
  return notes.filter((note) => !error?.parts?.advice?.includes(note))
}

function patchBlock(project: ProjectResult): Html[] {
  if (project.patch === null) return []
  return [html`<p>${patchIntro(project)}: ${code(safe`PATCH ${printable(safeJson(project.patch))}`)}</p>`]
}

function patchIntro({ mode, changed, error, stateUnknown, patchRefused }: ProjectResult): SafeText {
  if (mode === 'plan') return safe`Apply would send`
  if (changed || error === null || stateUnknown) return safe`Sent`
  return patchRefused ? safe`Refused` : safe`Not sent`
}

/** The providers and their keys as Atlas reports them. */
export function statesTable({ providers }: Pick<ProjectResult, 'providers'>): Html {
  if (providers.length === 0) return html`<p>No provider is enabled.</p>`
  const rows = providers.map(({ provider, enabled, valid }) => {
    const key = !enabled ? html`—` : valid ? withIcon('✅', safe`valid`) : withIcon('❌', safe`not valid`)
    const state = enabled ? safe`enabled` : safe`off`
    return html`<tr><td>${PROVIDERS[provider].title}</td><td>${state}</td><td>${key}</td></tr>`
  })
  return html`<table><tr><th>Provider</th><th>In Atlas now</th><th>Key</th></tr>${rows}</table>`
}

const ORDER: readonly Comparison['verdict'][] = ['differs', 'not-comparable', 'same']

/** The desired fields next to what Atlas reports, those that differ first. */
export function comparisonTable({
  comparisons,
  changed,
  mode,
}: Pick<ProjectResult, 'comparisons' | 'changed' | 'mode'>): Html {
  const wasChanged = changed && mode === 'apply' && comparisons.some(({ verdict }) => verdict === 'differs')
  const value = (shown: ShownValue | null): Html =>
    code(shown === null || shown === '' ? safe`` : valueText(shown, MAX_VALUE_LENGTH))
  const verdicts: Readonly<Record<Comparison['verdict'], Html>> = {
    same: withIcon('✅', safe`same`),
    differs: wasChanged
      ? withIcon('🔄', safe`changed`)
      : mode === 'plan'
        ? withIcon('🔄', safe`to change`)
        : withIcon('❌', safe`differs`),
    'not-comparable': withIcon('❔', safe`not comparable`),
  }
  const rank = ({ verdict }: Comparison<ShownValue>): number => ORDER.indexOf(verdict)
  const rows = comparisons
    .toSorted((a, b) => rank(a) - rank(b))
    .map(
      ({ field, expected, actual, verdict }) =>
        html`<tr><td>${verdicts[verdict]}</td><td>${code(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td></tr>`,
    )
  const inAtlas = wasChanged ? safe`In Atlas before` : safe`In Atlas`
  return html`<table><tr><th>Verdict</th><th>Field</th><th>Expected</th><th>${inAtlas}</th></tr>${rows}</table>`
}

/** The conditions that were checked, those that are not met first. */
function requirementTable(requirements: readonly Requirement[]): Html {
  const rank = ({ held }: Requirement): number => [false, null, true].indexOf(held)
  const rows = requirements.toSorted((a, b) => rank(a) - rank(b)).map(requirementRow)
  return html`<table>${REQUIREMENT_HEAD}${rows}</table>`
}

export const REQUIREMENT_HEAD = html`<tr><th>Requirement</th><th>Result</th><th>Why</th></tr>`

export function requirementRow({ condition, held, detail }: Requirement): Html {
  const icon = held === null ? '❔' : held ? '✅' : '❌'
  const result = withIcon(icon, heldText(held))
  return html`<tr><td>${code(safe`${condition}`)}</td><td>${result}</td><td>${externalText(detail)}</td></tr>`
}

function notComparableBlock(fields: readonly SafeText[]): Html {
  const names = fields.map((field) => html`${code(field)} `)
  const why = fields.length > 1 ? safe`Atlas does not return them` : safe`Atlas does not return it`
  return html`<p>Not comparable: ${names}— ${why}, so a difference there cannot be detected. Secrets that are set are sent on every apply.</p>`
}
