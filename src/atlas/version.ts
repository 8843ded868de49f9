/** The `version` of package.json, which a test compares it with. It is part of the user agent of every request. */
export const VERSION = '1.0.0'
