import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  beginLine,
  endLine,
  findMarker,
  findMemory,
  findSections,
  findStateLine,
  marker,
  projectIdOf,
  type SectionHeader,
  stateLine,
  targetId,
} from '../../src/github/markers.ts'

const ID = '64b0c0ffee0000000000beef'
const HEADER: SectionHeader = {
  subject: 'drift:aws',
  status: 'bad',
  title: 'drift',
  fingerprint: '0123456789abcdef',
  origin: '-',
}

describe('the marker that an entry is found by', () => {
  test.each([
    ['project', `<!-- atlas-encryption-at-rest:project=${ID} -->`],
    ['rest', `<!-- atlas-encryption-at-rest:rest=${ID} -->`],
    ['plan', `<!-- atlas-encryption-at-rest:plan=${ID} -->`],
  ] as const)('of a %s keeps its form, which existing entries have', (kind, text) => {
    expect(marker(kind, ID)).toBe(text)
    expect(findMarker(`${text}\n\ntext`)).toBe(text)
  })

  const OWN = marker('project', ID)
  test.each([
    ['anywhere in the body', `A person wrote this above.\n\n${OWN}\nbody`],
    ['with the line ends of a browser', `${OWN}\r\nbody`],
    ['with blanks behind it', `${OWN}  \nbody`],
    ['twice', `${OWN}\n${OWN}`],
  ])('is found %s', (_, body) => {
    expect(findMarker(body)).toBe(OWN)
  })

  test.each([
    ['quoted', `> ${OWN}`],
    ['inside a line', `see ${OWN}`],
    ['beside another one', `${OWN}\n${marker('project', 'cafe')}`],
    ['with another id than hexadecimal digits', '<!-- atlas-encryption-at-rest:project=xyz -->'],
    ['of an unknown kind', '<!-- atlas-encryption-at-rest:other=cafe -->'],
    ['in an empty body', ''],
  ])('is not found %s', (_, body) => {
    expect(findMarker(body)).toBeUndefined()
  })

  test('names its project', () => {
    expect(projectIdOf(OWN)).toBe(ID)
    expect(projectIdOf(marker('plan', ID))).toBeUndefined()
  })

  test('cannot be made of a text that ends the comment', () => {
    expect(() => marker('project', '--> <b>')).toThrow(TypeError)
  })

  test('of different targets differs, whatever characters their parts have', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(targetId(...a) === targetId(...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

describe('the line with the state', () => {
  const hash = 'ab'.repeat(32)

  test('is found', () => {
    const line = stateLine('0123456789abcdef', hash)
    expect(findStateLine(`${marker('project', ID)}\n${line}\n\ntext`)).toEqual({
      line,
      fingerprint: '0123456789abcdef',
      hash,
    })
  })

  test.each(['', 'text', '<!-- atlas-encryption-at-rest:state=;ab -->', stateLine('0123456789abcdef', '')])(
    'is not found in %j',
    (body) => expect(findStateLine(body)).toBeUndefined(),
  )
})

describe('the memory of version 1.0', () => {
  test.each([
    ['drift:aws,requirement:clusters', ['drift:aws', 'requirement:clusters']],
    ['', []],
  ])('%j', (subjects, expected) => {
    expect(findMemory(`x\n<!-- atlas-encryption-at-rest:memory=${subjects};0123456789abcdef -->\ny`)).toEqual(expected)
  })

  test.each([
    '',
    '<!-- atlas-encryption-at-rest:memory=DRIFT;0123456789abcdef -->',
    '<!-- atlas-encryption-at-rest:memory=drift:aws -->',
  ])('none in %j', (body) => expect(findMemory(body)).toEqual([]))
})

describe('sections', () => {
  const section = (header: SectionHeader, content: string): string =>
    `${beginLine(header)}\n${content}\n${endLine(header.subject)}`

  test('are found with their content, byte for byte', () => {
    const excused = { ...HEADER, subject: 'requirement:rotation-alert:aws+gcp', status: 'excused' } as const
    const body = ['before', section(HEADER, '<p>1</p>\n\n<p>2</p>'), 'between', section(excused, '<tr></tr>')].join(
      '\n',
    )
    expect(findSections(body)).toEqual([
      { ...HEADER, content: '<p>1</p>\n\n<p>2</p>' },
      { ...excused, content: '<tr></tr>' },
    ])
  })

  test('without an end are left out', () => {
    expect(findSections(`${beginLine(HEADER)}\ntext\n${endLine('drift:azure')}`)).toEqual([])
  })

  test.each([
    { subject: 'drift:AWS' },
    { subject: 'a;b' },
    { title: '' },
    { title: 'x -->' },
    { fingerprint: 'x' },
    { origin: 'atlas.yml' },
  ])('cannot be made of %j', (part) => {
    expect(() => beginLine({ ...HEADER, ...part })).toThrow(TypeError)
  })

  test('survive a round trip, whatever text is between them', () => {
    const content = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('<!--'))
    fc.assert(
      fc.property(content, (text) => {
        expect(findSections(`${section(HEADER, text)}\n`).map((found) => found.content)).toEqual([text])
      }),
    )
  })
})
