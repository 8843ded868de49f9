import type { Provider } from '../../domain/providers.ts'
import { PROVIDER_LIST } from '../../domain/providers.ts'
import { joinSafe, type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { Secrets } from '../../sanitize/secrets.ts'
import { describeKey } from '../parse/keys.ts'
import { similarName } from '../parse/similar-name.ts'

/** The keys of the file itself. */
export const FILE_KEYS = ['$schema', 'version', 'defaults', 'projects'] as const

/** The keys of a project; the objects of the providers are apart. */
const PROJECT_KEYS = ['id', 'name', 'enabledForSearchNodes', 'require'] as const

/** Keys that are likely to be tried, and what to say of them. */
const NOT_TAKEN: ReadonlyMap<string, SafeText> = new Map([['valid', safe`Atlas sets it`]])

/** Keys whose value is written without quotes. */
export const BARE_KEYS: ReadonlySet<string> = new Set([
  'version',
  'enabled',
  'enabledForSearchNodes',
  ...PROVIDER_LIST.flatMap(({ fields }) => fields.filter(({ format }) => format === 'boolean').map(({ name }) => name)),
])

/**
 * What is wrong with a key that is not known.
 *
 * @param path of the mapping that it is in
 */
export function unknownKey(key: string, path: readonly PropertyKey[], secrets: Secrets): SafeText {
  return safe`${describeKey(key, secrets)} is not known; ${advice(key, path)}`
}

function advice(key: string, path: readonly PropertyKey[]): SafeText {
  const { known, list } = knownKeys(path)
  const reason = NOT_TAKEN.get(key)
  if (reason !== undefined) return safe`${reason}.`
  const similar = similarName(key, known)
  return similar === undefined ? safe`known are ${list}.` : safe`did you mean \`${similar}\`?`
}

/** The keys that are known where a path of the file leads to, and a list of them for messages. */
function knownKeys(path: readonly PropertyKey[]) {
  const objects = PROVIDER_LIST.map(({ atlasObject }) => atlasObject)
  const last = path.at(-1)
  if (last === undefined) return listed(FILE_KEYS)
  if (last === 'defaults') return listed(objects)
  const provider = PROVIDER_LIST.find(({ atlasObject }) => atlasObject === last)
  return provider === undefined ? listed([...PROJECT_KEYS, ...objects]) : listed(providerKeys(provider))
}

function providerKeys({ fields, roleName, hasPrivateEndpoints }: Provider) {
  return [
    'enabled' as const,
    ...fields.map((field) => field.name),
    roleName.name,
    'clusters' as const,
    ...(hasPrivateEndpoints ? (['privateEndpointRegions'] as const) : []),
  ]
}

type KnownKey =
  | (typeof FILE_KEYS)[number]
  | (typeof PROJECT_KEYS)[number]
  | Provider['atlasObject']
  | ReturnType<typeof providerKeys>[number]

function listed(known: readonly KnownKey[]): { readonly known: readonly KnownKey[]; readonly list: SafeText } {
  const quoted = known.map((key) => safe`\`${key}\``)
  return { known, list: joinSafe(quoted, safe`, `) }
}
