/** What a run may do with a project. */
export const MODES = ['apply', 'plan', 'verify', 'drift'] as const

export type Mode = (typeof MODES)[number]
