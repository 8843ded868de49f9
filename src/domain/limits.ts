/** Characters of a project's label that are kept. */
export const MAX_NAME_LENGTH = 200

/** More are never one organization's, and each is a request at least. */
export const MAX_PROJECTS = 10_000
