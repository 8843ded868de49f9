import { describe, expect, test } from '@jest/globals'
import { issueBody } from '../../src/github/bodies.ts'
import { textOf } from '../../src/github/entry-body.ts'
import { sectionsOf } from '../../src/github/result-sections.ts'
import type { Section } from '../../src/github/section.ts'
import { mergeSections, mustWrite, NOTHING_STORED, readStoredState } from '../../src/github/stored-state.ts'
import { html } from '../../src/report/html.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { desires, enabled, PROJECT, resultOf, wants } from './results.ts'
import { BODIES, SECRETS } from './sync.ts'

const section = (subject: string, more: Partial<Section> = {}): Section => ({
  subject,
  status: 'bad',
  title: 'drift',
  fingerprint: '0123456789abcdef',
  origin: '-',
  content: [html`<p>About ${SECRETS.sanitize(subject)}</p>`],
  ...more,
})
const AWS = section('drift:aws')
const AZURE = section('drift:azure', { origin: 'fedcba9876543210' })
const ROW = section('requirement:clusters', { content: [html`<tr><td>clusters</td></tr>`], status: 'excused' })

const bodyOf = (...sections: Section[]): string => issueBody({ projectId: PROJECT, name: null }, sections, BODIES)
const textsOf = (sections: readonly Section[]): string[] =>
  sections.map(({ content }) => content.map(textOf).join('\n'))

describe('what an issue remembers', () => {
  test('is what was written, with its content byte for byte', () => {
    const written = [AWS, AZURE, ROW]
    const { isIntact, sections } = readStoredState(bodyOf(...written), SECRETS)
    expect(isIntact).toBe(true)
    const headers = (list: readonly Section[]): object[] => list.map((one) => ({ ...one, content: null }))
    expect(headers(sections)).toEqual(headers(written))
    expect(textsOf(sections)).toEqual(textsOf(written))
    expect(bodyOf(...sections)).toBe(bodyOf(...written))
  })

  test('is the same for the sections of a real result', async () => {
    const step = { mode: 'drift', desired: desires([wants('aws', { region: 'EU_WEST_1' })]) } as const
    const result = await resultOf(step, { reported: { awsKms: enabled('aws', { valid: false }) as never } })
    const found = sectionsOf(result, step.desired, { origin: '-', sanitize: BODIES.sanitize, links: BODIES.links })
    expect(found.map(({ subject }) => subject)).toEqual(['invalid:aws', 'drift:aws'])
    const { sections } = readStoredState(bodyOf(...found), SECRETS)
    expect(textsOf(sections)).toEqual(textsOf(found))
  })

  test('survives the line ends of a browser', () => {
    expect(readStoredState(bodyOf(AWS).replaceAll('\n', '\r\n'), SECRETS).isIntact).toBe(true)
  })

  test('holds no secret of this run, though an earlier one did not know it', () => {
    const secrets = new Secrets(() => undefined)
    secrets.protect('About drift')
    const { isIntact, sections } = readStoredState(bodyOf(AWS), secrets)
    expect(isIntact).toBe(true)
    expect(textsOf(sections)).toEqual(['<p>***:aws</p>'])
  })
})

describe('of an issue that was edited', () => {
  const edited = `${bodyOf(AWS, ROW)}\n\nA note by a person.`

  test('only the subjects count', () => {
    const { isIntact, sections } = readStoredState(edited, SECRETS)
    expect(isIntact).toBe(false)
    expect(sections.map(({ subject }) => subject)).toEqual(['drift:aws', 'requirement:clusters'])
    for (const { fingerprint, origin, status } of sections) {
      expect({ fingerprint, origin, status }).toEqual({ fingerprint: '0'.repeat(16), origin: '-', status: 'bad' })
    }
    expect(textsOf(sections).join()).not.toContain('About')
  })

  test('nothing counts that is no subject', () => {
    const forged = ['begin=drift:aws:;bad;drift', 'begin=x:aws;bad;drift', 'begin=drift:aws;bad;drift'].map(
      (text) =>
        `<!-- atlas-encryption-at-rest:${text};0123456789abcdef;- -->\nx\n<!-- atlas-encryption-at-rest:end=${text.split(/[=;]/)[1]} -->`,
    )
    const { sections } = readStoredState(forged.join('\n'), SECRETS)
    expect(sections.map(({ subject }) => subject)).toEqual(['drift:aws'])
  })
})

test('of an issue of version 1.0 the subjects count', () => {
  const body = [
    `<!-- atlas-encryption-at-rest:project=${PROJECT} -->`,
    '<!-- atlas-encryption-at-rest:memory=drift:aws,requirement:clusters,invalid:any;0123456789abcdef -->',
    '',
    '<h3>❌ Atlas encryption at rest: drift</h3>',
  ].join('\n')
  const { isIntact, sections } = readStoredState(body, SECRETS)
  expect(isIntact).toBe(false)
  expect(sections.map(({ subject }) => subject)).toEqual(['drift:aws', 'requirement:clusters', 'invalid:any'])
})

describe('after a run', () => {
  const keep: (section: Section) => boolean = () => false
  const merge = (stored: readonly Section[], found: readonly Section[], isGone = keep): Section[] =>
    mergeSections(stored, found, isGone)
  const intact = (...sections: Section[]): { isIntact: true; sections: Section[] } => ({ isIntact: true, sections })

  test('a section of another run stays, and nothing is written', () => {
    const stored = intact(AWS, AZURE)
    const merged = merge(stored.sections, [{ ...AWS, content: [html`<p>other words</p>`] }])
    expect(merged).toEqual([AWS, AZURE])
    expect(mustWrite(stored, merged)).toBe(false)
  })

  test.each<[string, Section[], Section[], (section: Section) => boolean]>([
    ['a finding is new', [AWS], [AZURE], keep],
    ['a finding changed', [AWS], [{ ...AWS, fingerprint: 'f'.repeat(16) }], keep],
    ['a finding is resolved', [AWS, AZURE], [], ({ subject }) => subject === 'drift:aws'],
    ['a finding is no longer excused', [{ ...AWS, status: 'excused' }], [AWS], keep],
    ['there was nothing', [], [AWS], keep],
  ])('it is written if %s', (_, stored, found, isGone) => {
    expect(mustWrite(intact(...stored), merge(stored, found, isGone))).toBe(true)
  })

  test('a finding that one run excuses and another does not stays as the stricter one says', () => {
    const merged = merge([AWS], [{ ...AWS, status: 'excused' }])
    expect(merged).toEqual([AWS])
  })

  test('a closed issue has nothing stored', () => {
    expect(mustWrite(NOTHING_STORED, [AWS])).toBe(true)
  })
})
