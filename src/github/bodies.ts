import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import type { Report } from '../domain/report.ts'
import type { ProjectResult } from '../domain/result.ts'
import { FAILURE_REASONS } from '../domain/result.ts'
import { code, type Html, html, link } from '../report/html.ts'
import type { PageLinks } from '../report/links.ts'
import { projectBlocks, REQUIREMENT_HEAD } from '../report/project-summary.ts'
import { projectsBlocks } from '../report/projects-summary.ts'
import type { Sanitize } from '../sanitize/safe-text.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import {
  type BodyBlock,
  type BodyLine,
  type EntryBody,
  MAX_BODY_LENGTH,
  plainBody,
  sealedBody,
  textOf,
} from './entry-body.ts'
import { beginLine, endLine, type HiddenLine, marker, shortHash } from './markers.ts'
import { ICONS, noteContent, type Section } from './section.ts'
import { findingOf, PARTS, partOf } from './subjects.ts'

/** What bodies are made with. */
export interface BodyContext {
  readonly sanitize: Sanitize
  /** The page of this run; null outside of one. */
  readonly runUrl: SafeText | null
  readonly links: PageLinks
}

/** How an entry that is written as a whole is found, and recognized as up to date. */
export interface EntryIdentity {
  readonly marker: HiddenLine
  /** The same as long as the entry has nothing new to say. */
  readonly fingerprint: string
}

/** For the marker, the line with the state and the blank lines between blocks. */
const MAX_FRAME_LENGTH = 1000

const CUT_NOTE = safe`The details do not fit here. The job summary of the run has them.`

/**
 * The body of a project's issue: a headline for the worst section, then a part for each provider and one for the project.
 *
 * @param sections of this run, and those of other runs that stand; at least one
 */
export function issueBody(
  project: Pick<ProjectResult, 'projectId' | 'name'>,
  sections: readonly Section[],
  context: BodyContext,
): EntryBody {
  const seal = (fitted: readonly Section[]): EntryBody => {
    const fingerprint = shortHash(JSON.stringify(fitted.map((section) => [section.subject, section.fingerprint])))
    const head = [headline(fitted, context), projectLine(project, context)]
    const parts = PARTS.flatMap((part) => partBlocks(part, fitted, context))
    return sealedBody(marker('project', project.projectId), fingerprint, [head, ...parts, [footer(context)]])
  }
  let fitted = sections
  // Many sections of the longest kind would not fit, so the longest lose their details until the rest does.
  for (const longest of sections.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    if (seal(fitted).length <= MAX_BODY_LENGTH) break
    const content = noteContent(longest, CUT_NOTE, context.sanitize)
    fitted = fitted.map((section) => (section === longest ? { ...longest, content } : section))
  }
  return seal(fitted)
}

const lengthOf = ({ content }: Section): number => content.reduce((sum, line) => sum + textOf(line).length, 0)

/** In an order that does not depend on which run wrote a section first. */
function inOrder(a: Section, b: Section): number {
  const byFinding = FAILURE_REASONS.indexOf(findingOf(a.subject)) - FAILURE_REASONS.indexOf(findingOf(b.subject))
  return byFinding || (a.subject < b.subject ? -1 : 1)
}

/** Of the worst section: one that fails the step before one that is excused, then in the order of the reasons. */
function headline(sections: readonly Section[], { sanitize }: BodyContext): Html {
  const rank = ({ status, subject }: Section): number =>
    (status === 'bad' ? 0 : FAILURE_REASONS.length) + FAILURE_REASONS.indexOf(findingOf(subject))
  const [worst] = sections.toSorted((a, b) => rank(a) - rank(b))
  const { status = 'bad', title = 'finding' } = worst ?? {}
  return html`<h3>${safe`${ICONS[status]} Atlas encryption at rest: ${sanitize(title)}`}</h3>`
}

function projectLine(
  { projectId, name }: Pick<ProjectResult, 'projectId' | 'name'>,
  { sanitize, links }: BodyContext,
): Html {
  const id = link(links.project(projectId), code(projectId))
  return html`<p>Project ${name === null ? [] : [code(sanitize(name)), html` `]}${id}</p>`
}

/** The sections of one part: paragraphs and tables of their own, then one table with a row for each requirement. */
function partBlocks(
  part: ProviderName | 'project',
  sections: readonly Section[],
  { sanitize }: BodyContext,
): BodyBlock[] {
  const ofPart = sections.filter(({ subject }) => partOf(subject) === part).sort(inOrder)
  if (ofPart.length === 0) return []
  const isRow = ({ subject }: Section): boolean => findingOf(subject) === 'requirement'
  const rows = ofPart.filter(isRow).flatMap(sectionLines)
  const title = part === 'project' ? safe`Project` : sanitize(PROVIDERS[part].title)
  return [
    [html`<h4>${title}</h4>`],
    ...ofPart.filter((section) => !isRow(section)).map(sectionLines),
    ...(rows.length === 0 ? [] : [[html`<table>${REQUIREMENT_HEAD}`, ...rows, html`</table>`]]),
  ]
}

function sectionLines(section: Section): BodyLine[] {
  return [beginLine(section), ...section.content, endLine(section.subject)]
}

function footer({ runUrl }: BodyContext): Html {
  const run = runUrl === null ? [] : [html` Last updated by <a href="${runUrl}">this run</a>.`]
  return html`<p>A workflow updates this issue when a finding changes, and closes it when all are resolved.${run}</p>`
}

/** The body of a comment with the plan of one project. */
export function planBody(
  project: ProjectResult,
  providers: readonly ProviderName[],
  { marker: ours, fingerprint }: EntryIdentity,
  context: BodyContext,
): EntryBody {
  const titles = providers.map((provider) => PROVIDERS[provider].title)
  const blocks = [
    ...projectBlocks(project, context.links),
    html`<p>Provider: ${context.sanitize(titles.join(', '))}</p>`,
    ...runLink(context),
  ]
  return sealedBody(ours, fingerprint, fitBlocks(blocks))
}

/** The body of an issue or comment about many projects: as many rows as there is room for. */
export function projectsBody(
  report: Report,
  { marker: ours, fingerprint }: EntryIdentity,
  context: BodyContext,
): EntryBody {
  const end = runLink(context)
  const room = MAX_BODY_LENGTH - MAX_FRAME_LENGTH - end.reduce((size, { markup }) => size + markup.length, 0)
  const blocks = [...projectsBlocks(report, room, context.links), ...end]
  return sealedBody(ours, fingerprint, fitBlocks(blocks))
}

/** The comment that an issue is closed with. */
export function closingBody({ runUrl }: BodyContext): EntryBody {
  const run = runUrl === null ? html`The run` : html`<a href="${runUrl}">This run</a>`
  return plainBody(html`<p>${run} no longer finds anything, so this issue is closed.</p>`)
}

/** The comment that the issue of a project is closed with that has left the config file. */
export function removedBody(file: string, { runUrl, sanitize }: BodyContext): EntryBody {
  const run = runUrl === null ? [] : [html` (<a href="${runUrl}">this run</a>)`]
  return plainBody(
    html`<p>The project is no longer in the config file ${code(sanitize(file))}${run}, so this issue is closed.</p>`,
  )
}

function runLink({ runUrl }: BodyContext): Html[] {
  return runUrl === null ? [] : [html`<p>Last updated by <a href="${runUrl}">this run</a>.</p>`]
}

/** As many blocks as fit, and a note in place of the others. */
function fitBlocks(blocks: readonly Html[]): BodyBlock[] {
  const fitting: BodyBlock[] = []
  let size = MAX_FRAME_LENGTH
  for (const block of blocks) {
    size += block.markup.length + 2
    if (size > MAX_BODY_LENGTH) return [...fitting, [html`<p>${CUT_NOTE}</p>`]]
    fitting.push([block])
  }
  return fitting
}
