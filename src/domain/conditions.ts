/** What a project may be asked for beyond a valid key: the words of the input `require`. */
export const CONDITIONS = [
  'clusters',
  'rotation-alert',
  'no-open-alerts',
  'role-based-auth',
  'private-networking',
] as const

export type Condition = (typeof CONDITIONS)[number]
