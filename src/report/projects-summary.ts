import type { ProjectReport, Report } from '../domain/report.ts'
import { FAILURE_REASONS } from '../domain/result.ts'
import { printable } from '../sanitize/printable.ts'
import { safe } from '../sanitize/safe-text.ts'
import { code, externalText, Html, html, link, ownText, withIcon } from './html.ts'
import type { PageLinks } from './links.ts'
import { errorBlocks } from './project-summary.ts'
import {
  ADVICE,
  countsOf,
  findingsOf,
  type ProjectVerdict,
  projectVerdict,
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
  const blocks = [...heading(report, links), ...(report.projects.length === 0 ? [] : [totals(report), pie(report)])]
  for (const reason of FAILURE_REASONS) {
    if (report.projects.some(({ failureReason }) => failureReason === reason)) {
      blocks.push(html`<p><b>${safe`${reason}`}:</b> ${ownText(ADVICE[reason])}</p>`)
    }
  }
  const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  return [...blocks, ...table(report, maxBytes - used, links)]
}

function heading(report: Report, links: PageLinks): Html[] {
  const { mode, shard, failureReason, error, totals: counts, projects } = report
  const isExcused = projects.some((project) => projectVerdict(project, mode) === 'excused')
  const icon = failureReason !== null ? safe`❌` : isExcused ? safe`⚠️` : safe`✅`
  const part = shard === null ? safe`` : safe` · shard ${shard}`
  const text = counts.projects === 0 ? safe`There was no project to check.` : safe`${countsOf(report)}.`
  return [
    html`<h3>${icon} Atlas encryption at rest: ${safe`${failureReason ?? report.result}`}</h3>
      <p>${modeTitle(mode)}${part} · ${text}</p>`,
    ...(error === null ? [] : errorBlocks(error, links)),
  ]
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
  const name = project.name === null ? [] : [html`${code(project.name)}<br>`]
  const id = link(links.project(project.projectId), code(project.projectId))
  const found = printable(findingsOf(project, mode), MAX_TEXT_LENGTH)
  return html`<tr><td>${withIcon(ICONS[verdict], safe`${verdict}`)}</td><td>${name}${id}</td><td>${externalText(found)}</td></tr>`
}
