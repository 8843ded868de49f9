import type { DesiredProvider } from '../domain/desired.ts'
import { isKnownRegion } from '../domain/regions.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { Wording } from './contradictions.ts'

/** What is doubtful about the fields of a provider: it may be right, so it is sent to Atlas. */
export function fieldWarnings({ provider, fields }: DesiredProvider, { label, quote }: Wording): SafeText[] {
  if (provider !== 'aws') return []
  const { region, customerMasterKeyID: key } = fields
  const warnings: SafeText[] = []
  if (typeof region === 'string' && !isKnownRegion(region)) {
    warnings.push(
      safe`\`${quote(region)}\` is no region that this action knows. It is sent to Atlas as it is; check it if Atlas refuses it.`,
    )
  }
  if (typeof key === 'string' && /^(alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/.test(key)) {
    warnings.push(
      safe`${label('customerMasterKeyID')} is an alias of a key. Atlas asks for the key's id or ARN: an alias may be refused, and may later stand for another key.`,
    )
  }
  return warnings
}
