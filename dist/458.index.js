export const id = 458;
export const ids = [458];
export const modules = {

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFields: () => (/* binding */ openFields)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _encryption_providers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9442);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(295);
/* harmony import */ var _service_account_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7192);





/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const LONGEST_FIELDS = 32_768;
/** Names that somebody may well try, and where they belong. */
const ELSEWHERE = {
    enabled: 'use the input `enabled`',
    enabledForSearchNodes: 'use the input `enabled-for-search-nodes`',
    valid: 'Atlas sets it',
};
/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. All values stay text, so that an unquoted id of digits is not read as a number;
 * null and the empty text mean "not given".
 *
 * @throws InputProblem if the text is too long or nested too deeply to be one
 */
function openFields(text, secrets) {
    const documents = parse(text);
    for (const document of documents)
        protectDocument(document, secrets);
    return (provider) => readDocuments(documents, provider);
}
function readDocuments([document, second], provider) {
    const [error] = document?.errors ?? [];
    if (error !== undefined) {
        const [start] = error.linePos ?? [];
        const place = start ? ` (line ${start.line}, column ${start.col})` : '';
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` is not valid YAML or JSON${place}: ${error.code.toLowerCase().replaceAll('_', ' ')}.`);
    }
    const map = document?.contents;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(map) || second !== undefined) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.');
    }
    const fields = new Map();
    for (const { key, value } of map.items) {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(key) ? String(key.value) : '';
        requireFieldName(name, provider);
        if (value === null)
            continue;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value)) {
            throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields.${name}\` must be one text; put JSON in quotes or under a \`|\`.`);
        }
        const content = scalarText(value);
        if (content !== '')
            fields.set(name, content);
    }
    return fields;
}
function protectDocument(document, secrets) {
    const secretNames = new Map(_encryption_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format])));
    (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .visit */ .YR)(document, {
        Pair: (_, { key, value }) => {
            const format = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(key) ? secretNames.get(String(key.value)) : undefined;
            if (format === undefined)
                return undefined;
            const protect = (secret) => format === 'service-account-key' ? (0,_service_account_key_js__WEBPACK_IMPORTED_MODULE_4__/* .protectServiceAccountKey */ ._)(secret, secrets) : secrets.protect(secret);
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value))
                protect(scalarText(value));
            else if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isNode */ .Ll)(value))
                (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .visit */ .YR)(value, { Scalar: (_position, scalar) => secrets.protect(scalarText(scalar)) });
            return yaml__WEBPACK_IMPORTED_MODULE_1__/* .visit */ .YR.SKIP;
        },
    });
}
/** All documents of the text: only one is allowed, but the secrets of all are masked. */
function parse(text) {
    if (text.length > LONGEST_FIELDS)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` must be at most ${LONGEST_FIELDS} characters.`);
    try {
        // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
        return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseAllDocuments */ .hR)(text, { schema: 'failsafe', prettyErrors: true, logLevel: 'silent' });
    }
    catch {
        // Nested so deeply that the parser's stack overflows.
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S('`fields` must be one YAML or JSON mapping without deep nesting.');
    }
}
function scalarText({ value, type }) {
    const text = String(value).trim();
    return type === 'PLAIN' && /^(null|~)$/i.test(text) ? '' : text;
}
function requireFieldName(name, provider) {
    const known = [...provider.fields.map((field) => field.name), ...(provider.name === 'aws' ? [_encryption_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .ROLE_ARN */ .xG.name] : [])];
    if (known.includes(name))
        return;
    const shown = /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) ? `\`${name}\`` : 'one of its names';
    const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${(0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(name, known)}\`?`;
    throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\`: ${shown} is no field of \`${provider.name}\`; ${other}`.replace(/([^?.])$/, '$1.'));
}


/***/ })

};
