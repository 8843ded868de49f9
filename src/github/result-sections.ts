import type { Comparison } from '../domain/compare.ts'
import type { ShownValue } from '../domain/reported.ts'
import type { ProjectResult } from '../domain/result.ts'
import { runbookBlock } from '../report/finding-blocks.ts'
import type { FindingText } from '../report/findings.ts'
import { code, externalText, type Html, html, ownText } from '../report/html.ts'
import type { PageLinks } from '../report/links.ts'
import { comparisonTable, requirementRow, statesTable } from '../report/project-summary.ts'
import { verdictOn } from '../report/verdict.ts'
import { printable } from '../sanitize/printable.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { type SectionHeader, shortHash } from './markers.ts'
import { headingOf, type Section } from './section.ts'
import { type DesiredState, findingOf, foundSubjects, partOf, type Subject } from './subjects.ts'

/** Of a table in an issue: three providers and the project share the 65,000 characters that GitHub takes. */
const MAX_TABLE_LENGTH = 10_000

const MAX_TEXT_LENGTH = 2000

/** What sections are made with. */
export interface SectionContext {
  readonly sanitize: Sanitize
  readonly links: PageLinks
  /** Stored with each section: see `SectionHeader.origin`. */
  readonly origin: string
}

/** A section for everything that the run found in the project, in an order that does not change. */
export function sectionsOf(project: ProjectResult, desired: DesiredState, context: SectionContext): Section[] {
  return foundSubjects(project, desired).map((subject) => sectionOn(subject, project, context))
}

function sectionOn(subject: Subject, project: ProjectResult, context: SectionContext): Section {
  const { origin } = context
  const focused = focusOn(subject, project)
  const { status, title, findings } = verdictOn(focused)
  const finding = findings[0] ?? { title, text: title }
  const { providers, comparisons, requirements } = focused
  // Only facts: who may read the clusters and the activity feed, or which of two modes found it, must not change the fingerprint.
  const text = verdictOn({ ...focused, atRisk: null }).findings[0]?.text ?? title
  const facts = [subject, title, text, providers, comparisons, requirements]
  const header = {
    subject,
    status: status === 'excused' ? 'excused' : 'bad',
    title: wordsOf(title),
    fingerprint: shortHash(JSON.stringify(facts)),
    origin,
  } as const
  return { ...header, content: contentOf(header, focused, finding, context) }
}

/** A heading goes into a hidden line, which holds lower-case letters and spaces only. */
function wordsOf(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z]+/g, ' ')
  return words.trim().slice(0, 40) || 'finding'
}

/** The result as if the run had found nothing else, so that other findings do not change what is said of this one. */
function focusOn(subject: Subject, project: ProjectResult): ProjectResult {
  const finding = findingOf(subject)
  const part = partOf(subject)
  const [, condition] = subject.split(':')
  const isOfPart = ({ provider }: { readonly provider: string | null }): boolean => (provider ?? 'project') === part
  const isState = finding === 'invalid'
  const isDrift = finding === 'drift'
  return {
    ...project,
    findings: [finding],
    excused: project.excused.filter((excused) => excused === finding),
    providers: isState && part !== 'project' ? project.providers.filter(isOfPart) : [],
    comparisons: isDrift ? project.comparisons.filter(isOfPart) : [],
    differences: isDrift ? project.differences.filter(isOfPart) : [],
    requirements: project.requirements.filter(
      (requirement) => finding === 'requirement' && requirement.condition === condition,
    ),
  }
}

/** A requirement is a row of the table of its part; anything else has paragraphs and a table of its own. */
function contentOf(
  header: SectionHeader,
  focused: ProjectResult,
  { text, advice, hasRunbook }: FindingText,
  { sanitize, links }: SectionContext,
): Html[] {
  const [requirement] = focused.requirements
  if (requirement !== undefined) return [requirementRow(requirement)]
  return [
    html`<p>${headingOf(header, sanitize)} ${externalText(printable(text, MAX_TEXT_LENGTH))}</p>`,
    ...(advice === undefined ? [] : [html`<p><b>What to do:</b> ${ownText(advice)}</p>`]),
    ...(hasRunbook ? runbookBlock(links) : []),
    ...(focused.providers.length === 0 ? [] : [statesTable(focused)]),
    ...comparisonBlocks(focused),
    ...(findingOf(header.subject) === 'drift' ? lastChangeOf(focused) : []),
  ]
}

/** The table of what was compared; past its limit as many rows as fit, those that differ first. */
function comparisonBlocks(focused: ProjectResult): Html[] {
  const { comparisons } = focused
  if (comparisons.length === 0) return []
  const tableOf = (rows: readonly Comparison<ShownValue>[]): Html => comparisonTable({ ...focused, comparisons: rows })
  const whole = tableOf(comparisons)
  if (whole.markup.length <= MAX_TABLE_LENGTH) return [whole]
  const rank = ({ verdict }: Comparison<unknown>): number => Number(verdict !== 'differs')
  const rows = comparisons.toSorted((a, b) => rank(a) - rank(b))
  let count = rows.length
  let table = whole
  while (table.markup.length > MAX_TABLE_LENGTH && count > 1) {
    count = Math.floor(count / 2)
    table = tableOf(rows.slice(0, count))
  }
  return [table, html`<p>${rows.length - count} more rows are in the job summary of the run.</p>`]
}

function lastChangeOf({ lastChange }: ProjectResult): Html[] {
  if (lastChange === null) return []
  const { when, who } = lastChange
  return [html`<p>Last change of the configuration: ${code(when)} by ${code(who)}</p>`]
}
