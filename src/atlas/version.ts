/** The `version` of package.json, which a test holds it to; in the user agent of every request. */
export const VERSION = '1.0.0'
