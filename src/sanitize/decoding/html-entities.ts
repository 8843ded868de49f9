/** Names of HTML entities and the characters that they stand for, in the same order. */
const PUNCTUATION_NAMES =
  'amp lt gt quot apos plus sol equals percnt colon semi comma period excl quest num dollar ast lowbar commat bsol grave hat lpar rpar lsqb rsqb lcub rcub verbar'
const PUNCTUATION = '&<>"\'+/=%:;,.!?#$*_@\\`^()[]{}|'

/** The names of U+00A0 to U+00FF. */
const LATIN_1_NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** What has no width or is a blank, by its code point. */
const INVISIBLE: Readonly<Record<string, number>> = {
  Tab: 0x09,
  NewLine: 0x0a,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  ZeroWidthSpace: 0x200b,
  NegativeVeryThinSpace: 0x200b,
  NegativeThinSpace: 0x200b,
  NegativeMediumSpace: 0x200b,
  NegativeThickSpace: 0x200b,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  NoBreak: 0x2060,
  ApplyFunction: 0x2061,
  af: 0x2061,
  InvisibleTimes: 0x2062,
  it: 0x2062,
  InvisibleComma: 0x2063,
  ic: 0x2063,
}

function makeTable(): ReadonlyMap<string, number> {
  return new Map([
    ...PUNCTUATION_NAMES.split(' ').map((name, i) => [name, PUNCTUATION.charCodeAt(i)] as const),
    ...LATIN_1_NAMES.split(' ').map((name, i) => [name, 0xa0 + i] as const),
    ...Object.entries(INVISIBLE),
    ...Object.entries(INVISIBLE).map(([name, point]) => [name.toLowerCase(), point] as const),
  ])
}

/** Made when it is first needed: most runs see no entity. */
let codePoints: ReadonlyMap<string, number> | undefined

export const MAX_ENTITY_NAME_LENGTH = 'NegativeVeryThinSpace'.length

/** @returns the code point that `&name;` stands for; undefined if it is unknown. `&AMP;` is a name as well. */
export function entityCodePoint(name: string): number | undefined {
  codePoints ??= makeTable()
  return codePoints.get(name) ?? codePoints.get(name.toLowerCase())
}
