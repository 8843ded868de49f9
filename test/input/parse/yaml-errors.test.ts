import { describe, expect, test } from '@jest/globals'
import { LineCounter } from 'yaml'
import { Checkpoint } from '../../../src/domain/checkpoint.ts'
import { parseDocuments } from '../../../src/input/parse/yaml-documents.ts'
import { REASONS } from '../../../src/input/parse/yaml-errors.ts'

const checkpoint = new Checkpoint(new AbortController().signal)

describe('what is wrong with a text', () => {
  test.each([
    ['a: &x *y\n', 'alias with properties'],
    ['a: *\n', 'bad alias'],
    ['%YAML\n---\na\n', 'bad directive'],
    ['a: "\\q"\n', 'bad escape in double quotes'],
    ['a:\n  b: c\n d: e\n', 'bad indent'],
    ['a: @b\n', 'bad first character of a text'],
    ['a: b: c\n', 'block as a key'],
    ['[\n- a\n]\n', 'block within brackets'],
    [`"${'x'.repeat(1100)}": a\n`, 'key over 1024 characters'],
    ['a: "b\n', 'missing character'],
    ['"a\n b": c\n', 'key over several lines'],
    ['a: &x &y b\n', 'several anchors'],
    ['a: !!str !!str b\n', 'several tags'],
    ['a: b\n\tc: d\n', 'tab as indent'],
    ['a: !t b\n', 'unknown tag'],
    ['- a\nb: c\n', 'unexpected character'],
  ])('%j is said without a word of the text: %s', async (text, reason) => {
    const [document] = await parseDocuments(text, { checkpoint, lines: new LineCounter(), bareKeys: new Set() })
    expect(document?.error?.reason).toBe(reason)
  })

  test.each([
    ['BAD_COLLECTION_TYPE', 'bad collection type'],
    ['BAD_PROP_ORDER', 'bad order of properties'],
    ['DUPLICATE_KEY', 'duplicate key'],
    ['IMPOSSIBLE', 'impossible'],
    ['MULTIPLE_DOCS', 'several documents'],
    ['NON_STRING_KEY', 'key that is not text'],
    ['RESOURCE_EXHAUSTION', 'too much to read'],
  ] as const)('%s has words, too', (code, reason) => expect(REASONS[code]).toBe(reason))
})
