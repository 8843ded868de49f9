import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { yamlBlocks } from '../scripts/yaml-blocks.ts'
import { VERSION } from '../src/atlas/version.ts'
import { Checkpoint } from '../src/domain/checkpoint.ts'
import { CONDITIONS } from '../src/domain/conditions.ts'
import { MODES } from '../src/domain/modes.ts'
import { PROVIDER_LIST } from '../src/domain/providers.ts'
import { readConfigFile } from '../src/input/config-file/read-config-file.ts'
import { InputErrors } from '../src/input/errors.ts'
import { readInputs } from '../src/input/read-inputs.ts'
import { Secrets } from '../src/sanitize/secrets.ts'
import { RULES } from './fake-atlas/encryption.ts'

interface Manifest {
  readonly description: string
  readonly inputs: Record<string, { description: string; default?: unknown; required?: unknown }>
  readonly outputs: Record<string, { description: string; value?: unknown }>
  readonly runs: unknown
  readonly branding: { icon: string; color: string }
}

/** The part of config.schema.json that lists conditions. */
interface ConfigSchema {
  readonly properties: {
    readonly projects: { readonly items: { readonly properties: { readonly require: { items: { enum: string[] } } } } }
  }
}

const manifest = parse(readFileSync('action.yml', 'utf8')) as Manifest
const readme = readFileSync('README.md', 'utf8')
const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }))

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string)
const isMode = (word: string): boolean => (MODES as readonly string[]).includes(word)

describe('action.yml, code and README agree:', () => {
  const fieldInputs = PROVIDER_LIST.flatMap(({ fields, roleName }) => [...fields, roleName].map(({ input }) => input))

  test('every field of the provider table is an input, and every input of a provider is in the table', () => {
    const declared = Object.keys(manifest.inputs).filter((name) => /^(aws|azure|gcp)-/.test(name))
    expect(declared.sort()).toEqual([...fieldInputs].sort())
  })

  test.each(PROVIDER_LIST)('inputs of $name are named after the fields', ({ name, fields }) => {
    const kebab = (text: string): string => text.replace(/ID$/, 'Id').replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
    for (const field of fields) {
      expect(field.input).toBe(field.name === 'azureEnvironment' ? 'azure-environment' : `${name}-${kebab(field.name)}`)
    }
  })

  test('the code reads every input, and none that is not declared', () => {
    const read = new Set<string>()
    const input = (name: string): string => {
      read.add(name)
      // Values with which the code goes on to read the other inputs.
      return { provider: 'aws', fields: 'region: us-east-1', mode: 'apply' }[name] ?? ''
    }
    const hooks = { onReportSettings: () => undefined, startTimeout: () => new AbortController().signal }
    return readInputs({ input, env: {}, secrets: new Secrets(() => undefined) }, hooks)
      .catch(() => undefined)
      .then(() => expect([...read].sort()).toEqual(Object.keys(manifest.inputs).sort()))
  })

  test('outputs are those that the code writes', () => {
    const declared = /export type OutputName =([\s\S]*?)\n\n/.exec(
      sources.find(({ name }) => name === 'report/outputs.ts')?.text ?? '',
    )?.[1]
    const written = [...(declared ?? '').matchAll(/'([a-z-]+)'/g)].map(([, name]) => name as string)
    expect(written.sort()).toEqual(Object.keys(manifest.outputs).sort())
  })

  test('defaults are texts, and only for inputs whose default depends on nothing else', () => {
    const defaults = Object.fromEntries(
      Object.entries(manifest.inputs).flatMap(([name, input]) =>
        input.default === undefined ? [] : [[name, input.default]],
      ),
    )
    expect(defaults).toEqual({
      'api-version': 'v2',
      envelope: 'false',
      pretty: 'false',
      mode: 'apply',
      'propagation-timeout': '180',
      'fail-on-invalid': 'true',
      'fail-on-drift': 'true',
      retries: '5',
      concurrency: '8',
      summary: 'true',
      'github-token': `\${{ github.token }}`,
      issue: 'false',
      comment: 'false',
      'export-file': 'atlas-encryption-at-rest.yml',
    })
  })

  test('no input is marked as required, since the runner does not check that and the error of the action says more', () => {
    expect(Object.values(manifest.inputs).filter(({ required }) => required !== undefined)).toEqual([])
  })

  test.each([...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)])('the README describes %s', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })

  test('the input `require` names the conditions of the code, and no other', () => {
    const named = inBackticks(manifest.inputs.require?.description ?? '').filter((word) => !isMode(word))
    expect(named.sort()).toEqual([...CONDITIONS].sort())
  })

  test.each(CONDITIONS)('the README has a row for the condition %s', (condition) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${condition}\` \\|`, 'm'))
  })

  test('the schema of the config file has the conditions of the code', () => {
    const { properties } = JSON.parse(readFileSync('config.schema.json', 'utf8')) as ConfigSchema
    expect(properties.projects.items.properties.require.items.enum).toEqual([...CONDITIONS])
  })

  test('the input `mode` names the modes of the code, and no other', () => {
    expect(inBackticks(manifest.inputs.mode?.description ?? '').sort()).toEqual([...MODES, 'merge'].sort())
  })

  test.each([...MODES, 'merge'])('the README has a row for the mode %s', (mode) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${mode}\` `, 'm'))
  })

  test('the fake Atlas, written from the documentation, has the same fields', () => {
    for (const { atlasObject, fields } of PROVIDER_LIST)
      expect(Object.keys(RULES[atlasObject].fields).sort()).toEqual(fields.map(({ name }) => name).sort())
  })

  test('the description is short enough for GitHub Marketplace', () =>
    expect(manifest.description.length).toBeLessThan(125))

  test('the action runs on Node.js 24 and has an icon', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(manifest.branding).toEqual({ icon: 'lock', color: 'green' })
  })
})

describe('what README and examples show', () => {
  const blocks = yamlBlocks().map(({ text }) => text)
  const workflows = ['examples', '.github/workflows'].flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
  )

  test('every input that is given to the action exists', () => {
    const uses = [...blocks, ...workflows].flatMap((text) => stepsIn(parse(text)))
    expect(uses.length).toBeGreaterThan(25)
    for (const { with: given = {} } of uses) {
      expect(Object.keys(given).filter((name) => !(name in manifest.inputs))).toEqual([])
    }
  })

  test.each(['apply', 'plan', 'verify', 'drift'] as const)('the config file is right in %s', async (mode) => {
    const file = blocks.find((text) => text.includes('\nversion: 1\n')) as string
    const workspace = mkdtempSync(join(tmpdir(), 'readme-'))
    try {
      writeFileSync(join(workspace, 'atlas.yml'), file)
      const errors = new InputErrors()
      const { projects } = await readConfigFile(mode, {
        input: () => 'atlas.yml',
        env: { GITHUB_WORKSPACE: workspace, AZURE_SECRET: 'some-secret' },
        secrets: new Secrets(() => undefined),
        errors,
        checkpoint: new Checkpoint(new AbortController().signal),
      })
      errors.throwIfAny()
      expect(projects.map(({ providers }) => providers.map(({ provider }) => provider))).toEqual([
        ['aws'],
        ['azure'],
        ['gcp'],
      ])
    } finally {
      rmSync(workspace, { recursive: true })
    }
  })
})

describe('links between the pages', () => {
  const pages = [...readdirSync('.'), ...readdirSync('docs').map((name) => join('docs', name))].filter((name) =>
    name.endsWith('.md'),
  )
  const withoutCode = (page: string): string =>
    readFileSync(page, 'utf8')
      .replace(/^ *```[\s\S]*?^ *```/gm, '')
      .replace(/`[^`\n]*`/g, (text) => text.replaceAll(/[[\]()]/g, ''))
  const anchorsOf = (page: string): string[] =>
    [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      (title as string)
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )

  test.each(pages)('of %s lead somewhere', (page) => {
    for (const [, target] of withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      const [path = '', anchor] = (target as string).split('#')
      if (/^https?:/.test(path)) continue
      const file = path === '' ? page : join(dirname(page), path)
      expect([target, existsSync(file)]).toEqual([target, true])
      if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor)
    }
  })
})

interface Step {
  readonly uses?: string
  readonly with?: Record<string, unknown>
}

/** The steps that use this action, anywhere in a workflow or a part of one. */
function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return []
  const own = node as Step
  const here =
    typeof own.uses === 'string' && (own.uses === './' || own.uses.includes('atlas-encryption-at-rest')) ? [own] : []
  return [...here, ...Object.values(node).flatMap(stepsIn)]
}

test('the user agent has the version of package.json', () => expect(VERSION).toBe(packageJson.version))

test.each(sources)('$name has at most 200 lines', ({ text }) =>
  expect(text.split('\n').length).toBeLessThanOrEqual(201),
)
