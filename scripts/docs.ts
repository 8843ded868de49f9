// Writes what is derived: the conditions of `require` in action.yml and README.md from the code, the tables of inputs and outputs in
// README.md from action.yml, and the JSON Schema of the config file from the code that reads it. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { isMap, isScalar, parseDocument } from 'yaml'
import { CONDITION_TABLE, CONDITIONS, type Condition } from '../src/domain/conditions.ts'
import { configJsonSchema } from './config-json-schema.ts'

interface Row {
  readonly name: string
  readonly description: string
  readonly fallback: string
}

interface Section {
  readonly title: string
  readonly rows: Row[]
}

const TITLES: readonly string[] = [
  'Authentication',
  'Target',
  'Behavior',
  'AWS KMS',
  'Azure Key Vault',
  'Google Cloud KMS',
  'GitHub',
]

const action = withConditions(readFileSync('action.yml', 'utf8'))
const manifest = parseDocument(action)
const inputSections = sections('inputs')
const descriptions = new Map(
  inputSections.flatMap(({ rows }) => rows.map(({ name, description }) => [name, description])),
)
const inputs = inputSections.map(({ title, rows }) => `**${title}**\n\n${inputTable(rows)}`)
const outputs = sections('outputs').map(({ rows }) => outputTable(rows))
const conditions = replaced(readFileSync('README.md', 'utf8'), 'conditions', conditionTable())
const readme = replaced(conditions, 'inputs', inputs.join('\n\n'))
const derived = {
  'action.yml': action,
  'README.md': replaced(readme, 'outputs', outputs.join('\n\n')),
  'config.schema.json': `${JSON.stringify(configJsonSchema(descriptions), null, 2)}\n`,
}

for (const [file, text] of Object.entries(derived)) {
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what it is derived from. Run: npm run docs`)
    process.exitCode = 1
  }
}

/** The entries of a mapping of action.yml, in sections that begin with a comment. */
function sections(key: string): Section[] {
  const map = manifest.get(key)
  if (!isMap(map)) throw new Error(`action.yml has no ${key}`)
  const found: Section[] = []
  let comment = map.commentBefore ?? ''
  for (const { key: name, value } of map.items) {
    if (!isScalar(name) || !isMap(value)) throw new Error(`action.yml: ${key} has an unexpected form`)
    comment = (name.commentBefore ?? comment).trim()
    const title = TITLES.find((known) => known === comment) ?? ''
    if (found.length === 0 || comment !== '') found.push({ title, rows: [] })
    comment = ''
    const text = (property: string): string => {
      const node = value.get(property, true)
      return isScalar(node) ? String(node.value) : ''
    }
    const row = { name: String(name.value), description: text('description'), fallback: text('default') }
    found.at(-1)?.rows.push(row)
  }
  return found
}

function inputTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, description, fallback }) => `| \`${name}\` | ${description} | ${fallback && `\`${fallback}\``} |`,
  )
  return ['| Input | Meaning | Default |', '| --- | --- | --- |', ...lines].join('\n')
}

function outputTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, description }) => `| \`${name}\` | ${description} |`)
  return ['| Output | Value |', '| --- | --- |', ...lines].join('\n')
}

/** The description of the input `require` ends with the list of conditions. */
function withConditions(text: string): string {
  const list = CONDITIONS.map((name) => `\`${name}\``).join(', ')
  const description = /^( {2}require:\n {4}description: ".*: )[`a-z, -]+"$/m
  if (!description.test(text)) throw new Error('action.yml has no list of conditions')
  return text.replace(description, (_, start: string) => `${start}${list}"`)
}

function conditionTable(): string {
  const row = (name: Condition): string => {
    const { meaning, role } = CONDITION_TABLE[name]
    return `| \`${name}\` | ${meaning}${role === 'Project Owner' ? '. Needs *Project Owner*' : ''} |`
  }
  return ['| Condition | Met if |', '| --- | --- |', ...CONDITIONS.map(row)].join('\n')
}

function replaced(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to === -1) throw new Error(`README.md has no markers for the ${name}`)
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
}
