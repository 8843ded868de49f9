import { safe } from '../sanitize/safe-text.ts'
import { lastFour, type Secrets } from '../sanitize/secrets.ts'
import type { Comparison } from './compare.ts'
import type { FieldValue } from './desired.ts'
import type { Patch } from './patch.ts'
import type { ProviderName } from './providers.ts'
import { fieldOf, PROVIDER_LIST } from './providers.ts'
import type { Reported, ReportedProvider, ShownValue } from './reported.ts'

/** Values of fields as they may be shown: no secret, and of an access key id its last four characters. */
export class FieldRedactor {
  readonly #secrets: Pick<Secrets, 'redact'>

  constructor(secrets: Pick<Secrets, 'redact'>) {
    this.#secrets = secrets
  }

  comparison(comparison: Comparison): Comparison<ShownValue> {
    const { provider, field, expected, actual } = comparison
    return {
      ...comparison,
      expected: this.#value(provider, field, expected),
      actual: actual === null ? null : this.#value(provider, field, actual),
    }
  }

  /** The body of a PATCH. */
  patch(patch: Patch): Patch<ShownValue> {
    const { enabledForSearchNodes } = patch
    const shown: Patch<ShownValue> = enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes }
    for (const { name, atlasObject } of PROVIDER_LIST) {
      const fields = patch[atlasObject]
      if (fields === undefined) continue
      const values = Object.entries(fields).map(([field, value]) => [field, this.#value(name, field, value)] as const)
      shown[atlasObject] = Object.fromEntries(values)
    }
    return shown
  }

  /** Atlas's document. */
  configuration(reported: Reported): Reported<ShownValue> {
    const blocks = PROVIDER_LIST.flatMap(({ name, atlasObject }) => {
      const block = reported[atlasObject]
      return block === undefined ? [] : [[atlasObject, block && this.#block(name, block)] as const]
    })
    return { ...Object.fromEntries(blocks), enabledForSearchNodes: reported.enabledForSearchNodes }
  }

  #block(provider: ProviderName, block: ReportedProvider): ReportedProvider<ShownValue> {
    return Object.fromEntries(
      Object.entries(block).map(([field, value]) => [
        field,
        value == null ? value : this.#value(provider, field, value),
      ]),
    )
  }

  #value(provider: ProviderName | null, name: string, value: FieldValue): ShownValue {
    if (typeof value !== 'string') return value
    const field = provider === null ? undefined : fieldOf(provider, name)
    if (field?.secret) return safe`***`
    return this.#secrets.redact(field?.format === 'access-key-id' ? lastFour(value) : value)
  }
}
