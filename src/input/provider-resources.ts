import type { DesiredProvider } from '../domain/desired.ts'
import type { ProviderName } from '../domain/providers.ts'
import { PROVIDERS } from '../domain/providers.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import { InputError, parseNamed } from './errors.ts'
import type { InputContext } from './input-context.ts'
import { type InputName, inputLabel } from './input-names.ts'
import { parseClusters, parseRegions } from './parse/resources.ts'
import { parseWords } from './parse/scalars.ts'

/** What uses a provider's keys, or is used to reach them, apart from its fields. */
export type ProviderResources = Pick<DesiredProvider, 'clusters' | 'privateEndpointRegions'>

/** Reads `clusters` and `private-endpoint-regions`. */
export function readResources(provider: ProviderName, context: InputContext): ProviderResources {
  const { input, errors, secrets } = context
  const read = <Value>(name: InputName, parse: (words: readonly string[]) => Value): Value | undefined => {
    const text = input(name)
    if (text === '') return undefined
    requireVersion2(name, context)
    return errors.attempt(() => parseNamed(inputLabel(name), () => parse(parseWords(text))))
  }
  const clusters = read('clusters', (words) => parseClusters(words, secrets))
  const regions = read('private-endpoint-regions', (words) => parseRegions(words, secrets))
  if (regions !== undefined && !PROVIDERS[provider].hasPrivateEndpoints) {
    errors.attempt(() => {
      throw new InputError(noEndpointsText(inputLabel('private-endpoint-regions'), provider))
    })
  }
  return {
    ...(clusters !== undefined && { clusters }),
    ...(regions !== undefined && { privateEndpointRegions: regions }),
  }
}

/** Private endpoints take private networking, so naming regions asks for it; switching it off at the same time is an error. */
export function withPrivateNetworking(desired: DesiredProvider, refuse: () => void): DesiredProvider {
  if (desired.privateEndpointRegions === undefined || !desired.enabled) return desired
  if (desired.fields.requirePrivateNetworking === false) refuse()
  return { ...desired, fields: { ...desired.fields, requirePrivateNetworking: true } }
}

function noEndpointsText(label: SafeText, provider: ProviderName): SafeText {
  return safe`${label}: ${PROVIDERS[provider].title} has no private endpoints. Remove it.`
}

function requireVersion2(name: InputName, { input, errors }: InputContext): void {
  if (input('api-version') === 'v1.0') errors.add(safe`Input \`${name}\` needs \`api-version: v2\`.`)
}
