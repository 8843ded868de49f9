export const id = 458;
export const ids = [458];
export const modules = {

/***/ 8038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ openDocument),
/* harmony export */   g: () => (/* binding */ REFERENCE)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9442);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(295);
/* harmony import */ var _raw_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3303);




/** A reference to a variable of the step's environment, which stands for a secret. */
const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/;
const SECRET_FIELDS = new Map(_encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format])));
/**
 * Opens one YAML or JSON document and masks every secret in it that is written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @param bare keys whose value is no text (`true`, `1`): in quotes it stays in quotes, to be told apart
 * @throws InputProblem if the text is nested too deeply to be read
 */
function openDocument(text, secrets, bare = new Set()) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const documents = parse(text, lines);
    for (const document of documents)
        prepare(document, secrets, bare);
    const [document, second] = documents;
    return {
        problem: problemOf(document, second, lines),
        // One alias for each field of the most projects; a few lines more could unfold into gigabytes.
        value: () => unfolded(() => document?.toJS({ maxAliasCount: 50_000 })),
        place: (path, atKey = false) => {
            const { line, col } = lines.linePos(document === undefined ? 0 : offsetOf(document, path, atKey));
            return `line ${line}, column ${col}`;
        },
    };
}
function parse(text, lineCounter) {
    try {
        // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
        // It would look for duplicate keys in a time that grows with their square, so that is done here.
        const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' };
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { ...options, lineCounter });
    }
    catch {
        // Nested so deeply that the parser's stack overflows.
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S('is nested too deeply');
    }
}
function problemOf(document, second, lines) {
    const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        // The library's own word for what is nested deeper than it reads.
        const kind = error.code === 'RESOURCE_EXHAUSTION' ? 'nested too deeply' : error.code.toLowerCase().replaceAll('_', ' ');
        return `line ${line}, column ${col}: not valid YAML or JSON (${kind})`;
    }
    const twice = document && duplicateKey(document);
    if (twice !== undefined) {
        const { line, col } = lines.linePos(twice);
        return `line ${line}, column ${col}: not valid YAML or JSON (duplicate key)`;
    }
    if (second === undefined)
        return undefined;
    const { line, col } = lines.linePos(second.range?.[0] ?? 0);
    return `line ${line}, column ${col}: a second document begins, but it must be one YAML or JSON document`;
}
/** @returns the offset of the first key that its mapping has already */
function duplicateKey(document) {
    let found;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                if (seen.has(String(key.value))) {
                    found = key.range?.[0] ?? 0;
                    return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
                }
                seen.add(String(key.value));
            }
            return undefined;
        },
    });
    return found;
}
function unfolded(unfold) {
    try {
        return unfold();
    }
    catch {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S('unfolds into more than is read (too many aliases, or one of an anchor that is not there)');
    }
}
function prepare(document, secrets, bare) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair: (_, { key, value }) => {
            const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '';
            const format = SECRET_FIELDS.get(name);
            if (format !== undefined)
                protectValue((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value) ? value.resolve(document) : value, format, secrets);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
                return;
            const content = String(value.value);
            if (value.type === 'PLAIN' && /^(null|~)$/i.test(content))
                value.value = '';
            else if (value.type !== 'PLAIN' && bare.has(name))
                value.value = JSON.stringify(content);
        },
    });
}
function protectValue(value, format, secrets) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value))
        return;
    const protect = (secret) => {
        if (!REFERENCE.test(secret))
            (0,_raw_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .protectField */ .Q)(format, secret, secrets);
    };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
        protect(String(value.value).trim());
    else
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(value, { Scalar: (_, scalar) => secrets.protect(String(scalar.value)) });
}
/** Offset in the text of what the path leads to, or of its last part that is there. */
function offsetOf(document, path, atKey) {
    let node = document.contents;
    let offset = 0;
    const stepTo = (next) => {
        node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(next) ? next.resolve(document) : next;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(next) && next.range)
            offset = next.range[0];
    };
    stepTo(node);
    for (const [i, step] of path.entries()) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            const item = node.items[Number(step)];
            if (item === undefined)
                break;
            stepTo(item);
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === String(step));
            if (pair === undefined)
                break;
            const wantsKey = atKey && i === path.length - 1;
            if (wantsKey || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value))
                stepTo(pair.key);
            else
                stepTo(pair.value);
        }
    }
    return offset;
}


/***/ }),

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ shownKey),
/* harmony export */   openFields: () => (/* binding */ openFields)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9442);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8038);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(295);




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
 * providers, also where the text is broken. Null and the empty text mean "not given".
 *
 * @throws InputProblem if the text is too long or nested too deeply to be one
 */
function openFields(text, secrets) {
    if (text.length > LONGEST_FIELDS)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` must be at most ${LONGEST_FIELDS} characters.`);
    try {
        const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .openDocument */ .E)(text, secrets);
        return (provider) => readDocument(document, provider);
    }
    catch (error) {
        if (!(error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S))
            throw error;
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` ${error.message}; it must be one YAML or JSON mapping without nesting.`);
    }
}
function readDocument({ problem, value, place }, provider) {
    if (problem !== undefined)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\`, ${problem}.`);
    const mapping = value();
    if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.');
    }
    const fields = new Map();
    for (const [name, content] of Object.entries(mapping)) {
        requireFieldName(name, provider, place([name], true));
        if (typeof content !== 'string') {
            throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields.${name}\` (${place([name])}) must be one text; put JSON in quotes or under a \`|\`.`);
        }
        if (content.trim() !== '')
            fields.set(name, content.trim());
    }
    return fields;
}
function requireFieldName(name, provider, place) {
    const known = [...provider.fields.map((field) => field.name), ...(provider.name === 'aws' ? [_encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.name] : [])];
    if (known.includes(name))
        return;
    const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${(0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(name, known)}\`?`;
    throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\`, ${place}: ${shownKey(name)} is no field of \`${provider.name}\`; ${other}`.replace(/([^?.])$/, '$1.'));
}
/** A key that nobody knows, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
function shownKey(name) {
    return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `\`${name}\`` : 'a key here';
}


/***/ })

};
