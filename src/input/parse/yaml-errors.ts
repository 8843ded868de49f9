import type { ErrorCode } from 'yaml'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'

/** What the library's codes mean, for messages: its own messages quote the text. */
export const REASONS: Readonly<Record<ErrorCode, SafeText>> = {
  ALIAS_PROPS: safe`alias with properties`,
  BAD_ALIAS: safe`bad alias`,
  BAD_COLLECTION_TYPE: safe`bad collection type`,
  BAD_DIRECTIVE: safe`bad directive`,
  BAD_DQ_ESCAPE: safe`bad escape in double quotes`,
  BAD_INDENT: safe`bad indent`,
  BAD_PROP_ORDER: safe`bad order of properties`,
  BAD_SCALAR_START: safe`bad first character of a text`,
  BLOCK_AS_IMPLICIT_KEY: safe`block as a key`,
  BLOCK_IN_FLOW: safe`block within brackets`,
  DUPLICATE_KEY: safe`duplicate key`,
  IMPOSSIBLE: safe`impossible`,
  KEY_OVER_1024_CHARS: safe`key over 1024 characters`,
  MISSING_CHAR: safe`missing character`,
  MULTILINE_IMPLICIT_KEY: safe`key over several lines`,
  MULTIPLE_ANCHORS: safe`several anchors`,
  MULTIPLE_DOCS: safe`several documents`,
  MULTIPLE_TAGS: safe`several tags`,
  NON_STRING_KEY: safe`key that is not text`,
  RESOURCE_EXHAUSTION: safe`too much to read`,
  TAB_AS_INDENT: safe`tab as indent`,
  TAG_RESOLVE_FAILED: safe`unknown tag`,
  UNEXPECTED_TOKEN: safe`unexpected character`,
}
