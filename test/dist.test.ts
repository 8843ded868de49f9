import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Contents } from '../scripts/bundle/chunk-names.ts'
import { chunkNames } from '../scripts/bundle/chunk-names.ts'
import { productionBom } from '../scripts/sbom.ts'

const files = readdirSync('dist')
const scripts = files.filter((name) => name.endsWith('.js'))
const textOf = (name: string): string => readFileSync(join('dist', name), 'utf8')

describe('the scripts of dist/', () => {
  const loads = (name: string): string[] =>
    [...textOf(name).matchAll(/__(?:nccwpck|webpack)_require__\.e\(([^)]*)\)/g)].map(
      ([, id]) => `${JSON.parse(id as string)}.js`,
    )

  test('have names, not numbers', () => {
    expect(files.filter((name) => !/^[a-z][a-z-]*\.(js|json|txt)$/.test(name))).toEqual([])
  })

  test('can all be reached from index.js, and nothing else is asked for', () => {
    const reached = new Set(['index.js'])
    for (const name of reached) for (const loaded of loads(name)) reached.add(loaded)
    expect([...reached].sort()).toEqual(scripts.sort())
    expect(scripts.length).toBeGreaterThan(8)
  })

  test.each(scripts.filter((name) => name !== 'index.js'))('%s knows itself by its name', (name) => {
    const [, id, ids] = /^export const id = (.*);\nexport const ids = (.*);\n/.exec(textOf(name)) ?? []
    expect(`${JSON.parse(id as string)}.js`).toBe(name)
    const included = (JSON.parse(ids as string) as string[]).map((other) => `${other}.js`)
    expect(included).toContain(name)
    expect(scripts).toEqual(expect.arrayContaining(included))
  })
})

describe('licenses.txt', () => {
  const licensed = [...textOf('licenses.txt').matchAll(/^(@?[a-z][a-z0-9./-]*) \d\S* \(.+\)$/gm)].map(
    ([, name]) => name as string,
  )

  test('is the only one, with each package once and in order', () => {
    expect(files.filter((name) => name.includes('license'))).toEqual(['licenses.txt'])
    expect(licensed).toEqual([...new Set(licensed)].sort())
    expect(licensed.length).toBeGreaterThan(15)
  })

  test('has every package that this project asks for', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    expect(licensed).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  })

  test('has every package that a comment of the bundler mentions', () => {
    const mentioned = scripts.flatMap((name) =>
      [...textOf(name).matchAll(/ MODULE: \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g)].map(([, of]) => of as string),
    )
    expect(mentioned.length).toBeGreaterThan(licensed.length)
    expect(licensed).toEqual(expect.arrayContaining(mentioned))
  })

  test('has no package that the bill of materials has not, which has no tool', () => {
    const names = new Set(productionBom().components.map(({ name }) => name))
    expect(licensed.filter((name) => !names.has(name))).toEqual([])
    expect(names).not.toContain('jest')
  })
})

describe('the name of a chunk', () => {
  const own = (path: string, size = 100): Contents['files'][number] => ({ path: `/x/build/${path}`, size })
  const of = (path: string, size = 100): Contents['files'][number] => ({ path: `/x/node_modules/${path}`, size })
  const names = (...chunks: Partial<Contents>[]): string[] =>
    chunkNames(chunks.map((chunk) => ({ files: [], imported: [], ...chunk })))

  test('is the one that was given, or that of the file which was asked for', () => {
    expect(names({ given: 'atlas', asked: '/x/build/run.js' }, { asked: '/x/build/input/config-file.js' })).toEqual([
      'atlas',
      'config-file',
    ])
  })

  test('tells what most of it is where several share it', () => {
    const files = [of('@octokit/core/index.js'), of('@octokit/request/index.js'), of('tunnel/lib/tunnel.js', 150)]
    expect(names({ files }, { files: [own('input/yaml.js'), own('text/index.js', 200)] })).toEqual(['octokit', 'text'])
  })

  test('tells parts of a package apart by what is imported of it', () => {
    const whole = of('undici/index.js')
    const client = of('undici/lib/client.js')
    const inner = of('undici/lib/agent.js', 500)
    expect(names({ files: [inner, whole], imported: [whole] }, { files: [client], imported: [client] })).toEqual([
      'undici',
      'undici-client',
    ])
    expect(names({ files: [inner] }, { files: [client] })).toEqual(['undici-agent', 'undici-client'])
  })

  test('is neither a number nor that of another chunk: the build fails, and tells what the chunk holds', () => {
    expect(() => names({ asked: '/x/build/7.js' })).toThrow('cannot be called "7"')
    expect(() => names({})).toThrow('cannot be called ""')
    const files = [own('b/tell.js')]
    expect(() => names({ asked: '/x/build/a/tell.js' }, { asked: '/x/build/b/tell.js', files })).toThrow(
      /cannot be called "tell".*webpackChunkName.*holds:\n {2}\/x\/build\/b\/tell\.js$/s,
    )
    expect(() => names({ given: 'index' }, { asked: '/x/build/a/index/index.js' })).toThrow('cannot be called "index"')
  })

  test('a package gives way to a file of this project that is called the same', () => {
    const files = [of('yaml/dist/index.js')]
    expect(names({ asked: '/x/build/yaml.js' }, { files })).toEqual(['yaml', 'yaml-dist'])
  })
})
