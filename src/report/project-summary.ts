import type { Comparison } from '../domain/compare.ts'
import type { ReportedError } from '../domain/errors.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { ShownValue } from '../domain/reported.ts'
import type { Requirement } from '../domain/requirements.ts'
import type { ProjectResult } from '../domain/result.ts'
import { printable, safeJson } from '../sanitize/printable.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { heldText } from './events.ts'
import { code, externalText, type Html, html, link, ownText, withIcon } from './html.ts'
import type { PageLinks } from './links.ts'
import { valueText } from './values.ts'
import { type FindingText, modeTitle, STATE_UNKNOWN, type Verdict, verdictOn } from './verdict.ts'

const MAX_VALUE_LENGTH = 500

const ICONS: Readonly<Record<Verdict['status'], SafeText>> = { good: safe`✅`, excused: safe`⚠️`, bad: safe`❌` }

/** The blocks about one project, for the summary, an issue or a comment. */
export function projectBlocks(project: ProjectResult, links: PageLinks): Html[] {
  const verdict = verdictOn(project)
  const id = link(links.project(project.projectId), code(project.projectId))
  return [
    html`<h3>${ICONS[verdict.status]} Atlas encryption at rest: ${verdict.title}</h3>
      <p>${modeTitle(project.mode)} · project ${id}</p>`,
    ...verdict.findings.flatMap((finding) => findingBlocks(finding, links)),
    ...(project.error === null ? [] : errorBlocks(project.error, links)),
    ...(project.stateUnknown ? [html`<p>⚠️ ${ownText(STATE_UNKNOWN)}</p>`] : []),
    ...detailBlocks(project),
  ]
}

function findingBlocks({ text, advice, hasRunbook }: FindingText, links: PageLinks): Html[] {
  const runbook = hasRunbook ? links.runbook() : null
  return [
    html`<p>${externalText(text)}</p>`,
    ...(advice === undefined ? [] : [html`<p><b>What to do:</b> ${ownText(advice)}</p>`]),
    ...(runbook === null ? [] : [html`<p>${link(runbook, html`What to do when a key is not valid`)}</p>`]),
  ]
}

/** An error in its pieces: what failed, what Atlas says, what to do. */
export function errorBlocks({ message, code: errorCode, parts }: ReportedError, links: PageLinks): Html[] {
  if (parts === undefined) return [html`<p>${externalText(message)}</p>`]
  const page = links.error(errorCode)
  const { what, detail, items = [], advice } = parts
  return [
    html`<p>${externalText(what)}</p>`,
    ...(detail === undefined ? [] : [html`<p><b>Atlas says:</b> ${externalText(detail)}</p>`]),
    ...(items.length === 0 ? [] : [html`<ul>${items.map((item) => html`<li>${externalText(item)}</li>`)}</ul>`]),
    ...(advice === undefined ? [] : [html`<p><b>What to do:</b> ${externalText(advice)}</p>`]),
    ...(page === null ? [] : [html`<p>${link(page, html`More about ${code(safe`${errorCode}`)}`)}</p>`]),
  ]
}

function detailBlocks(project: ProjectResult): Html[] {
  const { requirements, notComparable, notes, lastChange, isKnown } = project
  // Clusters and private endpoints have tables of their own, which say how each was last seen.
  const comparisons = project.comparisons.filter(({ field }) => !/^(clusters|privateEndpoints)\./.test(field))
  return [
    ...(isKnown ? [statesTable(project)] : []),
    ...(comparisons.length > 0 ? [comparisonTable({ ...project, comparisons })] : []),
    ...(project.clusters.length > 0 ? [clusterTable(project.clusters)] : []),
    ...(project.privateEndpoints.length > 0 ? [endpointTable(project.privateEndpoints)] : []),
    ...(lastChange === null
      ? []
      : [html`<p>Last change of the configuration: ${code(lastChange.when)} by ${code(lastChange.who)}</p>`]),
    ...(requirements.length > 0 ? [requirementTable(requirements)] : []),
    ...patchBlock(project),
    ...notes.map((note) => html`<p>ℹ️ ${externalText(note)}</p>`),
    ...(notComparable.length > 0 ? [notComparableBlock(notComparable)] : []),
  ]
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

/** The desired fields next to what Atlas reports. */
export function comparisonTable({
  comparisons,
  changed,
  mode,
}: Pick<ProjectResult, 'comparisons' | 'changed' | 'mode'>): Html {
  const wasChanged = changed && mode === 'apply'
  const value = (shown: ShownValue | null): Html =>
    code(shown === null || shown === '' ? safe`` : valueText(shown, MAX_VALUE_LENGTH))
  const verdicts: Readonly<Record<Comparison['verdict'], Html>> = {
    same: withIcon('✅', safe`same`),
    differs: wasChanged ? withIcon('🔄', safe`changed`) : withIcon('❌', safe`differs`),
    'not-comparable': withIcon('❔', safe`not comparable`),
  }
  const rows = comparisons.map(
    ({ field, expected, actual, verdict }) =>
      html`<tr><td>${code(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td><td>${verdicts[verdict]}</td></tr>`,
  )
  const inAtlas = wasChanged ? safe`In Atlas before` : safe`In Atlas`
  return html`<table><tr><th>Field</th><th>Expected</th><th>${inAtlas}</th><th>Verdict</th></tr>${rows}</table>`
}

/** The clusters that the workflow names, as they were last seen. */
function clusterTable(clusters: ProjectResult['clusters']): Html {
  const rows = clusters.map(({ name, expected, actual, state }) => {
    const result = withIcon(actual === expected ? '✅' : '❌', actual === null ? safe`—` : safe`${actual}`)
    return html`<tr><td>${code(name)}</td><td>${expected}</td><td>${result}</td><td>${code(state ?? safe``)}</td></tr>`
  })
  return html`<table><tr><th>Cluster</th><th>Expected</th><th>In Atlas</th><th>State</th></tr>${rows}</table>`
}

/** The private endpoints in the regions that the workflow names, as they were last seen. */
function endpointTable(endpoints: ProjectResult['privateEndpoints']): Html {
  const rows = endpoints.map(({ provider, region, status, connectionName }) => {
    const icon = status === 'ACTIVE' ? '✅' : status === null || status === 'FAILED' ? '❌' : '⏳'
    const connection = code(connectionName ?? safe``)
    const result = withIcon(icon, status ?? safe`none`)
    return html`<tr><td>${PROVIDERS[provider].title}</td><td>${code(region)}</td><td>${result}</td><td>${connection}</td></tr>`
  })
  return html`<table><tr><th>Private endpoint</th><th>Region</th><th>Status</th><th>Connection</th></tr>${rows}</table>`
}

/** The conditions that were checked. */
function requirementTable(requirements: readonly Requirement[]): Html {
  return html`<table>${REQUIREMENT_HEAD}${requirements.map(requirementRow)}</table>`
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
  return html`<p>Not comparable: ${names}— ${why}, so a difference there cannot be seen. Given secrets are sent on every apply.</p>`
}
