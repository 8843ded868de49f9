export const id = "fields";
export const ids = ["fields"];
export const modules = {

/***/ 2354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFields: () => (/* binding */ openFields)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4448);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4147);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6927);
/* harmony import */ var _mapping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2237);
/* harmony import */ var _similar_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6864);







/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const MAX_FIELDS_LENGTH = 32_768;
/** Names that are likely to be tried, and where they belong. */
const ELSEWHERE = new Map([
    ['enabled', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `use the input \`enabled\``],
    ['enabledForSearchNodes', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `use the input \`enabled-for-search-nodes\``],
    ['clusters', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `use the input \`clusters\``],
    ['privateEndpointRegions', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `use the input \`private-endpoint-regions\``],
    ['valid', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `Atlas sets it`],
]);
/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. Null and the empty text mean "not given".
 *
 * @returns a reader that says what is wrong with the text only when it is used, since some modes ignore the fields
 */
async function openFields(text, { secrets, checkpoint }) {
    if (text.length > MAX_FIELDS_LENGTH)
        return refused((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields\` must be at most ${MAX_FIELDS_LENGTH} characters.`);
    try {
        const document = await (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .openDocument */ .E)(text, { secrets, checkpoint });
        return (provider, errors) => new FieldsDocument(document, provider, secrets).read(errors);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x)
            return refused(unreadable(error));
        throw error;
    }
}
function refused(message) {
    return () => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(message);
    };
}
function unreadable({ message }) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields\` ${message}; it must be one YAML or JSON mapping without nesting.`;
}
/** `fields` as it is read for one provider. */
class FieldsDocument {
    #document;
    #provider;
    #secrets;
    constructor(document, provider, secrets) {
        this.#document = document;
        this.#provider = provider;
        this.#secrets = secrets;
    }
    /** @throws InputError if there is no mapping to read */
    read(errors) {
        const { problem } = this.#document;
        if (problem !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields\`, ${problem}.`);
        const { mapping, path } = this.#unwrap(this.#readMapping());
        const fields = new Map();
        for (const [name, content] of Object.entries(mapping)) {
            const text = errors.attempt(() => this.#textOf(content, name, [...path, name]));
            if (text)
                fields.set(name, text);
        }
        return fields;
    }
    /** @throws InputError */
    #textOf(content, name, path) {
        this.#requireFieldName(name, path);
        if (typeof content === 'string')
            return content.trim();
        const { text } = this.#document.place(path);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields.${this.#secrets.sanitize(name)}\` (${text}) must be a single string; put JSON in quotes or in a block after \`|\`.`);
    }
    #readMapping() {
        const { root, dataOf } = this.#document;
        try {
            const value = root && dataOf(root);
            if ((0,_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(value))
                return value;
        }
        catch (error) {
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x ? new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(unreadable(error)) : error;
        }
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields\` must be one YAML or JSON mapping, such as \`roleId: 64b0\u2026\`.`);
    }
    /** The provider's object as the only key is taken as if its content had been given, since scripts and the Atlas CLI have it. */
    #unwrap(mapping) {
        const { atlasObject } = this.#provider;
        const inner = mapping[atlasObject];
        if (Object.keys(mapping).length === 1 && (0,_mapping_js__WEBPACK_IMPORTED_MODULE_5__/* .isMapping */ .p)(inner))
            return { mapping: inner, path: [atlasObject] };
        return { mapping, path: [] };
    }
    #requireFieldName(name, path) {
        const known = fieldNames(this.#provider);
        if (known.some((field) => field === name))
            return;
        const { text } = this.#document.place(path, true);
        const key = (0,_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .describeKey */ .R)(name, this.#secrets);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`fields\`, ${text}: ${key} is not a field of \`${this.#provider.name}\`; ${this.#advice(name)}`);
    }
    /** What to give in place of a name that is no field. */
    #advice(name) {
        const elsewhere = ELSEWHERE.get(name);
        if (elsewhere !== undefined)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${elsewhere}.`;
        const object = _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.find(({ atlasObject }) => atlasObject === name);
        if (object !== undefined)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${this.#objectAdvice(object)}.`;
        const known = fieldNames(this.#provider);
        const similar = (0,_similar_name_js__WEBPACK_IMPORTED_MODULE_3__/* .similarName */ .j)(name, known);
        if (similar !== undefined)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `did you mean \`${similar}\`?`;
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `its fields are ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .joinSafe */ .e)(known.map((field) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`${field}\``), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `, `)}.`;
    }
    #objectAdvice({ name, atlasObject }) {
        return name === this.#provider.name
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `set only what is inside \`${atlasObject}\``
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `it belongs to \`provider: ${name}\``;
    }
}
function fieldNames({ fields, roleName }) {
    return [...fields.map((field) => field.name), roleName.name];
}


/***/ })

};
