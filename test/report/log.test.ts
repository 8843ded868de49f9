import { describe, expect, test } from '@jest/globals'
import { type Core, Log } from '../../src/report/log.ts'
import { joinSafe, type SafeText, safe } from '../../src/sanitize/safe-text.ts'

function recorded(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const write = (kind: string) => (text: string) => void lines.push(`${kind}: ${text}`)
  const core = {
    info: write('info'),
    notice: write('notice'),
    warning: write('warning'),
    setFailed: write('failed'),
  } as unknown as Core
  return { log: new Log(core), lines }
}

describe('the log', () => {
  test('has each text where it belongs', () => {
    const { log, lines } = recorded()
    log.info(safe`a`)
    log.notice(safe`b`)
    log.warning(safe`c`)
    log.fail(safe`d`)
    expect(lines).toEqual(['info: a', 'notice: b.', 'warning: c.', 'failed: d.'])
  })

  test('keeps all warnings for the summary, and nothing else', () => {
    const { log } = recorded()
    log.warning(safe`one`)
    log.info(safe`two`)
    log.warning(safe`three`)
    expect(log.warnings).toEqual(['one.', 'three.'])
  })

  test.each<[string, (log: Log, text: SafeText) => void]>([
    ['info', (log, text) => log.info(text)],
    ['notice', (log, text) => log.notice(text)],
    ['warning', (log, text) => log.warning(text)],
    ['failed', (log, text) => log.fail(text)],
  ])('cuts what the runner would cut, and breaks up what only together is a command: %s', (kind, write) => {
    const { log, lines } = recorded()
    write(log, joinSafe(Array(500).fill(safe`0123456789`), safe``))
    expect(lines[0]).toHaveLength(`${kind}: `.length + 4000)
    // An annotation is a sentence; a line of the log need not be one.
    const end = kind === 'info' ? '' : '.'
    write(log, safe`#${safe`#[error]x`}`)
    expect(lines[1]).toBe(`${kind}: # #[error]x${end}`)
    write(log, safe`:${safe`:error::x`}`)
    expect(lines[2]).toBe(`${kind}: : :error::x${end}`)
  })
})
