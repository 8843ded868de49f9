import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Contents } from '../scripts/bundle/chunk-names.ts'
import { chunkNames } from '../scripts/bundle/chunk-names.ts'
import { minifyModules } from '../scripts/bundle/minify.ts'
import { fasterToStart } from '../scripts/bundle/startup.ts'
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

  test('are all loaded from index.js, directly or not, and it loads no other', () => {
    const reached = new Set(['index.js'])
    for (const name of reached) for (const loaded of loads(name)) reached.add(loaded)
    expect([...reached].sort()).toEqual(scripts.sort())
    expect(scripts.length).toBeGreaterThan(8)
  })

  test.each(scripts.filter((name) => name !== 'index.js'))('%s has its name as its id', (name) => {
    const [, id, ids] = /^export const id = (.*);\nexport const ids = (.*);\n/.exec(textOf(name)) ?? []
    expect(`${JSON.parse(id as string)}.js`).toBe(name)
    const included = (JSON.parse(ids as string) as string[]).map((other) => `${other}.js`)
    expect(included).toContain(name)
    expect(scripts).toEqual(expect.arrayContaining(included))
  })

  test.each(scripts)('%s is ASCII, and asks Node.js itself for its modules', (name) => {
    expect(textOf(name)).toMatch(/^[\0-\x7f]+$/)
    expect(textOf(name)).not.toContain('createRequire')
  })
})

describe('a file that starts faster', () => {
  const IMPORT = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n'
  const importOf = (name: string): string => `__WEBPACK_EXTERNAL_createRequire(import.meta.url)("${name}")`

  test('means the same', () => {
    const file = `${IMPORT}const [a, b] = [${importOf('fs')}, ${importOf('node:fs/promises')}];\nconst c = '…😀';\n`
    expect(fasterToStart(file)).toBe(
      'const [a, b] = [process.getBuiltinModule("fs"), process.getBuiltinModule("node:fs/promises")];\n' +
        "const c = '\\u2026\\ud83d\\ude00';\n",
    )
    expect(fasterToStart("const c = 'c'\n")).toBe("const c = 'c'\n")
  })

  test('is refused if it imports in a way that is not known', () => {
    expect(() => fasterToStart(`${IMPORT}const a = __WEBPACK_EXTERNAL_createRequire(b)`)).toThrow('in a new way')
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

  test('has every dependency of this project', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    expect(licensed).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  })

  test('has every package that a comment of the bundler names', () => {
    const mentioned = scripts.flatMap((name) =>
      [...textOf(name).matchAll(/ MODULE: \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g)].map(([, of]) => of as string),
    )
    expect(mentioned.length).toBeGreaterThan(licensed.length)
    expect(licensed).toEqual(expect.arrayContaining(mentioned))
  })

  test('has only packages of the bill of materials, which has no development tool', () => {
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

  test('is the given one, or that of the file that an import() names', () => {
    expect(
      names({ given: 'atlas', requested: '/x/build/run.js' }, { requested: '/x/build/input/config-file.js' }),
    ).toEqual(['atlas', 'config-file'])
  })

  test('is that of the largest part if several chunks share it', () => {
    const files = [of('@octokit/core/index.js'), of('@octokit/request/index.js'), of('tunnel/lib/tunnel.js', 150)]
    expect(names({ files }, { files: [own('input/yaml.js'), own('text/index.js', 200)] })).toEqual(['octokit', 'text'])
  })

  test('has what is imported of a package if two chunks hold a part of it', () => {
    const whole = of('undici/index.js')
    const client = of('undici/lib/client.js')
    const inner = of('undici/lib/agent.js', 500)
    expect(names({ files: [inner, whole], imported: [whole] }, { files: [client], imported: [client] })).toEqual([
      'undici',
      'undici-client',
    ])
    expect(names({ files: [inner] }, { files: [client] })).toEqual(['undici-agent', 'undici-client'])
  })

  test('is neither a number nor the name of another chunk, else the build fails with the content of the chunk', () => {
    expect(() => names({ requested: '/x/build/7.js' })).toThrow('cannot be called "7"')
    expect(() => names({})).toThrow('cannot be called ""')
    const files = [own('b/text.js')]
    expect(() => names({ requested: '/x/build/a/text.js' }, { requested: '/x/build/b/text.js', files })).toThrow(
      /cannot be called "text".*webpackChunkName.*holds:\n {2}\/x\/build\/b\/text\.js$/s,
    )
    expect(() => names({ given: 'index' }, { requested: '/x/build/a/index/index.js' })).toThrow(
      'cannot be called "index"',
    )
  })

  test('is longer for a package that has the same name as a file of this project', () => {
    const files = [of('yaml/dist/index.js')]
    expect(names({ requested: '/x/build/yaml.js' }, { files })).toEqual(['yaml', 'yaml-dist'])
  })
})

describe('a chunk of packages', () => {
  const chunk = (code: string): string => `export const id = "a";
export const modules = {

/***/ 12:
/***/ ((module) => {

${code}

/***/ }),

/***/ 34:
/***/ ((module, exports, require) => {

module.exports = '…' // a comment

/***/ })

};
`

  test('is minified function by function, each in parentheses and with its names', async () => {
    const minified = await minifyModules(chunk('module.exports = function named() { return 1 + 1 }'))
    expect(minified).toBe(`export const id = "a";
export const modules = {

/***/ 12:
(n=>{n.exports=function named(){return 2}}),

/***/ 34:
((x,e,o)=>{x.exports="\\u2026"})

};
`)
  })

  test('is refused if it is not what webpack writes', async () => {
    await expect(minifyModules('export const id = "a"')).rejects.toThrow('no module found in a chunk')
    await expect(minifyModules(chunk('module.exports = {'))).rejects.toThrow('Unexpected token')
  })

  test.each(['undici-client.js', 'octokit.js', 'yaml.js', 'zod.js'])('%s is minified', (name) => {
    expect(textOf(name)).not.toMatch(/^\/\/ [a-z]/m)
  })

  test('of this project stays as it was written', () => {
    expect(textOf('atlas.js')).toMatch(/^ {4}\/\/ [A-Z]/m)
  })
})
