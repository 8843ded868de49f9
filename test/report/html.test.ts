import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { code, externalText, html, link, ownText, withIcon } from '../../src/report/html.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { sanitized } from '../harness/context.ts'

/** The text in which GitHub would find links and names: what is in no `<code>`. An entity stands for one harmless character. */
const outsideCode = (markup: string): string =>
  markup.replace(/<code>[^<]*<\/code>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, ' ')

describe('a sentence with words from outside', () => {
  test('has nothing outside of code that GitHub would link, and no markup', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '@octocat',
        '#1',
        'GH-7',
        'https://x.test',
        'www.x.test',
        '0a1b2c3',
        '<b>',
        '`',
        '``',
        '&lt;',
        '_',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { markup } = externalText(sanitized(pieces.join(' ')))
        const text = outsideCode(markup)
        expect(text).not.toMatch(/[<@#]|GH-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b/i)
        expect(markup).not.toContain('\n\n')
      }),
    )
  })

  test.each([
    ['AWS KMS: key valid · region is EU_WEST_1', 'AWS KMS: key valid · region is EU_WEST_1'],
    [
      'Check `project-id` (in a config file, `id`).',
      'Check <code>project-id</code> (in a config file, <code>id</code>).',
    ],
    [`\`\${NAME}\` is not set`, `<code>\${NAME}</code> is not set`],
    ['one `a@b.test`, one @octocat', '<code>one a@b.test, one @octocat</code>'],
    ["a customer's key", 'a customer&#39;s key'],
    ['Without: @octocat', '<code>Without: @octocat</code>'],
    ['see `x` at https://x.test', '<code>see x at https://x.test</code>'],
    ['key 111122223333', '<code>key 111122223333</code>'],
    ['switched at 10:00:00Z: NONE → AWS', 'switched at 10:00:00Z: NONE → AWS'],
    ['done :100:', '<code>done :100:</code>'],
    ['a <b>', '<code>a &lt;b&gt;</code>'],
    ['invalid since 2026-11-01T10:00:00Z.', 'invalid since 2026-11-01T10:00:00Z.'],
    ['a :tada: b', '<code>a :tada: b</code>'],
    ['a :100: b', '<code>a :100: b</code>'],
    ['at 10:00:tada:', '<code>at 10:00:tada:</code>'],
  ])('%s', (sentence, markup) => expect(externalText(sanitized(sentence)).markup).toBe(markup))
})

test('what is put into a template is text, unless it is markup already', () => {
  expect(html`<p>${safe`<b>`} ${code(safe`a&b`)}${[ownText(safe`\`x\``)]}</p>`.markup).toBe(
    '<p>&lt;b&gt; <code>a&amp;b</code><code>x</code></p>',
  )
  expect(code(safe``).markup).toBe('—')
})

test('an icon stays on one line with its words', () =>
  expect(withIcon('✅', safe`not valid`).markup).toBe('✅\u00a0not\u00a0valid'))

test('a link is escaped, and none without a URL', () => {
  expect(link(safe`https://x/?a="&b`, code(safe`x`)).markup).toBe(
    '<a href="https://x/?a=&quot;&amp;b"><code>x</code></a>',
  )
  expect(link(null, code(safe`x`)).markup).toBe('<code>x</code>')
})
