import type { ReportedError } from '../domain/errors.ts'
import type { Finding } from '../domain/result.ts'
import { joinSafe, type SafeText, safe } from '../sanitize/safe-text.ts'
import { asSentence } from '../sanitize/sentences.ts'
import type { FindingText } from './findings.ts'
import { code, externalText, type Html, html, link, ownText } from './html.ts'
import type { PageLinks } from './links.ts'
import { excuseText, type Verdict } from './verdict.ts'

/**
 * One finding as paragraphs, several as a list: each with what to do about it.
 *
 * @param excused the findings that an input excuses
 */
export function findingsBlocks(
  { findings, status }: Verdict,
  excused: readonly Finding[],
  links: PageLinks,
): readonly Html[] {
  const excuses = status === 'excused' ? excused.map(excuseText) : []
  const excuse = excuses.length === 0 ? [] : [html`<p>${ownText(joinSafe(excuses, safe` `))}</p>`]
  const [first, ...others] = findings
  if (first === undefined) return excuse
  if (others.length === 0) return [...findingBlocks(first, links, externalText(first.text)), ...excuse]
  const items = findings.map((finding) => {
    const text = html`<b>${finding.title}:</b> ${externalText(finding.text)}`
    return html`<li>${findingBlocks(finding, links, text)}</li>`
  })
  return [html`<ul>${items}</ul>`, ...excuse]
}

function findingBlocks({ advice, steps = [], hasRunbook }: FindingText, links: PageLinks, text: Html): Html[] {
  return [
    html`<p>${text}</p>`,
    ...(advice === undefined ? [] : [html`<p><b>What to do:</b> ${ownText(advice)}</p>`]),
    ...(steps.length === 0 ? [] : [html`<p><b>What to do:</b></p><ul>${steps.map(item)}</ul>`]),
    ...(hasRunbook ? runbookBlock(links) : []),
  ]
}

/** A link to the page on what to do about an invalid key, if it is known where that is. */
export function runbookBlock(links: PageLinks): Html[] {
  const runbook = links.runbook()
  return runbook === null ? [] : [html`<p>${link(runbook, html`What to do when a key is not valid`)}</p>`]
}

const item = (text: SafeText): Html => html`<li>${externalText(text)}</li>`

/** An error in its pieces: what failed, what Atlas says, what to do. */
export function errorBlocks({ message, code: errorCode, parts }: ReportedError, links: PageLinks): Html[] {
  const page = links.error(errorCode)
  const { what, detail, items = [], advice } = parts ?? { what: message }
  return [
    html`<p>${sentence(what)}</p>`,
    ...(detail === undefined ? [] : [html`<p><b>Atlas says:</b> ${sentence(detail)}</p>`]),
    ...(items.length === 0 ? [] : [html`<ul>${items.map(item)}</ul>`]),
    ...(advice === undefined ? [] : [html`<p><b>What to do:</b> ${sentence(advice)}</p>`]),
    ...(page === null ? [] : [html`<p>${link(page, html`More about ${code(safe`${errorCode}`)}`)}</p>`]),
  ]
}

const sentence = (text: SafeText): Html => externalText(asSentence(text))
