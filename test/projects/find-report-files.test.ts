import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findReportFiles } from '../../src/projects/find-report-files.ts'
import { noSecrets } from './reports.ts'

let root: string
let workspace: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-'))
  workspace = join(root, 'workspace')
  mkdirSync(workspace)
})

afterEach(() => rmSync(root, { recursive: true }))

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), '{}')
  }
}

async function find(glob: string, yieldToEventLoop = async (): Promise<void> => undefined): Promise<string[]> {
  const files = await findReportFiles({ glob, workspace, secrets: noSecrets(), yieldToEventLoop })
  return files.map(({ label }) => label.slice(1, -1))
}

describe('the files that a glob matches', () => {
  beforeEach(() =>
    write('a.json', 'r/1.json', 'r/2.json', 'r/2.txt', 'r/s/3.json', 'r/s/t/4.json', 'r/.x/5.json', '.h/6.json'),
  )

  test.each([
    ['*.json', ['a.json']],
    ['r/*.json', ['r/1.json', 'r/2.json']],
    ['r/**/*.json', ['r/1.json', 'r/2.json', 'r/s/3.json', 'r/s/t/4.json']],
    ['**/*.json', ['a.json', 'r/1.json', 'r/2.json', 'r/s/3.json', 'r/s/t/4.json']],
    ['**/t/*', ['r/s/t/4.json']],
    ['**/r/**/t/**/*.json', ['r/s/t/4.json']],
    ['r/**', ['r/1.json', 'r/2.json', 'r/2.txt', 'r/s/3.json', 'r/s/t/4.json']],
    ['r/*', ['r/1.json', 'r/2.json', 'r/2.txt']],
    ['r/*/*.json', ['r/s/3.json']],
    ['{r,r/s}/[13].json', ['r/1.json', 'r/s/3.json']],
    ['{a,a}.json', ['a.json']],
    ['.h/*.json', ['.h/6.json']],
    ['r/1.json', ['r/1.json']],
    ['r', []],
    ['nothing/*.json', []],
    ['a.json/*', []],
    ['.', []],
  ])('%s', async (glob, paths) => {
    expect(await find(glob)).toEqual(paths)
    expect(await find(`${workspace}/${glob}`)).toEqual(paths)
  })

  test('that is also through a workspace that is a link', async () => {
    symlinkSync(workspace, join(root, 'link'))
    workspace = join(root, 'link')
    expect(await find('r/*.json')).toEqual(['r/1.json', 'r/2.json'])
  })

  test('through links inside the workspace', async () => {
    symlinkSync('r', join(workspace, 'link'))
    symlinkSync('../a.json', join(workspace, 'r/linked.json'))
    expect(await find('link/*.json')).toEqual(['link/1.json', 'link/2.json', 'link/linked.json'])
    // `**` does not follow links to folders, which may lead in a circle.
    symlinkSync('..', join(workspace, 'r/up'))
    expect(await find('r/**/1.json')).toEqual(['r/1.json'])
  })
})

describe('what is refused', () => {
  const outside = (): string => {
    const path = join(root, 'outside')
    mkdirSync(path)
    writeFileSync(join(path, '1.json'), '{}')
    return path
  }

  test.each([
    [
      'a link that leads nowhere',
      () => symlinkSync('/nowhere', join(workspace, '1.json')),
      '`1.json` is a broken link',
    ],
    ['a link to itself', () => symlinkSync('1.json', join(workspace, '1.json')), '`1.json` is a broken link'],
    [
      'a link to a file outside of the workspace',
      () => symlinkSync(join(outside(), '1.json'), join(workspace, '1.json')),
      '`1.json` is outside the workspace',
    ],
    [
      'a link that leads back by way of the outside',
      () => {
        symlinkSync(join(outside(), '1.json'), join(root, 'outside/back'))
        symlinkSync(join(root, 'outside/back'), join(workspace, '1.json'))
      },
      '`1.json` is outside the workspace',
    ],
  ])('%s', async (_, make, says) => {
    make()
    await expect(find('*.json')).rejects.toThrow(says)
    await expect(find('**/*.json')).rejects.toThrow(says)
  })

  test.each([
    [
      'a folder that is a link to the outside',
      () => symlinkSync(outside(), join(workspace, 'r')),
      '`r/1.json` is outside',
    ],
    ['a folder that is a broken link', () => symlinkSync('/nowhere', join(workspace, 'r')), '`r` is a broken link'],
    [
      'a folder with a name that begins like that of the workspace',
      () => {
        mkdirSync(join(root, 'workspace2'))
        writeFileSync(join(root, 'workspace2/1.json'), '{}')
        symlinkSync('../workspace2', join(workspace, 'r'))
      },
      '`r/1.json` is outside',
    ],
  ])('%s', async (_, make, says) => {
    make()
    await expect(find('r/*.json')).rejects.toThrow(says)
    await expect(find('*/*.json')).rejects.toThrow(says)
  })

  test('a socket', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(workspace, '1.json'), resolve))
    try {
      await expect(find('*.json')).rejects.toThrow('`1.json` is not a file')
    } finally {
      server.close()
    }
  })

  test('no workspace', async () => {
    workspace = join(root, 'nowhere')
    await expect(find('*.json')).rejects.toThrow('the workspace cannot be read')
  })

  test('more files than a matrix has jobs, but not more folders', async () => {
    for (let n = 0; n <= 1000; n += 1) mkdirSync(join(workspace, `${n}.json`))
    expect(await find('*.json')).toEqual([])
    write(...Array.from({ length: 1001 }, (_, n) => `r/${n}.json`))
    await expect(find('r/*.json')).rejects.toThrow('matches more than 1000 files')
  })
})

test('a search ends when the run does', async () => {
  write('1.json')
  const end = new Error('the end')
  await expect(find('*.json', () => Promise.reject(end))).rejects.toBe(end)
})
