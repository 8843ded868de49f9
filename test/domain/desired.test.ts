import { expect, test } from '@jest/globals'
import { withRoleId } from '../../src/domain/desired.ts'
import { aws } from './desired.ts'

test('the ARN of a role is replaced by its id', () => {
  const desired = { ...aws({ region: 'r' }), roleName: 'arn' }
  expect(withRoleId(desired, 'id')).toStrictEqual(aws({ region: 'r', roleId: 'id' }))
  expect(desired.fields).toEqual({ region: 'r' })
})
