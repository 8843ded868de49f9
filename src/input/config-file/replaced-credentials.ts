import type { Provider } from '../../domain/providers.ts'
import type { ProviderBlock } from './schema.ts'

/** The defaults of a provider without their credentials, if the project has its own: one way to authenticate replaces the other. */
export function withoutReplaced(
  { fields, roleName }: Provider,
  own: ProviderBlock,
  inherited: ProviderBlock,
): ProviderBlock {
  const roles: string[] = ['roleId', roleName.name]
  const statics: string[] = fields.filter(({ staticCredential }) => staticCredential).map(({ name }) => name)
  const isGiven = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(own, name))
  const replaced = isGiven(roles) ? [...roles, ...statics] : isGiven(statics) ? roles : []
  const kept = Object.entries(inherited).filter(([name]) => !replaced.includes(name))
  return Object.fromEntries(kept) as unknown as ProviderBlock
}
