import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { linesOf } from '../../scripts/picture/lines.ts'
import { parseSummary, type Run } from '../../scripts/picture/parse.ts'
import { PICTURE, summaryPicture } from '../../scripts/picture/picture.ts'
import { drawSvg } from '../../scripts/picture/svg.ts'
import { columnWidths } from '../../scripts/picture/table.ts'

describe('the picture in README.md', () => {
  test('is what a run of the action produces (to update it: npm run docs:picture)', async () => {
    const picture = await summaryPicture(process.env.ACTION_FOLDER as string)
    expect(picture).toBe(readFileSync(PICTURE, 'utf8'))
    expect(readFileSync('README.md', 'utf8')).toContain(`<img src="${PICTURE}"`)
  })

  test('needs nothing from elsewhere, and says what was found', () => {
    const picture = readFileSync(PICTURE, 'utf8')
    expect(picture.match(/https?:\/\/[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
    expect(picture).not.toMatch(/url\(|href|@import|<script|<image|127\.0\.0\.1/)
    for (const text of ['key not valid, drift', 'billing, orders', 'customerMasterKeyID', 'differs'])
      expect(picture).toContain(text)
  })
})

const run = (text: string, style: Partial<Run> = {}): Run => ({ text, bold: false, code: false, link: false, ...style })

describe('a summary as a picture', () => {
  test('is read with its styles, lists and tables', () => {
    const list = '<ul><li>one</li></ul>'
    const table = '<table><tr><th>A</th></tr><tr><td><code>a&lt;b</code></td></tr></table>'
    expect(parseSummary(`<p><b>To do:</b> see <a href="https://x"><code>x</code></a></p>\n\n${list}${table}`)).toEqual([
      {
        kind: 'paragraph',
        runs: [run('To do:', { bold: true }), run(' see '), run('x', { code: true, link: true })],
      },
      { kind: 'item', runs: [run('one')] },
      {
        kind: 'table',
        rows: [[{ isHeader: true, runs: [run('A')] }], [{ isHeader: false, runs: [run('a<b', { code: true })] }]],
      },
    ])
  })

  test.each([
    ['<p>a</p><img src="x">', 'element <img>'],
    ['<p>a</p>```mermaid', 'no place for this text'],
  ])('is not drawn without a part of it: %s', (summary, message) => {
    expect(() => parseSummary(summary)).toThrow(message)
  })

  test('has escaped text', () => {
    const picture = drawSvg(parseSummary('<h3>a &amp; b</h3><p>1 &lt; 2</p>'))
    for (const text of ['<title>a &amp; b</title>', '>a &amp; b</text>', '>1 &lt; 2</text>'])
      expect(picture).toContain(text)
  })

  test('has lines that end at spaces, and keeps what belongs together', () => {
    const texts = (runs: Run[], width: number): string[][] =>
      linesOf(runs, 10, width).map(({ segments }) => segments.map(({ text }) => text))
    const sentence = [run('Then run '), run('mode: verify', { code: true }), run('. Or not.')]
    expect(texts(sentence, 1000)).toEqual([['Then run', 'mode: verify', '. Or not.']])
    expect(texts(sentence, 100)).toEqual([
      ['Then run', 'mode:'],
      ['verify', '. Or not.'],
    ])
    expect(texts([run('❌ not valid ✅\u00a0same')], 70)).toEqual([
      ['❌', 'not valid'],
      ['✅', 'same'],
    ])
  })

  test('has columns that share what is too wide, and refuses a word that does not fit', () => {
    const rows = [['aaaaaaaaaa', 'bbbbb bbbbb bbbbb bbbbb'].map((text) => ({ isHeader: false, runs: [run(text)] }))]
    const [a = 0, b = 0] = columnWidths(rows, 10, 1000)
    expect(a + b).toBeLessThan(1000)
    expect(columnWidths(rows, 10, a + b - 40)).toEqual([a, b - 40])
    expect(() => columnWidths(rows, 10, a)).toThrow('wider than the picture')
  })
})
