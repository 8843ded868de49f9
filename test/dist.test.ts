import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { productionBom } from '../scripts/sbom.ts'

const files = readdirSync('dist')
const scripts = files.filter((name) => name.endsWith('.js'))
const textOf = (name: string): string => readFileSync(join('dist', name), 'utf8')

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
