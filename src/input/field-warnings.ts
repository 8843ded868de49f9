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
      safe`\`${quote(region)}\` is not a region that this action knows. It is sent to Atlas unchanged; check it if Atlas refuses it.`,
    )
  }
  if (typeof key === 'string' && /^(alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/.test(key)) {
    warnings.push(
      safe`${label('customerMasterKeyID')} is the alias of a key. Atlas expects the ID or ARN: it might refuse an alias, and an alias can later point to a different key.`,
    )
  }
  return warnings
}
