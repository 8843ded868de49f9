import type { ProjectReport, Report } from '../domain/report.ts'
import { REASONS } from '../domain/report.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { code, Html, html, ownText, told, withIcon } from './html.ts'
import {
  ADVICE,
  countsOf,
  findingsOf,
  type ProjectVerdict,
  projectVerdict,
  VERDICTS,
  worstFirst,
} from './projects-verdict.ts'
import { MODE_TITLES } from './verdict.ts'

/** Of one project's row; its whole story is in the report. */
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
}

/** Of the slices, by how bad it is. */
const COLOURS: Readonly<Record<ProjectVerdict, string>> = {
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
}

/**
 * The blocks that tell of many projects: verdict, totals, a pie of the verdicts, one row a project, worst first. Told from the
 * report alone, so that merged reports read like one run.
 *
 * @param maxLength in bytes, with blank lines between the blocks; rows past it are counted instead
 */
export function projectsBlocks(report: Report, maxLength: number, sanitize: Sanitize): Html[] {
  const blocks = [heading(report), ...(report.projects.length === 0 ? [] : [totals(report), pie(report)])]
  for (const reason of REASONS) {
    if (report.projects.some(({ failureReason }) => failureReason === reason)) {
      blocks.push(html`<p><b>${reason}:</b> ${ownText(ADVICE[reason])}</p>`)
    }
  }
  const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0)
  return [...blocks, ...table(report, maxLength - used, sanitize)]
}

function heading(report: Report): Html {
  const {
    mode,
    shard,
    failureReason,
    error,
    totals: { projects },
  } = report
  const icon =
    failureReason !== null
      ? '❌'
      : report.projects.some((project) => projectVerdict(project, mode) === 'excused')
        ? '⚠️'
        : '✅'
  const part = shard === null ? '' : ` · shard ${shard}`
  const blame = error === null ? [] : [html`<p>${told(error.message)}</p>`]
  const text = projects === 0 ? 'There was no project to look at.' : `${countsOf(report)}.`
  return html`<h3>${icon} Atlas encryption at rest: ${failureReason ?? report.result}</h3>
    <p>${MODE_TITLES[mode ?? 'apply']}${part} · ${text}</p>${blame}`
}

function totals({ totals: counts }: Report): Html {
  const names = Object.keys(counts) as (keyof typeof counts)[]
  const titles = names.map((name) => html`<th>${name}</th>`)
  const values = names.map((name) => html`<td>${String(counts[name])}</td>`)
  return html`<table><tr>${titles}</tr><tr>${values}</tr></table>`
}

/** Mermaid, which GitHub draws; only words and numbers of ours are in it. */
function pie({ projects, mode }: Report): Html {
  const verdicts = projects.map((project) => projectVerdict(project, mode))
  const slices = VERDICTS.flatMap((verdict) => {
    const count = verdicts.filter((other) => other === verdict).length
    return count === 0 ? [] : [{ text: `    "${verdict}" : ${count}`, colour: COLOURS[verdict] }]
  })
  // By itself Mermaid would draw what passed in yellow.
  const variables = Object.fromEntries(slices.map(({ colour }, i) => [`pie${i + 1}`, colour]))
  const theme = `%%{init: ${JSON.stringify({ themeVariables: variables })}}%%`
  const lines = ['```mermaid', theme, 'pie showData title Verdicts', ...slices.map(({ text }) => text), '```']
  return new Html(lines.join('\n'))
}

function table(report: Report, room: number, sanitize: Sanitize): Html[] {
  const projects = worstFirst(report)
  if (projects.length === 0) return []
  const head = html`<tr><th>Verdict</th><th>Project</th><th>What was found</th></tr>`
  const rows: Html[] = []
  // What ends the table, and says how much was cut, is short.
  let left = room - head.markup.length - 300
  for (const project of projects) {
    const row = rowOf(project, report.mode, sanitize)
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
          html`<p>${String(cut)} more projects were cut here; the file of the output ${code('report-file')} has all.</p>`,
        ]),
  ]
}

function rowOf(project: ProjectReport, mode: Report['mode'], sanitize: Sanitize): Html {
  const verdict = projectVerdict(project, mode)
  const name = project.name === null ? [] : [html`${code(project.name)}<br>`]
  const found = sanitize(findingsOf(project, mode), MAX_TEXT_LENGTH)
  return html`<tr><td>${withIcon(ICONS[verdict], verdict)}</td><td>${name}${code(project.projectId)}</td><td>${told(found)}</td></tr>`
}
