import type { DesiredProject, DesiredProvider, FieldValue } from '../../domain/desired.ts'
import { providersToVerify } from '../../domain/desired.ts'
import { MAX_NAME_LENGTH } from '../../domain/limits.ts'
import { MODE_TABLE, type Mode } from '../../domain/modes.ts'
import type { Provider } from '../../domain/providers.ts'
import { PROVIDER_LIST, PROVIDERS } from '../../domain/providers.ts'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import { findContradictions, type Wording } from '../contradictions.ts'
import { InvalidValueError } from '../errors.ts'
import { fieldWarnings } from '../field-warnings.ts'
import { givenStatics } from '../given-fields.ts'
import type { InputContext } from '../input-context.ts'
import { REFERENCE, readSecretVariable } from '../parse/document-secrets.ts'
import { parseField } from '../parse/field-formats.ts'
import { parseClusters, parseRegions } from '../parse/resources.ts'
import { type ProviderResources, withPrivateNetworking } from '../provider-resources.ts'
import { ignoredBesideDisabled } from './ignored-fields.ts'
import { findOverlap } from './overlapping-clusters.ts'
import type { FileProblems, Path } from './problems.ts'
import { withoutReplaced } from './replaced-credentials.ts'
import type { ConfigProject, Defaults, ProviderBlock } from './schema.ts'

interface Options {
  readonly mode: Mode
  readonly defaults: Defaults
  readonly problems: FileProblems
  readonly context: InputContext
}

/** The object of a provider in a project of the file, and its place. */
interface Block {
  readonly provider: Provider
  readonly own: ProviderBlock
  readonly inherited: ProviderBlock
  readonly path: Path
}

type RawResources = Pick<
  { [Key in 'clusters' | 'privateEndpointRegions']: ProviderBlock[Key] | undefined },
  'clusters' | 'privateEndpointRegions'
>

/** The projects of a config file as modes take them: with the defaults merged in. */
export class DesiredProjects {
  readonly projects: DesiredProject[] = []
  readonly #options: Options
  readonly #indices = new Map<string, number>()
  readonly #warnings = new Set<SafeText>()

  constructor(options: Options) {
    this.#options = options
  }

  /** What is doubtful, each once: in a file of hundreds of projects a mistake is often in all of them. */
  get warnings(): readonly SafeText[] {
    return [...this.#warnings]
  }

  /** @param path of the project in the file */
  add(project: ConfigProject, path: Path): void {
    const { mode, defaults, problems, context } = this.#options
    const { comparesFields, needsProvider } = MODE_TABLE[mode]
    this.#requireNew(project.id, path)
    const providers = PROVIDER_LIST.flatMap((provider) => {
      const { atlasObject } = provider
      const own = project[atlasObject]
      if (own === undefined) return []
      return [this.#merge({ provider, own, inherited: defaults[atlasObject] ?? {}, path: [...path, atlasObject] })]
    })
    if (providers.length === 0 && needsProvider) {
      problems.add(
        path,
        safe`the project names no provider (\`awsKms\`, \`azureKeyVault\`, \`googleCloudKms\`), which only \`mode: verify\` allows.`,
      )
    }
    if (comparesFields) this.#requireOneProviderEach(providers, path)
    const { enabledForSearchNodes } = project
    this.projects.push({
      id: project.id,
      name: project.name === undefined ? null : context.secrets.sanitize(project.name, MAX_NAME_LENGTH),
      fromFile: true,
      require: [...new Set(project.require ?? [])],
      providers: comparesFields ? providers : providersToVerify(providers),
      ...(enabledForSearchNodes !== undefined && { enabledForSearchNodes }),
    })
  }

  #requireOneProviderEach(providers: readonly DesiredProvider[], path: Path): void {
    const overlap = findOverlap(providers)
    if (overlap === undefined) return
    const { cluster, provider, other } = overlap
    const shown = this.#options.context.secrets.sanitize(cluster)
    this.#options.problems.add(
      [...path, PROVIDERS[provider].atlasObject, 'clusters'],
      safe`\`clusters\`: \`${shown}\` overlaps with the clusters of \`${PROVIDERS[other].atlasObject}\`; a cluster uses one key.`,
    )
  }

  #requireNew(id: string, path: Path): void {
    const first = this.#indices.get(id)
    if (first === undefined) this.#indices.set(id, Number(path.at(-1)))
    else {
      const project = safe`project ${this.#options.context.secrets.sanitize(id)}`
      const sentence = safe`\`id\`: ${project} is already in the file, as number ${first + 1}.`
      this.#options.problems.add([...path, 'id'], sentence)
    }
  }

  #merge(block: Block): DesiredProvider {
    const { provider, own, inherited, path } = block
    const merged = { ...withoutReplaced(provider, own, inherited), ...own }
    const { enabled = true, clusters, privateEndpointRegions, [provider.roleName.name]: roleName, ...given } = merged
    const resources = this.#resources(block, { clusters, privateEndpointRegions })
    if (enabled === false) {
      for (const warning of ignoredBesideDisabled(provider, own)) this.#warnings.add(warning)
      return { provider: provider.name, enabled: false, fields: {}, ...resources }
    }
    const ways = [given.roleId, roleName, givenStatics(provider, given)[0]].filter((way) => way !== undefined)
    if (ways.length > 1) {
      this.#options.problems.add(
        path,
        safe`\`${provider.atlasObject}\` must have only one way to authenticate: \`roleId\`, \`${provider.roleName.name}\` or static credentials.`,
      )
    }
    const fields = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, this.#withSecret(block, name, value)]),
    )
    const { accessKeyID } = fields
    if (typeof accessKeyID === 'string') this.#options.context.secrets.abbreviate(accessKeyID)
    const all = { provider: provider.name, enabled: true, fields, ...resources }
    const desired = withPrivateNetworking({ ...all, ...(typeof roleName === 'string' && { roleName }) }, () => {
      this.#options.problems.add(
        placeOf(block, 'requirePrivateNetworking'),
        safe`\`requirePrivateNetworking: false\` contradicts \`privateEndpointRegions\`, which needs private networking.`,
      )
    })
    if (MODE_TABLE[this.#options.mode].comparesFields) this.#check(desired, block)
    return desired
  }

  /** What uses the provider's keys. */
  #resources(block: Block, { clusters, privateEndpointRegions }: RawResources): ProviderResources {
    const { problems, context } = this.#options
    const read = <Value>(name: keyof RawResources, parse: () => Value): Value | undefined => {
      const label = safe`\`${name}\``
      if (context.input('api-version') === 'v1.0') {
        problems.add(placeOf(block, name), safe`${label} needs \`api-version: v2\`.`)
      }
      try {
        return parse()
      } catch (error) {
        if (!(error instanceof InvalidValueError)) throw error
        problems.add(placeOf(block, name), safe`${label} ${error.message}.`)
        return undefined
      }
    }
    const named = clusters === 'all' ? ['all'] : clusters
    const targets = named && read('clusters', () => parseClusters(named, context.secrets))
    const regions =
      privateEndpointRegions &&
      read('privateEndpointRegions', () => parseRegions(privateEndpointRegions, context.secrets))
    return { ...(targets && { clusters: targets }), ...(regions && { privateEndpointRegions: regions }) }
  }

  #check(desired: DesiredProvider, block: Block): void {
    const wording: Wording = {
      label: (field) => safe`\`${field}\``,
      quote: (value) => this.#options.context.secrets.sanitize(value, 200),
    }
    for (const { field, problem } of findContradictions(desired, wording))
      this.#options.problems.add(placeOf(block, field), safe`${problem}.`)
    for (const warning of fieldWarnings(desired, wording)) this.#warnings.add(warning)
  }

  /** Only `apply` reads secrets; elsewhere the reference stands for the value, which is never shown. */
  #withSecret(block: Block, name: string, value: FieldValue): FieldValue {
    const { mode, problems, context } = this.#options
    const field = block.provider.fields.find((candidate) => candidate.name === name)
    const variable = field?.secret && REFERENCE.exec(String(value))?.[1]
    if (field === undefined || !variable || !MODE_TABLE[mode].changesAtlas) return value
    const secret = readSecretVariable(variable, context.env)
    try {
      if (secret === '') {
        throw new InvalidValueError(safe`is not set or empty: set it in the \`env\` of the step, from a secret`)
      }
      return parseField(field, secret)
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error
      const label = safe`the environment variable \`${context.secrets.sanitize(variable, 200)}\``
      problems.add(placeOf(block, name), safe`${label} ${error.message}.`)
      return value
    }
  }
}

/** Where a field stands: in the project's own object, or in the defaults. */
function placeOf({ provider, own, path }: Block, field: string): Path {
  return Object.hasOwn(own, field) ? [...path, field] : ['defaults', provider.atlasObject, field]
}
