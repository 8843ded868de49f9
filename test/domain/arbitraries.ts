import fc from 'fast-check'
import type { DesiredProvider, FieldValue } from '../../src/domain/desired.ts'
import { PROVIDERS, type ProviderField, type ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { project } from './desired.ts'

const valueFor = (field: ProviderField): fc.Arbitrary<FieldValue> =>
  field.format === 'boolean'
    ? fc.boolean()
    : fc.constantFrom('one', 'two', 'three').map((text) => (field.format === 'region' ? text.toUpperCase() : text))

const someFields = (name: ProviderName): fc.Arbitrary<Record<string, FieldValue>> =>
  fc.record(Object.fromEntries(PROVIDERS[name].fields.map((field) => [field.name, valueFor(field)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, FieldValue>>

const desiredProvider = fc
  .constantFrom<ProviderName>('aws', 'azure', 'gcp')
  .chain((provider) =>
    fc
      .boolean()
      .chain((enabled) =>
        (enabled ? someFields(provider) : fc.constant({})).map(
          (fields): DesiredProvider => ({ provider, enabled, fields }),
        ),
      ),
  )
/** A project with some providers, each with some of its fields. */
export const desiredProject = fc
  .tuple(
    fc.uniqueArray(desiredProvider, { selector: ({ provider }) => provider, minLength: 1 }),
    fc.option(fc.boolean()),
  )
  .map(([providers, searchNodes]) =>
    project(providers, searchNodes === null ? {} : { enabledForSearchNodes: searchNodes }),
  )

/** An enabled provider is reported with every field that Atlas returns, some of them as null. */
const reportedBlock = (name: ProviderName): fc.Arbitrary<Reported['awsKms']> =>
  fc.oneof(
    fc.constantFrom(null, undefined, { enabled: false }),
    fc
      .record(
        Object.fromEntries(
          PROVIDERS[name].fields
            .filter(({ secret }) => !secret)
            .map((field) => [field.name, fc.option(valueFor(field))]),
        ),
      )
      .map((fields) => ({ ...fields, enabled: true })),
  )
/** What Atlas reports of a project. */
export const reportedDocument = fc.record({
  awsKms: reportedBlock('aws'),
  azureKeyVault: reportedBlock('azure'),
  googleCloudKms: reportedBlock('gcp'),
  enabledForSearchNodes: fc.constantFrom(true, false, null, undefined),
}) as fc.Arbitrary<Reported>
