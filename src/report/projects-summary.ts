import type { ProjectReport, Report } from '../domain/report.ts'
import { printable } from '../sanitize/printable.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { errorBlocks } from './finding-blocks.ts'
import { code, externalText, Html, html, link, ownText, withIcon } from './html.ts'
import type { PageLinks } from './links.ts'
import {
  ADVICE,
  findingCounts,
  findingsOf,
  hasInvalidKey,
  type ProjectVerdict,
  projectVerdict,
  totalsText,
  VERDICTS,
  worstFirst,
} from './projects-verdict.ts'
import { modeTitle } from './verdict.ts'

/** Of one project's row; the report has all of it. */
const MAX_TEXT_LENGTH = 400

const ICONS: Readonly<Record<ProjectVerdict, string>> = {
  error: '❌',
  invalid: '❌',
  requirement: '❌',
  drift: '❌',
  excused: '⚠️',
  created: '✅',
  updated: '✅',
  disabled: '✅',
  'to change': '🔄',
  unchanged: '✅',
  planned: '✅',
  passed: '✅',
  exported: '✅',
}

/** Of the slices, by how bad it is. */
const COLORS: Readonly<Record<ProjectVerdict, string>> = {
  error: '#a40e26',
  invalid: '#cf222e',
  requirement: '#bc4c00',
  drift: '#d4a72c',
  excused: '#eac54f',
  created: '#1a7f37',
  updated: '#2da44e',
  disabled: '#6e7781',
  'to change': '#54aeff',
  unchanged: '#4ac26b',
  planned: '#80ccff',
  passed: '#4ac26b',
  exported: '#4ac26b',
}

/**
 * The blocks about many projects: verdict, totals, a pie of the verdicts, one row a project, worst first. Made from the
 * report alone, so that merged reports read like one run.
 *
 * @param maxBytes, with blank lines between the blocks; rows past it are counted instead
 */
export function projectsBlocks(report: Report, maxBytes: number, links: PageLinks): Html[] {
  const counts = report.projects.length === 0 ? [] : [totals(report), pie(report)]
  const blocks = [...heading(report, links), ...findings(report, links), ...counts]
  const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  return [...blocks, ...table(report, maxBytes - used, links)]
}

function heading(report: Report, links: PageLinks): Html[] {
  const { mode, shard, error, totals: counts } = report
  const part = shard === null ? safe`` : safe` · shard ${shard}`
  const text = counts.projects === 0 ? safe`There was no project to check.` : safe`${totalsText(report)}.`
  return [
    html`<h3>${iconOf(report)} Atlas encryption at rest: ${title(report)}</h3>
      <p>${modeTitle(mode)}${part} · ${text}</p>`,
    ...(error === null ? [] : errorBlocks(error, links)),
  ]
}

function iconOf({ failureReason, mode, projects, totals: counts }: Report): SafeText {
  if (failureReason !== null) return safe`❌`
  const isDoubtful = projects.some((project) => hasInvalidKey(project) || projectVerdict(project, mode) === 'excused')
  if (isDoubtful) return safe`⚠️`
  return mode === 'plan' && counts.changed > 0 ? safe`🔄` : safe`✅`
}

/** Every finding with its count, or how well it ended. */
function title(report: Report): SafeText {
  const { mode, result, failureReason, totals: counts } = report
  const found = findingCounts(report).map(({ finding, count }) => safe`${count} ${finding}`)
  const list = joinSafe(found, safe`, `)
  if (failureReason !== null) {
    if (counts.failed === 0) return safe`failed`
    return safe`${counts.failed} of ${projectsText(counts.projects)} failed (${list})`
  }
  if (found.length > 0) return safe`${result} with findings (${list})`
  if (mode !== 'plan' || counts.projects === 0) return safe`${result}`
  return counts.changed === 0
    ? safe`nothing to change`
    : safe`${counts.changed} of ${projectsText(counts.projects)} to change`
}

const projectsText = (count: number): SafeText => (count === 1 ? safe`1 project` : safe`${count} projects`)

/** What to do about each finding. */
function findings(report: Report, links: PageLinks): Html[] {
  const runbook = links.runbook()
  const items = findingCounts(report).map(({ finding, count }) => {
    const isLinked = finding === 'invalid' && runbook !== null
    const more = isLinked ? [html` ${link(runbook, html`What to do when a key is not valid`)}`] : []
    return html`<li><b>${safe`${finding}`}</b> (${projectsText(count)}): ${ownText(ADVICE[finding])}${more}</li>`
  })
  return items.length === 0 ? [] : [html`<p><b>What to do:</b></p><ul>${items}</ul>`]
}

function totals({ totals: counts }: Report): Html {
  const names = Object.keys(counts) as (keyof typeof counts)[]
  const titles = names.map((name) => html`<th>${safe`${name}`}</th>`)
  const values = names.map((name) => html`<td>${counts[name]}</td>`)
  return html`<table><tr>${titles}</tr><tr>${values}</tr></table>`
}

/** Mermaid, which GitHub draws; it holds only words and numbers of our own. */
function pie({ projects, mode }: Report): Html {
  const verdicts = projects.map((project) => projectVerdict(project, mode))
  const slices = VERDICTS.flatMap((verdict) => {
    const count = verdicts.filter((other) => other === verdict).length
    return count === 0 ? [] : [{ text: `    "${verdict}" : ${count}`, color: COLORS[verdict] }]
  })
  // Mermaid's own colors would show passed projects in yellow.
  const variables = Object.fromEntries(slices.map(({ color }, i) => [`pie${i + 1}`, color]))
  const theme = `%%{init: ${JSON.stringify({ themeVariables: variables })}}%%`
  const lines = ['```mermaid', theme, 'pie showData title Verdicts', ...slices.map(({ text }) => text), '```']
  return new Html(lines.join('\n'))
}

function table(report: Report, room: number, links: PageLinks): Html[] {
  const projects = worstFirst(report)
  if (projects.length === 0) return []
  const head = html`<tr><th>Verdict</th><th>Project</th><th>What was found</th></tr>`
  const rows: Html[] = []
  // What ends the table, and says how much was cut, is short.
  let left = room - head.markup.length - 300
  for (const project of projects) {
    const row = rowOf(project, report.mode, links)
    left -= Buffer.byteLength(row.markup)
    if (left < 0) break
    rows.push(row)
  }
  const cut = projects.length - rows.length
  return [
    html`<table>${head}${rows}</table>`,
    ...(cut === 0
      ? []
      : [
          html`<p>${cut} more projects were cut here. The file of the output ${code(safe`report-file`)} has all of them.</p>`,
        ]),
  ]
}

function rowOf(project: ProjectReport, mode: Report['mode'], links: PageLinks): Html {
  const verdict = projectVerdict(project, mode)
  // A plan or an export does not fail for a key that is not valid.
  const icon = project.result !== 'failed' && hasInvalidKey(project) ? '⚠️' : ICONS[verdict]
  const name = project.name === null ? [] : [html`${code(project.name)}<br>`]
  const id = link(links.project(project.projectId), code(project.projectId))
  const found = printable(findingsOf(project, mode), MAX_TEXT_LENGTH)
  return html`<tr><td>${withIcon(icon, safe`${verdict}`)}</td><td>${name}${id}</td><td>${externalText(found)}</td></tr>`
}
