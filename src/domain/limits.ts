/** Characters of a project's name that are kept. */
export const MAX_NAME_LENGTH = 200

/** No organization has more, and each takes one request at least. */
export const MAX_PROJECTS = 10_000
