import type { SafeText } from './safe-text.ts'

/** The text as a sentence: with a full stop, unless it ends with a mark already, or with one before a closing bracket. */
export function asSentence(text: SafeText): SafeText {
  return (/[.!?…:]\)?$/.test(text) ? text : `${text}.`) as SafeText
}

/** The text without the full stop at its end, to go on after it. */
export function withoutFullStop(text: SafeText): SafeText {
  return text.replace(/\.$/, '') as SafeText
}

/** @param ms since 1970 @returns the day in UTC: `2027-01-31` */
export function isoDay(ms: number): SafeText {
  return new Date(ms).toISOString().slice(0, 10) as SafeText
}

/** @returns a time in seconds with one decimal: `1.5 s` */
export function secondsText(ms: number): SafeText {
  return `${(ms / 1000).toFixed(1)} s` as SafeText
}

/** @returns a long time in its two largest units: `2 h 5 min`, `3 min 10 s`, `40 s` */
export function durationText(ms: number): SafeText {
  const seconds = Math.round(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (hours > 0) return `${hours} h ${minutes} min` as SafeText
  return (minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`) as SafeText
}

/** @param ms since 1970 @returns an ISO 8601 date and time in UTC */
export function isoTime(ms: number): SafeText {
  return new Date(ms).toISOString() as SafeText
}

/** @returns the text if it consists of hexadecimal digits alone, in lower case; undefined otherwise */
export function hexText(text: string): SafeText | undefined {
  return /^[0-9a-f]+$/i.test(text) ? (text.toLowerCase() as SafeText) : undefined
}

export function lowerCase(text: SafeText): SafeText {
  return text.toLowerCase() as SafeText
}
