import type { Comparison } from '../domain/compare.ts'
import { PROVIDERS } from '../domain/providers.ts'
import type { Report, RunOutcome } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { HELD } from './events.ts'
import { code, type Html, html, ownText, told, withIcon } from './html.ts'
import { projectsBlocks } from './projects-summary.ts'
import { MODE_TITLES, STATE_UNKNOWN, type Verdict, verdictOn } from './verdict.ts'

/** The runner refuses a summary above 1 MiB (FileCommandManager.cs). */
const MAX_SUMMARY_BYTES = 1_000_000
const MAX_VALUE_LENGTH = 500
/** Of hundreds of projects the log has the rest. */
const MAX_WARNINGS = 50

const ICONS: Readonly<Record<Verdict['status'], string>> = { good: '✅', excused: '⚠️', bad: '❌' }

/**
 * The job summary: verdict, what was held against what, what to do. All HTML, each line one block without blank lines.
 *
 * @param warnings all that was worth one, plain
 */
export function buildSummary({ report, project }: RunOutcome, warnings: readonly string[], sanitize: Sanitize): string {
  const warned = warningBlock(warnings)
  const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  const blocks = project === null ? withoutProject(report, room, sanitize) : projectBlocks(project, sanitize)
  return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`
}

function withoutProject(report: Report, room: number, sanitize: Sanitize): Html[] {
  const { mode, error, projects } = report
  if (error === null || projects.length > 0) return projectsBlocks(report, room, sanitize)
  const heading = html`<h3>❌ Atlas encryption at rest: ${mode === null ? 'failed' : `${MODE_TITLES[mode]} failed`}</h3>
    <p>${told(error.message)}</p>`
  return [heading]
}

/** The blocks that tell of one project. */
export function projectBlocks(project: ProjectResult, sanitize: Sanitize): Html[] {
  const { status, title, text, advice } = verdictOn(project)
  const blocks = [
    html`<h3>${ICONS[status]} Atlas encryption at rest: ${title}</h3>
      <p>${MODE_TITLES[project.mode]} · project ${code(project.projectId)}</p>
      <p>${told(text)}</p>`,
  ]
  if (advice !== '') blocks.push(html`<p><b>What to do:</b> ${ownText(advice)}</p>`)
  if (project.stateUnknown) {
    blocks.push(html`<p>⚠️ ${ownText(STATE_UNKNOWN)}</p>`)
  }
  if (project.configuration !== null) blocks.push(statesTable(project))
  if (project.comparisons.length > 0) blocks.push(comparisonTable(project, sanitize))
  if (project.lastChange !== null) {
    const { when, who } = project.lastChange
    blocks.push(html`<p>Last change of the configuration: ${code(when)} by ${code(who)}</p>`)
  }
  if (project.requirements.length > 0) blocks.push(requirementTable(project.requirements))
  if (project.patch !== null) {
    const intro = project.mode === 'plan' ? 'Apply would send' : 'Sent'
    blocks.push(html`<p>${intro}: ${code(`PATCH ${sanitize(JSON.stringify(project.patch))}`)}</p>`)
  }
  if (project.notComparable.length > 0) blocks.push(notComparableBlock(project.notComparable))
  return blocks
}

function statesTable({ providers }: ProjectResult): Html {
  if (providers.length === 0) return html`<p>No provider is enabled.</p>`
  const rows = providers.map(({ provider, enabled, valid }) => {
    const key = !enabled ? '—' : valid ? withIcon('✅', 'valid') : withIcon('❌', 'not valid')
    return html`<tr><td>${PROVIDERS[provider].title}</td><td>${enabled ? 'enabled' : 'off'}</td><td>${key}</td></tr>`
  })
  return html`<table><tr><th>Provider</th><th>In Atlas now</th><th>Key</th></tr>${rows}</table>`
}

function comparisonTable({ comparisons, changed, mode }: ProjectResult, sanitize: Sanitize): Html {
  const wasChanged = changed && mode === 'apply'
  const value = (shown: Comparison['expected'] | null): Html =>
    code(shown === null ? '' : sanitize(String(shown), MAX_VALUE_LENGTH))
  const verdicts: Readonly<Record<Comparison['verdict'], string>> = {
    same: withIcon('✅', 'same'),
    differs: wasChanged ? withIcon('🔄', 'changed') : withIcon('❌', 'differs'),
    'not-comparable': withIcon('❔', 'not comparable'),
  }
  const rows = comparisons.map(
    ({ field, expected, actual, verdict }) =>
      html`<tr><td>${code(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td><td>${verdicts[verdict]}</td></tr>`,
  )
  const inAtlas = wasChanged ? 'In Atlas before' : 'In Atlas'
  return html`<table><tr><th>Field</th><th>Wanted</th><th>${inAtlas}</th><th>Verdict</th></tr>${rows}</table>`
}

function requirementTable(requirements: ProjectResult['requirements']): Html {
  const icons: Readonly<Record<string, string>> = { true: '✅', false: '❌', null: '❔' }
  const rows = requirements.map(
    ({ condition, held, detail }) =>
      html`<tr><td>${code(condition)}</td><td>${withIcon(icons[String(held)] as string, HELD[String(held)] as string)}</td><td>${told(detail)}</td></tr>`,
  )
  return html`<table><tr><th>Requirement</th><th></th><th>Why</th></tr>${rows}</table>`
}

function notComparableBlock(fields: readonly string[]): Html {
  const names = fields.map((field) => html`${code(field)} `)
  const why = `Atlas does not return ${fields.length > 1 ? 'them' : 'it'}, so a difference there cannot be seen.`
  return html`<p>Not comparable: ${names}— ${why} Secrets that are given are sent on every apply.</p>`
}

function warningBlock(warnings: readonly string[]): Html[] {
  if (warnings.length === 0) return []
  const items = warnings.slice(0, MAX_WARNINGS).map((warning) => html`<li>${told(warning)}</li>`)
  const more = warnings.length - items.length
  return [
    html`<p>⚠️ Warnings:</p><ul>${items}${more > 0 ? [html`<li>${String(more)} more are in the log.</li>`] : []}</ul>`,
  ]
}
