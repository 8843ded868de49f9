import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parseExport, schemaComment, withHeader } from '../../src/export/header.ts'
import { requireWritable, writeExport } from '../../src/export/target-file.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'
import { sanitized } from '../harness/context.ts'

const DATE = '2026-11-25T22:00:00.000Z'
const LATER = '2026-11-26T22:00:00.000Z'
const BODY = 'version: 1\nprojects:\n  - id: "1"\n'

let folder: string
let workspace: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'export-')))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(folder, { recursive: true }))

const fileAt = (path: string) => ({ path: sanitized(path), workspace })
const write = (path: string, body = BODY, date = DATE): boolean => writeExport(fileAt(path), body, date)
const content = (path: string): string => readFileSync(join(workspace, path), 'utf8')

describe('an exported file', () => {
  test('is written with its folders, whole, and nothing else is left', () => {
    expect(write('a/b/atlas.yml')).toBe(true)
    expect(content('a/b/atlas.yml')).toBe(withHeader(BODY, DATE))
    expect(readdirSync(join(workspace, 'a/b'))).toEqual(['atlas.yml'])
  })

  test('stays as it is, with its date, while its content is the same', () => {
    write('atlas.yml')
    expect(write('atlas.yml', BODY, LATER)).toBe(false)
    expect(content('atlas.yml')).toBe(withHeader(BODY, DATE))
    expect(write('atlas.yml', `${BODY}# new\n`, LATER)).toBe(true)
    expect(content('atlas.yml')).toBe(withHeader(`${BODY}# new\n`, LATER))
  })

  test('is the same file with CR LF', () => {
    const text = withHeader(BODY, DATE).replaceAll('\n', '\r\n')
    writeFileSync(join(workspace, 'atlas.yml'), text)
    expect(write('atlas.yml', BODY, LATER)).toBe(false)
    expect(content('atlas.yml')).toBe(text)
    expect(write('atlas.yml', `${BODY}# new\n`)).toBe(true)
  })

  test('replaces a hard link and not what it leads to', () => {
    const outside = join(folder, 'outside.yml')
    writeFileSync(outside, withHeader(BODY, DATE))
    linkSync(outside, join(workspace, 'atlas.yml'))
    expect(write('atlas.yml', `${BODY}# new\n`)).toBe(true)
    expect(readFileSync(outside, 'utf8')).toBe(withHeader(BODY, DATE))
  })

  test('is written into a workspace that is a link itself', () => {
    symlinkSync(workspace, join(folder, 'link'))
    expect(writeExport({ path: sanitized('atlas.yml'), workspace: join(folder, 'link') }, BODY, DATE)).toBe(true)
    expect(content('atlas.yml')).toBe(withHeader(BODY, DATE))
  })
})

describe('a file is not overwritten', () => {
  test.each([
    ['that is empty', '', 'header'],
    ['that has no header', BODY, 'header'],
    ['whose hash cannot be read', withHeader(BODY, DATE).replace(/[0-9a-f]{64}/, 'x'), 'header'],
    ['with a line before the header', `\n${withHeader(BODY, DATE)}`, 'header'],
    ['that was edited', `${withHeader(BODY, DATE)}# by hand\n`, 'edited'],
    ['from which a line was removed', withHeader(BODY, DATE).replace('version: 1\n', ''), 'edited'],
    ['that is larger than any export', `${withHeader(BODY, DATE)}#${'x'.repeat(4 * 1024 * 1024)}\n`, 'header'],
  ])('%s', (_, text, why) => {
    writeFileSync(join(workspace, 'atlas.yml'), text)
    expect(() => requireWritable(fileAt('atlas.yml'))).toThrow(why)
    expect(() => write('atlas.yml')).toThrow(why)
    expect(content('atlas.yml')).toBe(text)
  })

  test('that is a folder, or below a file', () => {
    mkdirSync(join(workspace, 'folder'))
    writeFileSync(join(workspace, 'file'), '')
    expect(() => write('folder')).toThrow('is not a file')
    expect(() => write('file/atlas.yml')).toThrow('is not a folder')
  })

  test.each(['link', 'link/atlas.yml'])('through a link: %s', (path) => {
    const target = join(folder, 'outside')
    mkdirSync(target)
    symlinkSync(target, join(workspace, 'link'))
    expect(() => requireWritable(fileAt(path))).toThrow('is a link')
    expect(() => write(path)).toThrow('is a link')
    expect(readdirSync(target)).toEqual([])
  })

  test('through a link that leads nowhere, or to a file of the workspace', () => {
    symlinkSync(join(folder, 'nothing'), join(workspace, 'broken'))
    writeFileSync(join(workspace, 'own'), withHeader(BODY, DATE))
    symlinkSync(join(workspace, 'own'), join(workspace, 'inner'))
    for (const path of ['broken', 'inner']) expect(() => write(path)).toThrow('is a link')
    expect(readdirSync(folder)).toEqual(['workspace'])
  })

  test('where writing fails, and nothing is left', () => {
    const long = 'x'.repeat(300)
    expect(() => write(`${long}.yml`)).toThrow(/could not be written|ENAMETOOLONG/)
    expect(readdirSync(workspace)).toEqual([])
  })

  test('in a workspace that is not there', () => {
    rmSync(workspace, { recursive: true })
    expect(() => write('atlas.yml')).toThrow('workspace')
    mkdirSync(workspace)
    chmodSync(workspace, 0o755)
  })
})

describe('the header', () => {
  test('states the hash of what follows', () => {
    const parsed = parseExport(withHeader(BODY, DATE))
    expect(parsed?.statedHash).toBe(parsed?.actualHash)
  })

  test('is followed by a comment that names the schema', () => {
    const secrets = new Secrets(() => undefined)
    const known = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'v1' }
    expect(schemaComment({ env: known, secrets })).toBe(
      '# yaml-language-server: $schema=https://raw.githubusercontent.com/o/r/v1/config.schema.json',
    )
    for (const env of [{}, { ...known, GITHUB_ACTION_REF: 'a b\nc' }, { ...known, GITHUB_SERVER_URL: 'https://ghe' }]) {
      expect(schemaComment({ env, secrets })).toBe(
        '# Schema: config.schema.json of the action atlas-encryption-at-rest',
      )
    }
  })
})
