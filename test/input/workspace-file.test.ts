import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readWorkspaceFile } from '../../src/input/workspace-file.ts'
import { Secrets } from '../../src/sanitize/secrets.ts'

let root: string
let workspace: string

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
  workspace = join(root, 'work')
  mkdirSync(join(workspace, 'sub'), { recursive: true })
  writeFileSync(join(workspace, 'atlas.yml'), 'inside')
  writeFileSync(join(workspace, 'sub', 'a*b\\c.yml'), 'odd')
  writeFileSync(join(root, 'outside.yml'), 'outside')
  mkdirSync(join(root, 'work-too'))
  writeFileSync(join(root, 'work-too', 'x.yml'), 'outside')
  symlinkSync(join(root, 'outside.yml'), join(workspace, 'out.yml'))
  symlinkSync(join(workspace, 'atlas.yml'), join(workspace, 'in.yml'))
  symlinkSync(join(root, 'gone.yml'), join(workspace, 'broken.yml'))
  symlinkSync(workspace, join(root, 'link'))
  writeFileSync(join(workspace, 'large.yml'), '')
  truncateSync(join(workspace, 'large.yml'), 3 * 1024 * 1024 + 1)
  writeFileSync(join(workspace, 'unreadable.yml'), 'inside')
  chmodSync(join(workspace, 'unreadable.yml'), 0)
})
afterAll(() => rmSync(root, { recursive: true }))

const secrets = new Secrets(() => undefined)
secrets.protect('hunter2hunter2')

function read(path: string, maxBytes = 100, folder = workspace): string {
  const sources = { input: () => path, env: { GITHUB_WORKSPACE: folder }, secrets }
  return readWorkspaceFile('config-file', sources, maxBytes)
}

function messageOf(path: string, maxBytes?: number, folder?: string): string {
  try {
    return `read: ${read(path, maxBytes, folder)}`
  } catch (error) {
    return (error as Error).message.replaceAll(root, 'ROOT')
  }
}

describe('what is read', () => {
  test.each(['atlas.yml', './atlas.yml', 'sub/../atlas.yml', '../work/atlas.yml', 'in.yml'])('%s', (path) =>
    expect(read(path)).toBe('inside'),
  )

  test('an absolute path inside the workspace, by its name or by a link', () => {
    expect(read(join(workspace, 'atlas.yml'))).toBe('inside')
    expect(read(join(root, 'link', 'atlas.yml'))).toBe('inside')
    expect(read('atlas.yml', 100, join(root, 'link'))).toBe('inside')
    expect(read(join(workspace, 'atlas.yml'), 100, join(root, 'link'))).toBe('inside')
  })

  test('a name with a star and a backslash, if there is one', () => expect(read('sub/a*b\\c.yml')).toBe('odd'))

  test('as many bytes as are allowed', () => {
    expect(messageOf('atlas.yml', 6)).toBe('read: inside')
    expect(messageOf('atlas.yml', 5)).toMatch(/is larger than .* MiB, the maximum\.$/)
    expect(messageOf('large.yml', 3 * 1024 * 1024)).toBe('Input `config-file` is larger than 3 MiB, the maximum.')
  })

  test('only what can be read', () => {
    // The superuser may read any file, but not the memory of a process from its beginning.
    const [path, folder] = process.platform === 'linux' ? ['mem', '/proc/self'] : ['unreadable.yml', workspace]
    expect(messageOf(path, 100, folder)).toBe('Input `config-file` cannot be read; check its permissions.')
  })
})

describe('what is not there', () => {
  test('is named with the path that was tried', () =>
    expect(messageOf('envs/prod.yml')).toBe(
      'Input `config-file`: there is no file `ROOT/work/envs/prod.yml`; correct the path, or add `actions/checkout` before this step if it is missing.',
    ))

  test('with a backslash, says that', () =>
    expect(messageOf('infra\\atlas.yml')).toBe(
      'Input `config-file`: there is no file `ROOT/work/infra\\atlas.yml`; use `/` instead of the backslash in the path.',
    ))

  test.each(['envs/*.yml', 'envs/prod.y?l'])('with a star or a question mark, says that: %s', (path) =>
    expect(messageOf(path)).toMatch(/it must be the path of one file, not a pattern with `\*` or `\?`\.$/),
  )

  test('in a folder that is not there either', () =>
    expect(() => read('x', 100, join(root, 'nowhere'))).toThrow(/there is no file `.*\/nowhere\/x`/))

  test('behind a broken link', () =>
    expect(messageOf('broken.yml')).toMatch(/there is no file `ROOT\/work\/broken\.yml`/))

  test('is shown without secrets and commands', () =>
    expect(messageOf('hunter2hunter2/##[x]\u0000.yml')).toMatch(
      /there is no file `ROOT\/work\/\*\*\*\/# #\[x\] \.yml`/,
    ))
})

describe('what lies outside', () => {
  const outside =
    /^Input `config-file`: `.*` is outside the workspace `ROOT\/work`\. In a container, `github\.workspace` is the path on the host: use a path relative to the workspace\.$/

  test.each(['/etc/passwd', '/home/runner/work/app/app/atlas.yml', '/'])('by an absolute path: %s', (path) =>
    expect(messageOf(path)).toMatch(outside),
  )

  test('by an absolute path, if there is no workspace', () =>
    expect(messageOf(join(root, 'outside.yml'), 100, join(root, 'nowhere'))).toMatch(
      /^Input `config-file`: `ROOT\/outside\.yml` is outside the workspace `ROOT\/nowhere`\./,
    ))

  test('by an absolute path that begins alike', () =>
    expect(messageOf(join(root, 'work-too', 'x.yml'))).toMatch(outside))

  test.each(['../outside.yml', '..', '../nowhere.yml', 'out.yml', '../work-too/x.yml'])('by %s', (path) =>
    expect(messageOf(path)).toBe('Input `config-file` must be inside the workspace, even after links are resolved.'),
  )
})

test.each(['.', 'sub'])('%s is not a file', (path) =>
  expect(messageOf(path)).toBe('Input `config-file` is not a file.'),
)
