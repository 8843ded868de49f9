import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../src/domain/compare.ts'
import type { ShownValue } from '../../src/domain/reported.ts'
import { errorBlocks } from '../../src/report/finding-blocks.ts'
import type { Html } from '../../src/report/html.ts'
import { NO_LINKS, type PageLinks } from '../../src/report/links.ts'
import { projectBlocks } from '../../src/report/project-summary.ts'
import { buildSummary } from '../../src/report/summary.ts'
import { excusedFindings } from '../../src/report/verdict.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { type Facts, outcomeOf, RESULT, resultWith } from './results.ts'

const LINKS: PageLinks = {
  project: (id) => safe`https://atlas.test/v2/${id}`,
  error: (code) => (code === 'NETWORK' ? safe`https://docs.test/errors.md#network` : null),
  runbook: () => safe`https://docs.test/runbook.md`,
}
const markupOf = (blocks: readonly Html[]): string => blocks.map(({ markup }) => markup).join('\n')
const summaryOf = (facts: Facts, links = NO_LINKS): string => markupOf(projectBlocks(resultWith(facts), links))
/** The cells of the rows of the table with this head. */
function rowsOf(markup: string, head: string): string[][] {
  const table = markup.match(/<table>.*?<\/table>/g)?.find((one) => one.includes(`<th>${head}</th>`)) ?? ''
  const rows = [...table.matchAll(/<tr><td>(.*?)<\/td><\/tr>/g)]
  return rows.map(([, cells = '']) =>
    cells.split('</td><td>').map((cell) => cell.replace(/<\/?code>/g, '').replaceAll('\u00a0', ' ')),
  )
}

const comparison = (more: Partial<Comparison<ShownValue>>): Comparison<ShownValue> => ({
  provider: 'aws',
  field: safe`region`,
  expected: safe`US_EAST_1`,
  actual: safe`EU_WEST_1`,
  verdict: 'differs',
  ...more,
})

describe('the head', () => {
  test('has the verdict, the mode and the project, which is linked', () => {
    expect(summaryOf({})).toMatch(/^<h3>✅ Atlas encryption at rest: passed<\/h3><p>Verify · project <code>64b0/)
    expect(summaryOf({}, LINKS)).toContain(`<a href="https://atlas.test/v2/${RESULT.projectId}"><code>`)
  })

  test.each<[string, Facts, string]>([
    ['fails', { result: 'failed', failureReason: 'drift', findings: ['drift'] }, '❌'],
    ['is excused', { findings: ['drift'], excused: ['drift'] }, '⚠️'],
  ])('shows by an icon what %s', (_, facts, icon) => expect(summaryOf(facts)).toContain(`<h3>${icon} `))

  test('of an invalid key links the runbook', () => {
    const providers = [{ provider: 'aws', enabled: true, valid: false }] as const
    const facts: Facts = { result: 'failed', failureReason: 'invalid', findings: ['invalid'], providers }
    expect(summaryOf(facts, LINKS)).toContain('<a href="https://docs.test/runbook.md">')
    expect(summaryOf(facts)).not.toContain('<a ')
    expect(summaryOf(facts)).toContain('<b>What to do:</b> Do not restart')
  })

  test('warns that the state is unknown', () =>
    expect(summaryOf({ stateUnknown: true })).toContain('the state is unknown: Atlas may or may not'))
})

describe('findings', () => {
  const requirements = [
    { condition: 'search-nodes', held: false, detail: safe`Off.` },
    { condition: 'private-endpoints', held: null, detail: safe`Refused.` },
  ] as const
  const differences = [{ provider: 'aws', field: safe`region`, expected: true, actual: null }] as const
  const facts: Facts = { mode: 'drift', result: 'failed', failureReason: 'requirement', requirements, differences }

  test('are a list, each with what to do', () => {
    const markup = summaryOf({ ...facts, findings: ['requirement', 'drift'] })
    expect(markup).toContain('<h3>❌ Atlas encryption at rest: requirement not met, 1 unknown, drift</h3>')
    expect(markup).toMatch(
      /<ul><li><p><b>requirement not met, 1 unknown:<\/b> .*<b>What to do:<\/b>.*<\/li><li><p><b>drift:<\/b> .*<b>What to do:<\/b>/,
    )
  })

  test('of one kind are paragraphs', () => {
    const markup = summaryOf({ ...facts, findings: ['requirement'] })
    expect(markup).toContain(
      '<p>The project does not meet <code>search-nodes</code>. This run could not check <code>private-endpoints</code>.</p>',
    )
    expect(markup).toContain('<li><code>search-nodes</code>: Run <code>mode: apply</code> with')
    expect(markup).toContain('<li><code>private-endpoints</code>: The table shows why')
    expect(markup).not.toContain('<b>requirement')
  })

  test('that are excused say so once', () => {
    const project = resultWith({
      ...facts,
      result: 'passed',
      failureReason: null,
      findings: ['drift'],
      excused: ['drift'],
    })
    const { report } = outcomeOf([])
    const warnings = [...excusedFindings(project), safe`Another.`]
    const markup = buildSummary({ report, project }, warnings, NO_LINKS)
    expect(markup.split('fail-on-drift')).toHaveLength(2)
    expect(markup).toContain('<li>Another.</li>')
  })
})

describe('an error', () => {
  const parts = {
    what: safe`It was refused.`,
    detail: sanitized('See <b> @octocat'),
    items: [safe`One.`, safe`Two.`],
    advice: safe`Give \`aws-role-id\`.`,
  }
  const error = { code: 'NETWORK', message: safe`all of it`, parts } as const

  test('is shown in its pieces, with a link to the page about its code', () => {
    expect(markupOf(errorBlocks(error, LINKS)).split('\n')).toEqual([
      '<p>It was refused.</p>',
      '<p><b>Atlas says:</b> <code>See &lt;b&gt; @octocat.</code></p>',
      '<ul><li>One.</li><li>Two.</li></ul>',
      '<p><b>What to do:</b> Give <code>aws-role-id</code>.</p>',
      '<p><a href="https://docs.test/errors.md#network">More about <code>NETWORK</code></a></p>',
    ])
    expect(markupOf(errorBlocks({ ...error, code: 'INPUT' }, LINKS))).not.toContain('More about')
  })

  test('of another run is shown as its line, with a full stop', () => {
    const markup = markupOf(errorBlocks({ code: 'NETWORK', message: safe`It failed` }, LINKS))
    expect(markup.split('\n')).toEqual(['<p>It failed.</p>', expect.stringContaining('errors.md#network')])
  })

  test('stands in the summary of its project', () => {
    const facts: Facts = { result: 'failed', failureReason: 'error', error }
    expect(summaryOf(facts)).toContain('<p>It was refused.</p>')
    expect(summaryOf({ ...facts, isKnown: false })).not.toContain('In Atlas now')
  })
})

describe('the tables', () => {
  test('of providers have what Atlas reports', () => {
    const providers = [
      { provider: 'aws', enabled: true, valid: true },
      { provider: 'azure', enabled: true, valid: false },
      { provider: 'gcp', enabled: false, valid: false },
    ] as const
    expect(rowsOf(summaryOf({ providers }), 'Provider')).toEqual([
      ['AWS KMS', 'enabled', '✅ valid'],
      ['Azure Key Vault', 'enabled', '❌ not valid'],
      ['Google Cloud KMS', 'off', '—'],
    ])
    expect(summaryOf({ providers: [] })).toContain('No provider is enabled.')
  })

  test('of fields have the verdict and both sides, what differs first', () => {
    const comparisons = [
      comparison({ field: safe`roleId`, actual: null }),
      comparison({ field: safe`enabled`, expected: true, actual: true, verdict: 'same' }),
      comparison({ field: safe`secretAccessKey`, expected: safe`***`, actual: null, verdict: 'not-comparable' }),
      comparison({}),
    ]
    expect(rowsOf(summaryOf({ comparisons }), 'Field')).toEqual([
      ['❌ differs', 'roleId', 'US_EAST_1', '—'],
      ['❌ differs', 'region', 'US_EAST_1', 'EU_WEST_1'],
      ['❔ not comparable', 'secretAccessKey', '***', '—'],
      ['✅ same', 'enabled', 'true', 'true'],
    ])
    const applied = summaryOf({ comparisons, mode: 'apply', changed: true, result: 'updated' })
    expect(applied).toContain('<th>In Atlas before</th>')
    expect(rowsOf(applied, 'Field')[0]).toContain('🔄 changed')
    const planned = summaryOf({ comparisons, mode: 'plan', changed: true, result: 'planned' })
    expect(rowsOf(planned, 'Field')[0]).toContain('🔄 to change')
    // What this apply changed is something else, such as a cluster.
    const same = comparisons.filter(({ verdict }) => verdict === 'same')
    expect(summaryOf({ comparisons: same, mode: 'apply', changed: true })).toContain('<th>In Atlas</th>')
  })

  test('of clusters and private endpoints have what was last seen', () => {
    const facts: Facts = {
      clusters: [
        { name: safe`orders`, expected: 'AWS', actual: 'AWS', state: safe`IDLE` },
        { name: safe`billing`, expected: 'AWS', actual: 'NONE', state: safe`UPDATING` },
        { name: safe`gone`, expected: 'AWS', actual: null, state: null },
      ],
      comparisons: ['R1', 'R2', 'R3', 'R4'].map((region) =>
        comparison({ field: safe`privateEndpoints.${region as 'R1'}` }),
      ),
      privateEndpoints: [
        { provider: 'aws', region: safe`R1`, status: safe`ACTIVE`, connectionName: safe`c`, id: safe`1` },
        { provider: 'aws', region: safe`R2`, status: safe`INITIATING`, connectionName: null, id: safe`2` },
        { provider: 'aws', region: safe`R3`, status: safe`FAILED`, connectionName: null, id: safe`3` },
        { provider: 'aws', region: safe`R4`, status: null, connectionName: null, id: null },
      ],
    }
    expect(rowsOf(summaryOf(facts), 'Cluster')).toEqual([
      ['orders', 'AWS', '✅ AWS', 'IDLE'],
      ['billing', 'AWS', '❌ NONE', 'UPDATING'],
      ['gone', 'AWS', '❌ —', '—'],
    ])
    expect(rowsOf(summaryOf(facts), 'Private endpoint')).toEqual([
      ['AWS KMS', 'R1', '✅ ACTIVE', 'c'],
      ['AWS KMS', 'R2', '⏳ INITIATING', '—'],
      ['AWS KMS', 'R3', '❌ FAILED', '—'],
      ['AWS KMS', 'R4', '❌ none', '—'],
    ])
    const planned = summaryOf({ ...facts, mode: 'plan', result: 'planned', changed: true })
    expect(rowsOf(planned, 'Cluster')[1]).toContain('🔄 NONE')
    expect(rowsOf(planned, 'Private endpoint')[3]).toContain('🔄 none')
  })

  test('of clusters show one that apply waits for', () => {
    const clusters = [{ name: safe`orders`, expected: 'AWS', actual: 'AWS', state: safe`UPDATING` }] as const
    expect(rowsOf(summaryOf({ clusters, mode: 'apply' }), 'Cluster')[0]).toContain('⏳ AWS')
    expect(rowsOf(summaryOf({ clusters, mode: 'drift' }), 'Cluster')[0]).toContain('✅ AWS')
  })

  test.each<[string, Facts, string | null, string]>([
    ['that this apply deleted', { mode: 'apply', changed: true }, null, '✅ deleted'],
    ['that was not there', { mode: 'apply' }, null, '✅ none'],
    ['that apply would delete', { mode: 'plan' }, 'ACTIVE', '🔄 ACTIVE, to be deleted'],
    ['that is being deleted', { mode: 'apply', changed: true }, 'DELETING', '⏳ DELETING, to be deleted'],
  ])('of private endpoints show one that is not wanted: %s', (_, facts, status, shown) => {
    const endpoint = { provider: 'aws', region: safe`R`, connectionName: null, id: null } as const
    const privateEndpoints = [{ ...endpoint, status: status === null ? null : sanitized(status) }]
    expect(rowsOf(summaryOf({ ...facts, privateEndpoints }), 'Private endpoint')[0]).toContain(shown)
  })

  test('of conditions have a row for each, what is not met first', () => {
    const requirements = [
      { condition: 'clusters', held: true, detail: safe`Fine.` },
      { condition: 'search-nodes', held: false, detail: safe`Off.` },
      { condition: 'no-open-alerts', held: null, detail: safe`Refused.` },
    ] as const
    expect(rowsOf(summaryOf({ requirements }), 'Requirement')).toEqual([
      ['search-nodes', '❌ not met', 'Off.'],
      ['no-open-alerts', '❔ unknown', 'Refused.'],
      ['clusters', '✅ met', 'Fine.'],
    ])
  })
})

describe('what was sent', () => {
  const patch = { awsKms: { region: safe`X` } }
  const error = { code: 'INPUT', message: safe`no` } as const

  test.each<[string, Facts, string]>([
    ['in a plan', { mode: 'plan', result: 'planned', changed: true }, 'Apply would send'],
    ['and accepted', { mode: 'apply', result: 'updated', changed: true }, 'Sent'],
    ['and refused', { mode: 'apply', result: 'failed', failureReason: 'error', error, patchRefused: true }, 'Refused'],
    ['or not', { mode: 'apply', result: 'failed', failureReason: 'error', error }, 'Not sent'],
    [
      'with an unknown end',
      { mode: 'apply', result: 'failed', failureReason: 'error', error, stateUnknown: true },
      'Sent',
    ],
  ])('%s', (_, facts, intro) =>
    expect(summaryOf({ patch, ...facts })).toContain(
      `<p>${intro}: <code>PATCH {&quot;awsKms&quot;:{&quot;region&quot;:&quot;X&quot;}}</code></p>`,
    ),
  )

  test('is left out if nothing was', () => expect(summaryOf({})).not.toContain('PATCH'))
})

describe('beside that it shows', () => {
  test('the last change of the configuration', () =>
    expect(summaryOf({ lastChange: { when: safe`2026-10-01`, who: safe`alice@example.com` } })).toContain(
      '<code>2026-10-01</code> by <code>alice@example.com</code>',
    ))

  test('a note, unless the error says the same', () => {
    const note = safe`Approve it.`
    const parts = { what: safe`Late.`, advice: safe`Approve it. Then run again.` }
    const error = { code: 'NETWORK', message: safe`Late.`, parts } as const
    expect(summaryOf({ notes: [note], result: 'failed', failureReason: 'error', error })).not.toContain('ℹ️')
  })

  test('notes', () => expect(summaryOf({ notes: [safe`Not managed.`] })).toContain('<p>ℹ️ Not managed.</p>'))

  test.each([
    [[safe`secret`], 'Atlas does not return it,'],
    [[safe`secret`, safe`clientID`], 'Atlas does not return them,'],
  ])('fields that Atlas does not return: %s', (notComparable, words) =>
    expect(summaryOf({ notComparable })).toContain(words),
  )
})

describe('the whole summary', () => {
  const { report } = outcomeOf([])

  test('ends with the warnings of the run, fifty at most', () => {
    const warnings = Array.from({ length: 52 }, (_, n) => safe`Warning ${n}.`)
    const text = buildSummary({ report, project: RESULT }, warnings, NO_LINKS)
    expect(text).toContain('<li>Warning 49.</li><li>2 more are in the log.</li></ul>')
    expect(text).not.toContain('Warning 50.')
    expect(buildSummary({ report, project: RESULT }, [], NO_LINKS)).not.toContain('Warnings')
  })

  test('of a run that failed before it knew a project has its error', () => {
    const error = { code: 'INPUT', message: safe`x`, parts: { what: safe`Wrong.`, items: [safe`One.`] } } as const
    const failed = { ...report, result: 'failed', failureReason: 'error', error } as const
    const titles = [null, 'apply', 'merge'].map((mode) => {
      const text = buildSummary({ report: { ...failed, mode: mode as never }, project: null }, [], NO_LINKS)
      expect(text).toContain('<ul><li>One.</li></ul>')
      return /<h3>(.*?)<\/h3>/.exec(text)?.[1]
    })
    expect(titles).toEqual(
      ['invalid inputs', 'invalid inputs', 'nothing was merged'].map(
        (title) => `❌ Atlas encryption at rest: ${title}`,
      ),
    )
  })

  test('is HTML without a blank line inside of a block, whatever the texts hold', () => {
    const hostile = sanitized('x\n\n# title\n<img src=y> @octocat ::error::z')
    const text = buildSummary(
      { report, project: resultWith({ notes: [hostile], notComparable: [hostile], atRisk: null }) },
      [hostile],
      NO_LINKS,
    )
    for (const block of text.trimEnd().split('\n\n')) expect(block).toMatch(/^<.*>$/s)
    expect(text.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@octocat|<img/)
  })
})
