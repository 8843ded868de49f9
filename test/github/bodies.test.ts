import { describe, expect, test } from '@jest/globals'
import {
  type BodyContext,
  closingBody,
  issueBody,
  planBody,
  projectsBody,
  removedBody,
} from '../../src/github/bodies.ts'
import { intactFingerprint, MAX_BODY_LENGTH } from '../../src/github/entry-body.ts'
import { findMarker, findSections, marker } from '../../src/github/markers.ts'
import { sectionsOf } from '../../src/github/result-sections.ts'
import type { Section } from '../../src/github/section.ts'
import { NO_LINKS } from '../../src/report/links.ts'
import { buildReport } from '../../src/report/report.ts'
import { type SafeText, safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'
import { desires, enabled, type FakeAtlasState, PROJECT, resultOf, type StepOf, wants } from './results.ts'
import { BODIES, SECRETS } from './sync.ts'

const STATE: FakeAtlasState = {
  reported: {
    awsKms: enabled('aws', { valid: false, region: 'EU_WEST_1' }) as never,
    azureKeyVault: enabled('azure', { keyVaultName: 'other' }) as never,
  },
  clusters: [{ name: 'legacy', provider: 'NONE', paused: false }],
}
const STEP: StepOf = {
  mode: 'drift',
  desired: desires([wants('aws'), wants('azure')], { require: ['clusters'], enabledForSearchNodes: true }),
}

async function sections(step = STEP, state = STATE, links = BODIES.links): Promise<Section[]> {
  return sectionsOf(await resultOf(step, state), step.desired, { origin: '-', sanitize: BODIES.sanitize, links })
}

const body = (found: readonly Section[], name: SafeText | null = null, context: BodyContext = BODIES): string =>
  issueBody({ projectId: PROJECT, name }, found, context)

describe('the body of an issue', () => {
  test('has a part for each provider and one for the project, each with its own tables', async () => {
    const shape = body(await sections())
      .split('\n')
      .map((line) => /^<h\d>.*<\/h\d>$|^<table>|(?<=:)(?:begin|end)=[a-z:]+/.exec(line)?.[0])
      .filter((line) => line !== undefined)
    expect(shape).toEqual([
      '<h3>❌ Atlas encryption at rest: key not valid</h3>',
      '<h4>AWS KMS</h4>',
      'begin=invalid:aws',
      '<table>',
      'end=invalid:aws',
      'begin=drift:aws',
      '<table>',
      'end=drift:aws',
      '<h4>Azure Key Vault</h4>',
      'begin=drift:azure',
      '<table>',
      'end=drift:azure',
      '<h4>Project</h4>',
      'begin=drift:project',
      '<table>',
      'end=drift:project',
      '<table>',
      'begin=requirement:clusters',
      'end=requirement:clusters',
    ])
  })

  test('shows the table of a provider in its own part alone', async () => {
    const text = body(await sections())
    const [, aws, azure, project] = text.split('<h4>')
    expect(aws).toContain('<code>region</code>')
    expect(azure).toContain('<code>keyVaultName</code>')
    expect(azure).not.toContain('region')
    expect(project).toContain('<code>enabledForSearchNodes</code>')
    expect(project).toContain('legacy')
  })

  test('is headed by the worst section that stands', async () => {
    const all = await sections()
    const headOf = (found: readonly Section[]): string | undefined => /<h3>(.*?)<\/h3>/.exec(body(found))?.[1]
    const without = (...kinds: string[]): Section[] =>
      all.filter(({ subject }) => !kinds.some((kind) => subject.startsWith(kind)))
    const excused = all.map(
      (section): Section => ({
        ...section,
        status: section.subject === 'invalid:aws' ? 'excused' : 'bad',
      }),
    )
    expect(headOf(all)).toBe('❌ Atlas encryption at rest: key not valid')
    expect(headOf(without('invalid'))).toBe('❌ Atlas encryption at rest: requirement not met')
    expect(headOf(without('invalid', 'requirement'))).toBe('❌ Atlas encryption at rest: drift')
    expect(headOf(excused)).toBe('❌ Atlas encryption at rest: requirement not met')
    expect(headOf(excused.filter(({ status }) => status === 'excused'))).toBe(
      '⚠️ Atlas encryption at rest: key not valid',
    )
  })

  test('links the project and the run, and names the project', async () => {
    const text = body(await sections(), sanitized('payments <prod>'))
    expect(text).toContain(
      `<p>Project <code>payments &lt;prod&gt;</code> <a href="https://cloud.mongodb.com/v2/${PROJECT}"><code>${PROJECT}</code></a></p>`,
    )
    expect(text).toContain('<a href="https://github.test/o/r/actions/runs/1">this run</a>')
  })

  test('links the page on what to do about an invalid key, which changes no fingerprint', async () => {
    const [linked] = await sections(STEP, STATE, { ...NO_LINKS, runbook: () => safe`https://docs.test/runbook.md` })
    const [plain] = await sections(STEP, STATE, NO_LINKS)
    expect(body([linked as Section]).split('<a href="https://docs.test/runbook.md">')).toHaveLength(2)
    expect(body([plain as Section])).not.toContain('runbook')
    expect(linked?.fingerprint).toBe(plain?.fingerprint)
  })

  test('links nothing where there is nothing to link to', async () => {
    const text = body(await sections(), null, { ...BODIES, runUrl: null, links: NO_LINKS })
    expect(text).toContain(`<p>Project <code>${PROJECT}</code></p>`)
    expect(text).not.toContain('<a ')
  })

  test('says the same of a finding, whichever mode found it and whoever may read the activity feed', async () => {
    const verify: StepOf = { mode: 'verify', desired: desires([]) }
    const drift: StepOf = { mode: 'drift', desired: desires([wants('aws')]) }
    const [byVerify] = await sections(verify)
    const [byDrift] = await sections(drift)
    expect(byDrift).toEqual(byVerify)
    const result = await resultOf(drift, STATE)
    const lastChange = { when: safe`2026-01-01`, who: safe`someone` }
    const [, known] = sectionsOf({ ...result, lastChange }, drift.desired, {
      origin: '-',
      sanitize: BODIES.sanitize,
      links: BODIES.links,
    })
    const [, unknown] = await sections(drift)
    expect(known?.fingerprint).toBe(unknown?.fingerprint)
    expect(body([known as Section])).toContain('someone')
  })

  test('holds nothing of Atlas that GitHub would link or render', async () => {
    const attack = `@everyone <img src=x> --> ${marker('project', 'cafe')} \n\n# title`
    const state = { reported: { awsKms: enabled('aws', { region: attack }) as never } }
    const text = body(await sections({ mode: 'drift', desired: desires([wants('aws')]) }, state), sanitized(attack))
    expect(findMarker(text)).toBe(marker('project', PROJECT))
    expect(text.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@everyone|<img|# title/)
    expect(text.match(/<!--/g)).toHaveLength(4)
  })
})

describe('a body past what GitHub takes', () => {
  const regions = (length: number): Promise<Section[]> => {
    const state = { reported: { awsKms: enabled('aws', { region: '"'.repeat(length) }) as never } }
    return sections({ mode: 'drift', desired: desires([wants('aws')]) }, state)
  }

  test('loses the rows of a long table, and says how many', async () => {
    const [drift] = await regions(10)
    const result = await resultOf({ mode: 'drift', desired: desires([wants('aws')]) }, STATE)
    const values = { provider: 'aws', expected: safe`AWS`, actual: safe`NONE` } as const
    const row = { ...values, field: safe`clusters.x`, verdict: 'same' } as const
    const comparisons = Array.from({ length: 500 }, (_, n) =>
      n === 450 ? ({ ...row, field: safe`clusters.last`, verdict: 'differs' } as const) : row,
    )
    const differences = comparisons.filter(({ verdict }) => verdict === 'differs')
    const long = sectionsOf({ ...result, findings: ['drift'], comparisons, differences }, desires([wants('aws')]), {
      origin: '-',
      sanitize: BODIES.sanitize,
      links: BODIES.links,
    })
    const text = body(long)
    expect(text.length).toBeLessThan(20_000)
    expect(text).toContain('clusters.last')
    const rows = text.split('<tr><td>').length - 1
    expect(rows + Number(/(\d+) more rows are in the job summary/.exec(text)?.[1])).toBe(500)
    expect(drift).toBeDefined()
  })

  test('loses the details of its longest sections, but none of its sections', async () => {
    const [drift] = await regions(10)
    const many = ['aws', 'azure', 'gcp', 'project'].flatMap((part, n) =>
      ['drift', 'invalid', 'off'].map(
        (kind): Section => ({
          ...(drift as Section),
          subject: `${kind}:${part}`,
          content: [SECRETS.redact(`<p>${'x'.repeat(5000 + n * 2000)}</p>`)],
        }),
      ),
    )
    const text = body(many)
    expect(text.length).toBeLessThanOrEqual(MAX_BODY_LENGTH)
    expect(findSections(text)).toHaveLength(12)
    expect(text).toContain('The details do not fit here.')
    expect(text).toContain('x'.repeat(5000))
    expect(intactFingerprint(text)).toBeDefined()
  })

  test('of a comment loses its last blocks', async () => {
    const result = await resultOf({ mode: 'plan', desired: desires([wants('aws')]) }, STATE)
    const comparisons = Array.from({ length: 2000 }, (_, n) => ({
      provider: 'aws' as const,
      field: safe`field-${n}`,
      expected: safe`a`,
      actual: safe`b`,
      verdict: 'differs' as const,
    }))
    const identity = { marker: marker('plan', 'cafe'), fingerprint: '0'.repeat(16) }
    const text = planBody({ ...result, comparisons }, ['aws'], identity, BODIES)
    expect(text.length).toBeLessThanOrEqual(MAX_BODY_LENGTH)
    expect(text).toContain('The details do not fit here.')
  })
})

test('the plan of a project names the provider, also where Atlas did not answer', async () => {
  const failed = await resultOf({ mode: 'plan', desired: desires([wants('gcp')]) }, { reported: null as never })
  const identity = { marker: marker('plan', 'cafe'), fingerprint: '0'.repeat(16) }
  expect(planBody(failed, ['gcp'], identity, BODIES)).toContain('<p>Provider: Google Cloud KMS</p>')
})

test('the body about many projects has their rows', async () => {
  const projects = [await resultOf(STEP, STATE)]
  const report = buildReport({ mode: 'drift', shard: null, isMultiProject: true, error: null, projects })
  const text = projectsBody(report, { marker: marker('rest', 'cafe'), fingerprint: '0'.repeat(16) }, BODIES)
  expect(text).toContain(`<code>${PROJECT}</code>`)
  expect(intactFingerprint(text)).toBe('0'.repeat(16))
})

test('closing comments say why, with a link to the run', () => {
  expect(closingBody(BODIES)).toBe(
    '<p><a href="https://github.test/o/r/actions/runs/1">This run</a> no longer finds anything, so this issue is closed.</p>',
  )
  expect(closingBody({ ...BODIES, runUrl: null })).toBe(
    '<p>The run no longer finds anything, so this issue is closed.</p>',
  )
  expect(removedBody('a/<b>.yml', { ...BODIES, runUrl: null })).toBe(
    '<p>The project is no longer in the config file <code>a/&lt;b&gt;.yml</code>, so this issue is closed.</p>',
  )
})
