export const id = "read-config-file";
export const ids = ["read-config-file"];
export const modules = {

/***/ 8326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ MAX_CONFIG_BYTES),
  readConfigFile: () => (/* binding */ readConfigFile),
  i: () => (/* binding */ readConfigText)
});

// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __webpack_require__(7385);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/input/errors.js
var input_errors = __webpack_require__(4448);
// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __webpack_require__(7889);
// EXTERNAL MODULE: ./build/input/parse/document.js + 5 modules
var parse_document = __webpack_require__(4147);
// EXTERNAL MODULE: ./build/input/parse/document-secrets.js
var document_secrets = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/input/parse/unfold.js
var unfold = __webpack_require__(1891);
// EXTERNAL MODULE: ./build/input/parse/yaml-tokens.js
var yaml_tokens = __webpack_require__(3059);
;// CONCATENATED MODULE: ./build/input/parse/json-document.js




/** Thrown by {@link OpenDocument.place} of a document that was read without positions. */
class PositionsNeededError extends Error {
}
/** Keys and values are limited, because the text is read in one go. A file of 10,000 projects has fewer. */
const MAX_MEMBERS = 200_000;
/** Of the path of a mistake. */
const MAX_PLACE_LENGTH = 200;
/** Strings, and what separates the members of objects and arrays. */
const STRING_OR_SEPARATOR = /"(?:[^"\\]|\\.)*"|[:,]/g;
/**
 * Opens a JSON text much faster than the YAML parser does, but without positions: `place` throws {@link PositionsNeededError}, and the
 * text is to be opened with `openDocument` then. What is read is the same.
 *
 * @returns undefined if the text is not JSON, has a key twice in one object or a text that is too long, or is too large to be read in one go
 */
function openJson(text, secrets, bareKeys) {
    if (!/^\s*\{/.test(text))
        return undefined;
    const counted = countMembers(text);
    const read = counted === undefined ? undefined : readNodes(text, bareKeys);
    // JSON.parse takes the last of several values of a key and says nothing.
    if (read === undefined || counted?.keys !== read.keys)
        return undefined;
    const finder = new document_secrets/* SecretFinder */.R4(secrets);
    for (const map of read.maps)
        finder.inspect(map, asItIs);
    const unfolder = new unfold/* Unfolder */.u(asItIs);
    return {
        problem: undefined,
        root: read.root,
        resolve: asItIs,
        dataOf: (node) => unfolder.dataOf(node),
        sizeOf: (node) => unfolder.sizeOf(node),
        references: finder.references,
        place: () => {
            throw new PositionsNeededError();
        },
    };
}
/** The document with paths for positions: for a text that is too large for the YAML parser. */
function placedByPath(document, secrets) {
    return {
        ...document,
        place: (path) => ({ offset: 0, text: (0,safe_text/* safe */.gB) `at \`${secrets.sanitize(path.join('.'), MAX_PLACE_LENGTH)}\`` }),
    };
}
const asItIs = (node) => node;
function countMembers(text) {
    let keys = 0;
    let members = 0;
    for (const [found] of text.matchAll(STRING_OR_SEPARATOR)) {
        if (found === ':')
            keys += 1;
        if (found === ':' || found === ',')
            members += 1;
        if (members > MAX_MEMBERS || found.length > yaml_tokens/* MAX_TEXT_LENGTH */.Gt)
            return undefined;
    }
    return { keys };
}
/** @returns undefined if the text is not JSON, or if it is nested too deeply */
function readNodes(text, bareKeys) {
    try {
        const builder = new NodeBuilder(bareKeys);
        const root = builder.build(JSON.parse(text, asText));
        return { root, maps: builder.maps, keys: builder.keys };
    }
    catch (error) {
        if (error instanceof SyntaxError || error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** A value that was not in quotes. */
class Bare {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** Keeps numbers and words as they are written (ECMAScript, "JSON.parse source text access"). */
function asText(_, value, { source } = {}) {
    return typeof value === 'string' || source === undefined ? value : new Bare(source);
}
/** Makes the nodes that the YAML parser would make, but for their offsets. */
class NodeBuilder {
    maps = [];
    keys = 0;
    #bareKeys;
    constructor(bareKeys) {
        this.#bareKeys = bareKeys;
    }
    build(value) {
        if (typeof value === 'string')
            return { kind: 'text', offset: 0, text: value };
        if (value instanceof Bare)
            return { kind: 'text', offset: 0, text: value.text };
        if (Array.isArray(value))
            return { kind: 'list', offset: 0, items: value.map((item) => this.build(item)) };
        const node = { kind: 'map', offset: 0, entries: [] };
        this.maps.push(node);
        for (const [key, inner] of Object.entries(value))
            node.entries.push(this.#entry(key, inner));
        return node;
    }
    #entry(key, value) {
        this.keys += 1;
        return { key, keyOffset: 0, value: this.build(this.#withoutQuotes(key, value)) };
    }
    #withoutQuotes(key, value) {
        if (value instanceof Bare)
            return value.text === 'null' ? '' : value;
        return typeof value === 'string' && this.#bareKeys.has(key) ? JSON.stringify(value) : value;
    }
}

// EXTERNAL MODULE: ./build/input/workspace-file.js
var workspace_file = __webpack_require__(9365);
// EXTERNAL MODULE: ./build/domain/desired.js
var desired = __webpack_require__(7775);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/input/contradictions.js
var contradictions = __webpack_require__(893);
// EXTERNAL MODULE: ./build/input/field-warnings.js
var field_warnings = __webpack_require__(7321);
// EXTERNAL MODULE: ./build/input/given-fields.js
var given_fields = __webpack_require__(5994);
// EXTERNAL MODULE: ./build/input/parse/field-formats.js
var field_formats = __webpack_require__(8402);
// EXTERNAL MODULE: ./build/input/parse/resources.js
var resources = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/input/provider-resources.js
var provider_resources = __webpack_require__(298);
// EXTERNAL MODULE: ./build/input/parse/mapping.js
var mapping = __webpack_require__(2237);
;// CONCATENATED MODULE: ./build/input/config-file/ignored-fields.js



/**
 * Keys of the objects of providers that `mode: verify` ignores, so that one file serves all modes. `enabled` says what is checked;
 * a secret stays, since a literal is wrong in every mode.
 */
const IGNORED = domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject, fields, roleName, hasPrivateEndpoints }) => [
    atlasObject,
    new Set([
        ...fields.filter(({ secret }) => !secret).map(({ name }) => name),
        roleName.name,
        'clusters',
        ...(hasPrivateEndpoints ? ['privateEndpointRegions'] : []),
    ]),
]);
/**
 * Leaves out what `mode: verify` ignores, malformed or not. A key that is not known stays, and is an error as ever.
 *
 * @param part the data of a project or of the defaults, before it is checked
 */
function withoutIgnored(part) {
    if (!(0,mapping/* isMapping */.p)(part))
        return part;
    const kept = { ...part };
    for (const [atlasObject, ignored] of IGNORED) {
        const block = kept[atlasObject];
        if (!(0,mapping/* isMapping */.p)(block))
            continue;
        kept[atlasObject] = Object.fromEntries(Object.entries(block).filter(([key]) => !ignored.has(key)));
    }
    return kept;
}
/**
 * A warning about the fields that a project gives beside `enabled: false`. Those of the defaults are for projects that have the provider
 * enabled.
 */
function ignoredBesideDisabled({ atlasObject, fields, roleName }, own) {
    const ignored = [...fields, roleName].filter(({ name }) => own[name] !== undefined);
    if (ignored.length === 0)
        return [];
    const names = (0,safe_text/* joinSafe */.e)(ignored.map(({ name }) => (0,safe_text/* safe */.gB) `\`${name}\``), (0,safe_text/* safe */.gB) `, `);
    return [(0,safe_text/* safe */.gB) `\`enabled: false\` only disables the provider; ignored in \`${atlasObject}\`: ${names}.`];
}

;// CONCATENATED MODULE: ./build/input/config-file/overlapping-clusters.js
/**
 * The first cluster that stands under two providers. A cluster uses one key, so it stands under one provider, and `all`
 * leaves none for another.
 */
function findOverlap(providers) {
    const owners = new Map();
    for (const { provider, clusters } of providers) {
        if (clusters === undefined)
            continue;
        for (const cluster of clusters === 'all' ? ['all'] : clusters) {
            const [first] = owners.values();
            const other = owners.get(cluster) ?? owners.get('all') ?? (cluster === 'all' ? first : undefined);
            if (other !== undefined && other !== provider)
                return { cluster, provider, other };
            owners.set(cluster, provider);
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/input/config-file/replaced-credentials.js
/** The defaults of a provider without their credentials, if the project has its own: one way to authenticate replaces the other. */
function withoutReplaced({ fields, roleName }, own, inherited) {
    const roles = ['roleId', roleName.name];
    const statics = fields.filter(({ staticCredential }) => staticCredential).map(({ name }) => name);
    const isGiven = (names) => names.some((name) => Object.hasOwn(own, name));
    const replaced = isGiven(roles) ? [...roles, ...statics] : isGiven(statics) ? roles : [];
    const kept = Object.entries(inherited).filter(([name]) => !replaced.includes(name));
    return Object.fromEntries(kept);
}

;// CONCATENATED MODULE: ./build/input/config-file/desired-projects.js
















/** The projects of a config file as modes take them: with the defaults merged in. */
class DesiredProjects {
    projects = [];
    #options;
    #indices = new Map();
    #warnings = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** What is doubtful, each once: in a file of hundreds of projects a mistake is often in all of them. */
    get warnings() {
        return [...this.#warnings];
    }
    /** @param path of the project in the file */
    add(project, path) {
        const { mode, defaults, problems, context } = this.#options;
        const { comparesFields, needsProvider } = modes/* MODE_TABLE */.T[mode];
        this.#requireNew(project.id, path);
        const providers = domain_providers/* PROVIDER_LIST */.Pj.flatMap((provider) => {
            const { atlasObject } = provider;
            const own = project[atlasObject];
            if (own === undefined)
                return [];
            return [this.#merge({ provider, own, inherited: defaults[atlasObject] ?? {}, path: [...path, atlasObject] })];
        });
        if (providers.length === 0 && needsProvider) {
            problems.add(path, (0,safe_text/* safe */.gB) `the project names no provider (\`awsKms\`, \`azureKeyVault\`, \`googleCloudKms\`), which only \`mode: verify\` allows.`);
        }
        if (comparesFields)
            this.#requireOneProviderEach(providers, path);
        const { enabledForSearchNodes } = project;
        this.projects.push({
            id: project.id,
            name: project.name === undefined ? null : context.secrets.sanitize(project.name, limits/* MAX_NAME_LENGTH */.E),
            fromFile: true,
            require: [...new Set(project.require ?? [])],
            providers: comparesFields ? providers : (0,desired/* providersToVerify */.D)(providers),
            ...(enabledForSearchNodes !== undefined && { enabledForSearchNodes }),
        });
    }
    #requireOneProviderEach(providers, path) {
        const overlap = findOverlap(providers);
        if (overlap === undefined)
            return;
        const { cluster, provider, other } = overlap;
        const shown = this.#options.context.secrets.sanitize(cluster);
        this.#options.problems.add([...path, domain_providers/* PROVIDERS */.xq[provider].atlasObject, 'clusters'], (0,safe_text/* safe */.gB) `\`clusters\`: \`${shown}\` overlaps with the clusters of \`${domain_providers/* PROVIDERS */.xq[other].atlasObject}\`; a cluster uses one key.`);
    }
    #requireNew(id, path) {
        const first = this.#indices.get(id);
        if (first === undefined)
            this.#indices.set(id, Number(path.at(-1)));
        else {
            const project = (0,safe_text/* safe */.gB) `project ${this.#options.context.secrets.sanitize(id)}`;
            const sentence = (0,safe_text/* safe */.gB) `\`id\`: ${project} is already in the file, as number ${first + 1}.`;
            this.#options.problems.add([...path, 'id'], sentence);
        }
    }
    #merge(block) {
        const { provider, own, inherited, path } = block;
        const merged = { ...withoutReplaced(provider, own, inherited), ...own };
        const { enabled = true, clusters, privateEndpointRegions, [provider.roleName.name]: roleName, ...given } = merged;
        const resources = this.#resources(block, { clusters, privateEndpointRegions });
        if (enabled === false) {
            for (const warning of ignoredBesideDisabled(provider, own))
                this.#warnings.add(warning);
            return { provider: provider.name, enabled: false, fields: {}, ...resources };
        }
        const ways = [given.roleId, roleName, (0,given_fields/* givenStatics */.Tt)(provider, given)[0]].filter((way) => way !== undefined);
        if (ways.length > 1) {
            this.#options.problems.add(path, (0,safe_text/* safe */.gB) `\`${provider.atlasObject}\` must have only one way to authenticate: \`roleId\`, \`${provider.roleName.name}\` or static credentials.`);
        }
        const fields = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, this.#withSecret(block, name, value)]));
        const { accessKeyID } = fields;
        if (typeof accessKeyID === 'string')
            this.#options.context.secrets.abbreviate(accessKeyID);
        const all = { provider: provider.name, enabled: true, fields, ...resources };
        const desired = (0,provider_resources/* withPrivateNetworking */.c)({ ...all, ...(typeof roleName === 'string' && { roleName }) }, () => {
            this.#options.problems.add(placeOf(block, 'requirePrivateNetworking'), (0,safe_text/* safe */.gB) `\`requirePrivateNetworking: false\` contradicts \`privateEndpointRegions\`, which needs private networking.`);
        });
        if (modes/* MODE_TABLE */.T[this.#options.mode].comparesFields)
            this.#check(desired, block);
        return desired;
    }
    /** What uses the provider's keys. */
    #resources(block, { clusters, privateEndpointRegions }) {
        const { problems, context } = this.#options;
        const read = (name, parse) => {
            const label = (0,safe_text/* safe */.gB) `\`${name}\``;
            if (context.input('api-version') === 'v1.0') {
                problems.add(placeOf(block, name), (0,safe_text/* safe */.gB) `${label} needs \`api-version: v2\`.`);
            }
            try {
                return parse();
            }
            catch (error) {
                if (!(error instanceof input_errors/* InvalidValueError */.$x))
                    throw error;
                problems.add(placeOf(block, name), (0,safe_text/* safe */.gB) `${label} ${error.message}.`);
                return undefined;
            }
        };
        const named = clusters === 'all' ? ['all'] : clusters;
        const targets = named && read('clusters', () => (0,resources/* parseClusters */.l)(named, context.secrets));
        const regions = privateEndpointRegions &&
            read('privateEndpointRegions', () => (0,resources/* parseRegions */.T)(privateEndpointRegions, context.secrets));
        return { ...(targets && { clusters: targets }), ...(regions && { privateEndpointRegions: regions }) };
    }
    #check(desired, block) {
        const wording = {
            label: (field) => (0,safe_text/* safe */.gB) `\`${field}\``,
            quote: (value) => this.#options.context.secrets.sanitize(value, 200),
        };
        for (const { field, problem } of (0,contradictions/* findContradictions */._)(desired, wording))
            this.#options.problems.add(placeOf(block, field), (0,safe_text/* safe */.gB) `${problem}.`);
        for (const warning of (0,field_warnings/* fieldWarnings */.K)(desired, wording))
            this.#warnings.add(warning);
    }
    /** Only `apply` reads secrets; elsewhere the reference stands for the value, which is never shown. */
    #withSecret(block, name, value) {
        const { mode, problems, context } = this.#options;
        const field = block.provider.fields.find((candidate) => candidate.name === name);
        const variable = field?.secret && document_secrets/* REFERENCE */.gu.exec(String(value))?.[1];
        if (field === undefined || !variable || !modes/* MODE_TABLE */.T[mode].changesAtlas)
            return value;
        const secret = (0,document_secrets/* readSecretVariable */.rx)(variable, context.env);
        try {
            if (secret === '') {
                throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `is not set or empty: set it in the \`env\` of the step, from a secret`);
            }
            return (0,field_formats/* parseField */.c)(field, secret);
        }
        catch (error) {
            if (!(error instanceof input_errors/* InvalidValueError */.$x))
                throw error;
            const label = (0,safe_text/* safe */.gB) `the environment variable \`${context.secrets.sanitize(variable, 200)}\``;
            problems.add(placeOf(block, name), (0,safe_text/* safe */.gB) `${label} ${error.message}.`);
            return value;
        }
    }
}
/** Where a field stands: in the project's own object, or in the defaults. */
function placeOf({ provider, own, path }, field) {
    return Object.hasOwn(own, field) ? [...path, field] : ['defaults', provider.atlasObject, field];
}

// EXTERNAL MODULE: ./build/input/parse/keys.js
var keys = __webpack_require__(6927);
// EXTERNAL MODULE: ./build/input/parse/similar-name.js
var similar_name = __webpack_require__(6864);
;// CONCATENATED MODULE: ./build/input/config-file/keys.js




/** The keys of the file itself. */
const FILE_KEYS = ['$schema', 'version', 'defaults', 'projects'];
/** The keys of a project; the objects of the providers are apart. */
const PROJECT_KEYS = ['id', 'name', 'enabledForSearchNodes', 'require'];
/** Keys that are likely to be tried, and what to say of them. */
const NOT_TAKEN = new Map([['valid', (0,safe_text/* safe */.gB) `Atlas sets it`]]);
/** Keys whose value is written without quotes. */
const BARE_KEYS = new Set([
    'version',
    'enabled',
    'enabledForSearchNodes',
    ...domain_providers/* PROVIDER_LIST */.Pj.flatMap(({ fields }) => fields.filter(({ format }) => format === 'boolean').map(({ name }) => name)),
]);
/**
 * What is wrong with a key that is not known.
 *
 * @param path of the mapping that it is in
 */
function unknownKey(key, path, secrets) {
    return (0,safe_text/* safe */.gB) `${(0,keys/* describeKey */.R)(key, secrets)} is not known; ${advice(key, path)}`;
}
function advice(key, path) {
    const { known, list } = knownKeys(path);
    const reason = NOT_TAKEN.get(key);
    if (reason !== undefined)
        return (0,safe_text/* safe */.gB) `${reason}.`;
    const similar = (0,similar_name/* similarName */.j)(key, known);
    return similar === undefined ? (0,safe_text/* safe */.gB) `known are ${list}.` : (0,safe_text/* safe */.gB) `did you mean \`${similar}\`?`;
}
/** The keys that are known where a path of the file leads to, and a list of them for messages. */
function knownKeys(path) {
    const objects = domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject }) => atlasObject);
    const last = path.at(-1);
    if (last === undefined)
        return listed(FILE_KEYS);
    if (last === 'defaults')
        return listed(objects);
    const provider = domain_providers/* PROVIDER_LIST */.Pj.find(({ atlasObject }) => atlasObject === last);
    return provider === undefined ? listed([...PROJECT_KEYS, ...objects]) : listed(providerKeys(provider));
}
function providerKeys({ fields, roleName, hasPrivateEndpoints }) {
    return [
        'enabled',
        ...fields.map((field) => field.name),
        roleName.name,
        'clusters',
        ...(hasPrivateEndpoints ? ['privateEndpointRegions'] : []),
    ];
}
function listed(known) {
    const quoted = known.map((key) => (0,safe_text/* safe */.gB) `\`${key}\``);
    return { known, list: (0,safe_text/* joinSafe */.e)(quoted, (0,safe_text/* safe */.gB) `, `) };
}

;// CONCATENATED MODULE: ./build/input/config-file/problems.js



const TYPES = new Map([
    ['object', (0,safe_text/* safe */.gB) `a mapping (\`key: value\` lines)`],
    ['array', (0,safe_text/* safe */.gB) `a list`],
    ['string', (0,safe_text/* safe */.gB) `one text`],
]);
/** What is wrong with a config file, each with line and column. One more than can be listed is collected, and no more is worked on. */
class FileProblems {
    #file;
    #document;
    #secrets;
    #found = [];
    /** @param file what the file is called */
    constructor(file, document, secrets) {
        this.#file = file;
        this.#document = document;
        this.#secrets = secrets;
    }
    get isFull() {
        return this.#found.length > input_errors/* MAX_LISTED */.Bl;
    }
    /**
     * @param sentence with its full stop
     * @param atKey whether it is about the last key of the path, not about its value
     */
    add(path, sentence, atKey = false) {
        if (this.isFull)
            return;
        const { offset, text } = this.#document.place(path, atKey);
        const message = (0,safe_text/* safe */.gB) `${this.#file}, ${text}: ${sentence}`;
        // What is wrong with the defaults is found with every project that takes them.
        if (!this.#found.some((known) => known.message === message))
            this.#found.push({ offset, message });
    }
    addUnknownKey(path, key) {
        this.add([...path, key], unknownKey(key, path, this.#secrets), true);
    }
    /** @param value what was checked, at `base` in the file */
    addIssue(issue, value, base) {
        const path = [...base, ...issue.path];
        if (issue.code === 'unrecognized_keys') {
            for (const key of issue.keys.slice(0, input_errors/* MAX_LISTED */.Bl + 1))
                this.addUnknownKey(path, key);
        }
        else
            this.add(path, (0,safe_text/* safe */.gB) `${this.#nameOf(path)} ${this.#predicate(issue, value)}.`);
    }
    /** Adds what was found to the errors of all inputs, in the order of the file. */
    addTo(errors) {
        for (const { message } of this.#found.sort((a, b) => a.offset - b.offset))
            errors.add(message);
    }
    #predicate(issue, value) {
        switch (issue.code) {
            case 'invalid_type': {
                if (valueAt(value, issue.path) === undefined)
                    return issue.path.length === 0 ? (0,safe_text/* safe */.gB) `is empty` : (0,safe_text/* safe */.gB) `is missing`;
                return (0,safe_text/* safe */.gB) `must be ${TYPES.get(issue.expected) ?? (0,safe_text/* safe */.gB) `of another type`}`;
            }
            case 'invalid_value': {
                const accepted = issue.values.map((known) => (0,safe_text/* safe */.gB) `\`${this.#secrets.sanitize(String(known))}\``);
                return (0,safe_text/* safe */.gB) `must be one of ${(0,safe_text/* joinSafe */.e)(accepted, (0,safe_text/* safe */.gB) `, `)}`;
            }
            case 'too_small':
                return (0,safe_text/* safe */.gB) `is empty; list at least one project`;
            case 'too_big':
                return (0,safe_text/* safe */.gB) `lists more than ${Number(issue.maximum)} projects; split the file`;
            case 'custom': {
                // What a parser threw: see `schema.ts`.
                const error = issue.params?.error;
                return error instanceof input_errors/* InvalidValueError */.$x ? error.message : (0,safe_text/* safe */.gB) `is wrong`;
            }
            default:
                return (0,safe_text/* safe */.gB) `is wrong`;
        }
    }
    /** The last key of a path, with its index if it is an item of a list. */
    #nameOf(path) {
        if (path.length === 0)
            return (0,safe_text/* safe */.gB) `the file`;
        const key = path.findLast((step) => typeof step === 'string');
        const last = path.at(-1);
        const quoted = (0,safe_text/* safe */.gB) `\`${this.#secrets.sanitize(key ?? '')}\``;
        return typeof last === 'number' ? (0,safe_text/* safe */.gB) `number ${last + 1} of ${quoted}` : quoted;
    }
}
function valueAt(value, path) {
    return path.reduce((inner, step) => inner?.[step], value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var schemas = __webpack_require__(5395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
// EXTERNAL MODULE: ./build/input/parse/ids.js
var ids = __webpack_require__(5185);
// EXTERNAL MODULE: ./build/input/parse/scalars.js
var scalars = __webpack_require__(1170);
;// CONCATENATED MODULE: ./build/input/config-file/schema.js










core/* config */.$W({ jitless: true });
/** What `config.schema.json` says of a value beyond what its schema here knows: all values are read as text. */
const forEditors = registries/* registry */.u5();
/** Reads a text that is there. The {@link InvalidValueError} that `read` throws is the `error` among the issue's parameters. */
function schema_text(read) {
    return schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi((raw, context) => {
        try {
            if (raw.trim() === '')
                throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `is empty; set a value, or remove the line`);
            return read(raw.trim());
        }
        catch (error) {
            if (!(error instanceof input_errors/* InvalidValueError */.$x))
                throw error;
            context.issues.push({ code: 'custom', params: { error }, input: undefined });
            return core/* NEVER */.tm;
        }
    }));
}
const flag = () => schema_text(scalars/* parseBoolean */.yG).register(forEditors, { type: 'boolean' });
/** Words of Atlas or of ours need no reference to the environment, and Atlas would take one for a value. */
function refuseReference(raw) {
    if (document_secrets/* REFERENCE */.gu.test(raw))
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `is not a secret: write its value. Only secrets come from the environment`);
}
function fieldSchema(field) {
    const editors = { field: field.input };
    if (field.secret) {
        const reference = schema_text((raw) => {
            if (document_secrets/* REFERENCE */.gu.test(raw))
                return raw;
            throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`);
        });
        return reference.register(forEditors, { ...editors, pattern: document_secrets/* REFERENCE */.gu.source });
    }
    const value = schema_text((raw) => {
        refuseReference(raw);
        return (0,field_formats/* parseField */.c)(field, raw);
    });
    return value.register(forEditors, field.format === 'boolean' ? { ...editors, type: 'boolean' } : editors);
}
/** The object of a provider in the config file. Which fields belong together is checked once the defaults are merged in. */
function providerSchema({ name, fields, roleName, hasPrivateEndpoints }) {
    const role = schema_text((raw) => {
        refuseReference(raw);
        return ids/* ROLE_NAME_PARSERS */.gy[name](raw);
    });
    const words = schemas/* array */.YOg(schema_text((raw) => raw));
    return schemas/* strictObject */.rej({
        enabled: schemas/* optional */.lqM(flag()),
        ...Object.fromEntries(fields.map((field) => [field.name, schemas/* optional */.lqM(fieldSchema(field))])),
        [roleName.name]: schemas/* optional */.lqM(role.register(forEditors, { field: roleName.input })),
        clusters: schemas/* optional */.lqM(schemas/* union */.KCZ([schemas/* literal */.euz('all'), words]).register(forEditors, { field: 'clusters' })),
        ...(hasPrivateEndpoints && {
            privateEndpointRegions: schemas/* optional */.lqM(words.register(forEditors, { field: 'private-endpoint-regions' })),
        }),
    });
}
const providerObjects = Object.fromEntries(domain_providers/* PROVIDER_LIST */.Pj.map((provider) => [provider.atlasObject, schemas/* optional */.lqM(providerSchema(provider))]));
/** A project of the file. Every value is a text, as `openDocument` reads it. */
const projectSchema = schemas/* strictObject */.rej({
    id: schema_text(ids/* parseHexId */.iI).register(forEditors, { pattern: '^[0-9A-Fa-f]{24}$' }),
    name: schemas/* optional */.lqM(schema_text((raw) => raw)),
    ...providerObjects,
    enabledForSearchNodes: schemas/* optional */.lqM(flag()),
    require: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* enum */.k5n(conditions/* CONDITIONS */.V))),
});
const version = schema_text((raw) => {
    if (raw === '1')
        return 1;
    throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must be 1`);
});
const head = {
    $schema: schemas/* optional */.lqM(schemas/* string */.YjP()),
    version: version.register(forEditors, { type: 'integer', const: 1 }),
    defaults: schemas/* optional */.lqM(schemas/* strictObject */.rej(providerObjects)),
};
/** The file apart from its projects, which are checked one by one. */
const headSchema = schemas/* strictObject */.rej({
    ...head,
    projects: schemas/* array */.YOg(schemas/* unknown */.L5J()).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(limits/* MAX_PROJECTS */.U)),
});
/** The whole file (version 1), for the JSON Schema that editors use. */
const fileSchema = schemas/* strictObject */.rej({
    ...head,
    projects: schemas/* array */.YOg(projectSchema).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(limits/* MAX_PROJECTS */.U)),
});

;// CONCATENATED MODULE: ./build/input/config-file/read-config-file.js














/** 10,000 projects of five lines each. */
const MAX_CONFIG_BYTES = 2 * 1024 * 1024;
/** Words and signs of one project, or of the defaults. One with every field of every provider has fewer than a hundred. */
const MAX_PART_SIZE = 1000;
const MAX_SHOWN_PATH_LENGTH = 200;
/**
 * Reads the config file: what each of its projects should be. What is wrong in it is added to the context's errors, each with line
 * and column.
 *
 * @throws InputError if there is no such file inside the workspace, or if it cannot be read at all
 */
async function readConfigFile(mode, context) {
    const { input, secrets } = context;
    const text = (0,workspace_file/* readWorkspaceFile */.s)('config-file', context, MAX_CONFIG_BYTES);
    const file = secrets.sanitize(input('config-file'), MAX_SHOWN_PATH_LENGTH);
    return await readConfigText(mode, { file, text }, context);
}
/**
 * Reads the text of a config file. What is wrong in it is added to the context's errors.
 *
 * @throws InputError if it cannot be read at all
 */
async function readConfigText(mode, source, context) {
    const json = openJson(source.text, context.secrets, BARE_KEYS);
    try {
        if (json !== undefined)
            return await readDocument(mode, source.file, json, context);
    }
    catch (error) {
        if (!(error instanceof PositionsNeededError))
            throw error;
    }
    const document = await openWithPositions(source, context, json);
    return await readDocument(mode, source.file, document, context);
}
/** @param json the same document without positions, if it could be read as JSON */
async function openWithPositions({ file, text }, { secrets, checkpoint }, json) {
    try {
        return await (0,parse_document/* openDocument */.E)(text, { secrets, checkpoint, bareKeys: BARE_KEYS });
    }
    catch (error) {
        if (!(error instanceof input_errors/* InvalidValueError */.$x))
            throw error;
        if (json === undefined)
            throw inFile(error, (0,safe_text/* safe */.gB) `\`${file}\``);
        // JSON with an indent has more words and signs than YAML may have. What is wrong in it counts, not its size.
        return placedByPath(json, secrets);
    }
}
async function readDocument(mode, file, document, context) {
    const { env, secrets, checkpoint, errors } = context;
    const shown = (0,safe_text/* safe */.gB) `\`${file}\``;
    // Before any text of the file is sanitized, in which a secret may stand in the wrong place.
    for (const [variable, format] of document.references) {
        (0,mask_inputs/* protectField */.Q)(format, (0,document_secrets/* readSecretVariable */.rx)(variable, env), secrets);
        await checkpoint.pass();
    }
    if (document.problem !== undefined)
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `${shown}, ${document.problem}.`);
    const problems = new FileProblems(shown, document, secrets);
    const reader = new ProjectsReader(document, problems, context);
    try {
        const read = await reader.read(mode);
        problems.addTo(errors);
        return { file, ...read };
    }
    catch (error) {
        throw error instanceof input_errors/* InvalidValueError */.$x ? inFile(error, shown) : error;
    }
}
/** Says which file it was that cannot be read. */
const inFile = (error, file) => new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `${file} ${error.message}.`);
/** Checks the parts of a file one by one, since the schema would work on all that is wrong, however much that is. */
class ProjectsReader {
    #document;
    #problems;
    #context;
    constructor(document, problems, context) {
        this.#document = document;
        this.#problems = problems;
        this.#context = context;
    }
    /** @throws InvalidValueError if aliases stand for nothing, or for too much */
    async read(mode) {
        const asChecked = modes/* MODE_TABLE */.T[mode].comparesFields ? (part) => part : withoutIgnored;
        const { defaults, nodes } = this.#readHead(asChecked);
        const desired = new DesiredProjects({ mode, defaults, problems: this.#problems, context: this.#context });
        for (const [i, node] of nodes.entries()) {
            if (this.#problems.isFull)
                break;
            const path = ['projects', i];
            const project = this.#parse(projectSchema, asChecked(this.#valueOf(node, path)), path);
            if (project !== undefined)
                desired.add(project, path);
            await this.#context.checkpoint.pass();
        }
        return { projects: desired.projects, warnings: desired.warnings };
    }
    /**
     * Reads everything but the projects, whose nodes are returned.
     *
     * @param asChecked changes the data of the defaults before it is checked
     */
    #readHead(asChecked) {
        const { root, resolve, dataOf } = this.#document;
        const top = root && resolve(root);
        if (top?.kind !== 'map') {
            this.#parse(headSchema, top && (top.kind === 'list' ? [] : dataOf(top)), []);
            return { defaults: {}, nodes: [] };
        }
        const head = {};
        let nodes = [];
        for (const { key = '?', value } of top.entries) {
            const node = resolve(value);
            if (!FILE_KEYS.some((known) => known === key))
                this.#addUnknown(key, value);
            else if (key === 'projects' && node?.kind === 'list') {
                head.projects = node.items;
                if (node.items.length <= limits/* MAX_PROJECTS */.U)
                    nodes = node.items;
            }
            else {
                const data = this.#valueOf(value, [key]);
                head[key] = key === 'defaults' ? asChecked(data) : data;
            }
        }
        return { defaults: this.#parse(headSchema, head, [])?.defaults ?? {}, nodes };
    }
    /** @throws InvalidValueError if aliases stand for too much: an anchor bomb says more about a file than its unknown keys */
    #addUnknown(key, value) {
        if (this.#problems.isFull)
            return;
        this.#document.sizeOf(value);
        this.#problems.addUnknownKey([], key);
    }
    /** The data of a part of the file; of one that is too large to be right, only what kind it is. */
    #valueOf(node, path) {
        const { resolve, sizeOf, dataOf } = this.#document;
        if (sizeOf(node) <= MAX_PART_SIZE)
            return dataOf(node);
        this.#problems.add(path, (0,safe_text/* safe */.gB) `there are more than ${MAX_PART_SIZE} values here, the maximum.`);
        return resolve(node)?.kind === 'list' ? [] : {};
    }
    #parse(schema, value, path) {
        const { data, error } = schema.safeParse(value);
        for (const issue of error?.issues ?? [])
            this.#problems.addIssue(issue, value, path);
        return data;
    }
}


/***/ })

};
