export const id = "export";
export const ids = ["export"];
export const modules = {

/***/ 6460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Exporter: () => (/* binding */ Exporter)
});

// EXTERNAL MODULE: ./build/domain/checkpoint.js
var domain_checkpoint = __webpack_require__(7779);
// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/domain/named.js
var named = __webpack_require__(5012);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __webpack_require__(5444);
// EXTERNAL MODULE: ./build/domain/clusters.js
var domain_clusters = __webpack_require__(4718);
// EXTERNAL MODULE: ./build/domain/compare.js
var compare = __webpack_require__(170);
// EXTERNAL MODULE: ./build/domain/private-endpoints.js
var private_endpoints = __webpack_require__(7445);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/input/contradictions.js
var contradictions = __webpack_require__(893);
// EXTERNAL MODULE: ./build/input/errors.js
var input_errors = __webpack_require__(4448);
// EXTERNAL MODULE: ./build/input/parse/document-secrets.js
var document_secrets = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/input/parse/field-formats.js
var field_formats = __webpack_require__(8402);
// EXTERNAL MODULE: ./build/input/parse/resources.js
var resources = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/input/provider-resources.js
var provider_resources = __webpack_require__(298);
;// CONCATENATED MODULE: ./build/export/check-project.js











/**
 * Why a config file cannot describe what Atlas has in a project.
 *
 * @returns a sentence without a full stop that begins with the field, as the file has it; undefined if it can be described
 */
function findExportProblem(project, secrets) {
    try {
        const providers = project.providers.map((provider) => readProvider(provider, secrets));
        for (const desired of providers) {
            const { atlasObject } = domain_providers/* PROVIDERS */.xq[desired.provider];
            const label = (field) => (0,safe_text/* safe */.gB) `\`${atlasObject}.${field}\``;
            const [found] = (0,contradictions/* findContradictions */._)(desired, { label, quote: (value) => secrets.sanitize(value, 200) });
            if (found !== undefined)
                return (0,safe_text/* safe */.gB) `\`${atlasObject}.${found.field}\`: ${found.problem}`;
        }
        return differingField({ ...project, providers, require: [] }, project);
    }
    catch (error) {
        if (error instanceof input_errors/* InvalidValueError */.$x)
            return error.message;
        throw error;
    }
}
/** The first field in which a desired state differs from what was read; undefined if there is none. */
function differingField(desired, project) {
    const { reported, clusters, endpoints } = project;
    const comparisons = [
        ...(0,compare/* compare */.UD)(desired, reported),
        ...desired.providers.flatMap((one) => [
            ...(0,private_endpoints/* compareEndpoints */.UC)(one, endpoints.get(one.provider) ?? []),
            ...(0,domain_clusters/* compareClusters */.$G)((0,domain_clusters/* clusterTargets */.V6)(one, clusters)),
        ]),
    ];
    const different = comparisons.find(({ verdict }) => verdict === 'differs');
    if (different === undefined)
        return undefined;
    const { provider, field } = different;
    const path = provider === null ? field : (0,safe_text/* safe */.gB) `${domain_providers/* PROVIDERS */.xq[provider].atlasObject}.${field}`;
    return (0,safe_text/* safe */.gB) `\`${path}\` would be read back as a different value than Atlas reports`;
}
/** Reads the values of a provider as the reader of config files does. @throws InvalidValueError that begins with the field */
function readProvider(exported, secrets) {
    const { provider, clusters, privateEndpointRegions: regions } = exported;
    const fields = Object.entries(exported.fields).map(([name, value]) => [name, readValue(provider, name, value)]);
    const named = inField(provider, (0,safe_text/* safe */.gB) `clusters`, () => (clusters.length === 0 ? [] : (0,resources/* parseClusters */.l)(clusters, secrets)));
    if (named === 'all')
        throw atField(provider, (0,safe_text/* safe */.gB) `clusters`, (0,safe_text/* safe */.gB) `has a cluster named "all", which means all clusters in a config file`);
    const readRegions = inField(provider, (0,safe_text/* safe */.gB) `privateEndpointRegions`, () => regions.length === 0 ? [] : (0,resources/* parseRegions */.T)(regions, secrets));
    const desired = {
        provider,
        enabled: true,
        fields: Object.fromEntries(fields),
        ...(named.length > 0 && { clusters: named }),
        ...(readRegions.length > 0 && { privateEndpointRegions: readRegions }),
    };
    return (0,provider_resources/* withPrivateNetworking */.c)(desired, () => {
        throw atField(provider, (0,safe_text/* safe */.gB) `privateEndpointRegions`, (0,safe_text/* safe */.gB) `needs private networking`);
    });
}
function readValue(provider, name, value) {
    const field = (0,domain_providers/* fieldOf */._F)(provider, name);
    if (typeof value === 'boolean' || field === undefined)
        return value;
    return inField(provider, (0,safe_text/* safe */.gB) `${field.name}`, () => {
        if (value.trim() !== value)
            throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `begins or ends with a space, which is not read back`);
        if (document_secrets/* REFERENCE */.gu.test(value))
            throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `looks like a reference to a variable`);
        return (0,field_formats/* parseField */.c)(field, value);
    });
}
function inField(provider, field, read) {
    try {
        return read();
    }
    catch (error) {
        throw error instanceof input_errors/* InvalidValueError */.$x ? atField(provider, field, error.message) : error;
    }
}
function atField(provider, field, predicate) {
    return new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `\`${domain_providers/* PROVIDERS */.xq[provider].atlasObject}.${field}\` ${predicate}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/export/header.js


/** The first line of an exported file. Everything after it is the body, over which the hash is taken. */
const HEADER = /^# Written by mode: export of atlas-encryption-at-rest at \d{4}-\d\d-\d\dT[\d:.]+Z, sha256 ([0-9a-f]{64})\n/;
/** @returns undefined if the text does not begin with the header of an export */
function parseExport(text) {
    const lines = withUnixLineEnds(text);
    const [header, statedHash] = HEADER.exec(lines) ?? [];
    if (header === undefined || statedHash === undefined)
        return undefined;
    return { statedHash, actualHash: hashOf(lines.slice(header.length)) };
}
/** @param writtenAt an ISO 8601 date and time in UTC */
function withHeader(body, writtenAt) {
    return `# Written by mode: export of atlas-encryption-at-rest at ${writtenAt}, sha256 ${hashOf(body)}\n${body}`;
}
/** The hash of a body. A checkout can turn LF into CR LF, which is no edit. */
function hashOf(body) {
    return (0,external_node_crypto_.createHash)('sha256').update(withUnixLineEnds(body)).digest('hex');
}
/** The comment that names the schema, for editors: a URL if the runner says where the action comes from. */
function schemaComment({ env, secrets }) {
    const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
    const isKnown = server === 'https://github.com' && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    if (!isKnown)
        return (0,safe_text/* safe */.gB) `# Schema: config.schema.json of the action atlas-encryption-at-rest`;
    const source = secrets.sanitize(`${repository}/${ref}`);
    return (0,safe_text/* safe */.gB) `# yaml-language-server: $schema=https://raw.githubusercontent.com/${source}/config.schema.json`;
}
function withUnixLineEnds(text) {
    return text.replaceAll('\r\n', '\n');
}

// EXTERNAL MODULE: ./build/input/config-file/read-config-file.js + 8 modules
var read_config_file = __webpack_require__(8326);
;// CONCATENATED MODULE: ./build/export/read-back.js






/**
 * Reads a text as the drift check will read the file, and compares it with Atlas: a file that would be refused, or that differs, must
 * not be written.
 *
 * @throws ActionError `INPUT` if the text is refused or differs; the signal's reason if the run ends before
 */
async function requireReadable(file, projects, { apiVersion, secrets, signal }) {
    if (Buffer.byteLength(file.text) > read_config_file/* MAX_CONFIG_BYTES */.G) {
        throw notWritten((0,safe_text/* safe */.gB) `the file would be larger than ${read_config_file/* MAX_CONFIG_BYTES */.G / 1024 / 1024} MiB, the maximum`);
    }
    const errors = new input_errors/* InputErrors */.G();
    const checkpoint = new domain_checkpoint/* Checkpoint */.F(signal);
    const input = (name) => (name === 'api-version' ? apiVersion : '');
    const read = await (0,read_config_file/* readConfigText */.i)('drift', file, { input, env: {}, secrets, errors, checkpoint }).catch((error) => {
        throw error instanceof input_errors/* InputError */.dz ? notWritten(error.message) : error;
    });
    errors.throwIfAny();
    const byId = new Map(projects.map((project) => [project.id, project]));
    for (const desired of read.projects) {
        const project = byId.get(desired.id);
        const problem = project === undefined ? (0,safe_text/* safe */.gB) `is not a project of the export` : differingField(desired, project);
        if (problem !== undefined)
            throw notWritten((0,safe_text/* safe */.gB) `project ${desired.id}: ${problem}`);
        byId.delete(desired.id);
        await checkpoint.pass();
    }
    if (byId.size > 0)
        throw notWritten((0,safe_text/* safe */.gB) `${byId.size} projects would be missing`);
}
function notWritten(problem) {
    return new errors/* ActionError */.lZ('INPUT', {
        what: (0,safe_text/* safe */.gB) `The exported file would not be read back as it is, so it was not written: ${problem}.`,
        advice: (0,safe_text/* safe */.gB) `Export fewer projects at once with \`include-projects\` or \`exclude-projects\`.`,
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/sanitize/characters.js
var characters = __webpack_require__(2540);
;// CONCATENATED MODULE: ./build/export/render.js




/** Words without quotes that every reader of YAML takes for a text. All other texts are put into double quotes. */
const PLAIN = /^(?!(null|true|false|yes|no|on|off|y|n)$)[a-z][\w./@-]*(:[\w./@-]+)*$/i;
// No text is folded over several lines, and no anchors stand for equal values: each line of the file stands for one value.
const OPTIONS = { lineWidth: 0, doubleQuotedAsJSON: true, minContentWidth: 0 };
/** The projects by name, then by id, both by code point; one without a name comes first. */
function byName(a, b) {
    return compareText(a.name ?? '', b.name ?? '') || compareText(a.id, b.id);
}
/** The bytes of UTF-8 sort as code points do. */
function compareText(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
/** @returns the lines of a project in the list `projects`; of one without an enabled provider a comment */
function renderProject(project) {
    const { id, name, providers, enabledForSearchNodes } = project;
    if (providers.length === 0) {
        const label = name === null ? id : (0,safe_text/* safe */.gB) `${name} (${id})`;
        return `  # ${label}: no provider of encryption at rest is enabled\n`;
    }
    const map = new dist/* YAMLMap */.CA();
    add(map, 'id', scalar(id));
    if (name !== null)
        add(map, 'name', scalar(name));
    for (const provider of providers)
        add(map, domain_providers/* PROVIDERS */.xq[provider.provider].atlasObject, providerMap(provider));
    if (enabledForSearchNodes)
        add(map, 'enabledForSearchNodes', scalar(true));
    const list = new dist/* YAMLSeq */.Rw();
    list.add(map);
    return new dist/* Document */.yo(list)
        .toString(OPTIONS)
        .replace(INVISIBLE, escapeUnits)
        .replace(/^(?=.)/gm, '  ');
}
function providerMap({ fields, clusters, privateEndpointRegions, remarks }) {
    const map = new dist/* YAMLMap */.CA();
    const enabled = add(map, 'enabled', scalar(true));
    if (remarks.length > 0)
        enabled.commentBefore = (0,safe_text/* joinSafe */.e)(remarks.map((remark) => (0,safe_text/* safe */.gB) ` ${remark}`), (0,safe_text/* safe */.gB) `\n`);
    for (const [field, value] of Object.entries(fields))
        add(map, field, scalar(value));
    if (clusters.length > 0)
        add(map, 'clusters', texts(clusters));
    if (privateEndpointRegions.length > 0)
        add(map, 'privateEndpointRegions', texts(privateEndpointRegions));
    return map;
}
/** @returns the node of the key, which carries comments */
function add(map, key, value) {
    const node = new dist/* Scalar */.X5(key);
    map.add(new dist/* Pair */.Rm(node, value));
    return node;
}
function texts(values) {
    const list = new dist/* YAMLSeq */.Rw();
    for (const value of values)
        list.add(scalar(value));
    return list;
}
function scalar(value) {
    const node = new dist/* Scalar */.X5(value);
    if (typeof value === 'string')
        node.type = PLAIN.test(value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    return node;
}
/** What a review would not show, such as marks that reorder a line. It stands in double quotes alone, so escapes replace it. */
const INVISIBLE = new RegExp(`(?!\n)${characters/* UNPRINTABLE */.bX.source.slice(0, -1)}`, 'gu');
function escapeUnits(character) {
    return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/input/input-names.js
var input_names = __webpack_require__(6);
;// CONCATENATED MODULE: ./build/export/target-file.js







/** An exported file is never larger, because the reader of config files takes no larger one. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * Checks that the file may be written: nothing on its path is a link, and a file that is there was written by an export and not edited
 * since.
 *
 * @returns the hash of the content of the file that is there; undefined if there is none
 * @throws ActionError `INPUT`
 */
function requireWritable({ path, workspace }) {
    const components = path.split('/');
    let current = realpathOf(workspace);
    for (const [i, component] of components.entries()) {
        current = (0,external_node_path_.join)(current, component);
        const stat = (0,external_node_fs_.lstatSync)(current, { throwIfNoEntry: false });
        if (stat === undefined)
            return undefined;
        const isLast = i === components.length - 1;
        if (stat.isSymbolicLink())
            throw refused(path, (0,safe_text/* safe */.gB) `is not written, because a part of its path is a link`);
        if (!isLast && !stat.isDirectory())
            throw refused(path, (0,safe_text/* safe */.gB) `is not written, because a part of its path is not a folder`);
        if (isLast && !stat.isFile())
            throw refused(path, (0,safe_text/* safe */.gB) `is not written, because it exists and is not a file`);
        if (isLast)
            return requireOwn(path, stat.size > MAX_BYTES ? '' : (0,external_node_fs_.readFileSync)(current, 'utf8'));
    }
    return undefined;
}
function requireOwn(path, text) {
    const parsed = parseExport(text);
    const advice = (0,safe_text/* safe */.gB) `Choose another \`export-file\`, or delete the file.`;
    if (parsed === undefined) {
        const problem = (0,safe_text/* safe */.gB) `is not overwritten, because it does not begin with the header of an export: this action did not write it`;
        throw refused(path, problem, advice);
    }
    if (parsed.statedHash !== parsed.actualHash) {
        const problem = (0,safe_text/* safe */.gB) `is not overwritten, because it was edited since it was exported: its content does not have the hash in its header`;
        throw refused(path, problem, advice);
    }
    return parsed.actualHash;
}
/**
 * Writes the file at once and whole: into a new file beside it, which then takes its place. A file with the same content stays as it is.
 *
 * @param writtenAt an ISO 8601 date and time in UTC
 * @returns whether the content is new
 * @throws ActionError `INPUT` if the file may not or cannot be written
 */
function writeExport(file, body, writtenAt) {
    if (requireWritable(file) === hashOf(body))
        return false;
    const root = realpathOf(file.workspace);
    const target = (0,external_node_path_.join)(root, file.path);
    const folder = (0,external_node_path_.dirname)(target);
    const temporary = (0,external_node_path_.join)(folder, `.${(0,external_node_path_.basename)(target).slice(0, 100)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        // A folder that became a link since it was checked would lead elsewhere.
        if ((0,external_node_fs_.realpathSync)(folder) !== folder)
            throw refused(file.path, (0,safe_text/* safe */.gB) `is not written, because a part of its path is a link`);
        (0,external_node_fs_.writeFileSync)(temporary, withHeader(body, writtenAt), { flag: 'wx', flush: true });
        (0,external_node_fs_.renameSync)(temporary, target);
        return true;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        throw refused(file.path, (0,safe_text/* safe */.gB) `could not be written`, (0,safe_text/* safe */.gB) `Check the permissions of the folder and the free disk space.`);
    }
}
function realpathOf(workspace) {
    try {
        return (0,external_node_fs_.realpathSync)(workspace);
    }
    catch {
        throw new errors/* ActionError */.lZ('INPUT', (0,safe_text/* safe */.gB) `The workspace, where \`export-file\` is written, does not exist.`);
    }
}
function refused(path, problem, advice) {
    const what = (0,safe_text/* safe */.gB) `${(0,input_names/* inputLabel */.NB)('export-file')}: \`${path}\` ${problem}.`;
    return new errors/* ActionError */.lZ('INPUT', { what, ...(advice !== undefined && { advice }) });
}

;// CONCATENATED MODULE: ./build/export/exporter.js










const NOTHING_WRITTEN = { exported: undefined, error: null };
/** Writes what the projects of a run have into one file. */
class Exporter {
    #options;
    /** @throws ActionError `INPUT` if the file may not be written: known before Atlas is asked for anything */
    constructor(options) {
        requireWritable(options.exportFile);
        this.#options = options;
    }
    /** @returns the result, failed if a config file cannot describe what Atlas has in the project */
    check(result) {
        const { exported } = result;
        if (result.error !== null || exported === undefined)
            return result;
        const problem = findExportProblem(exported, this.#options.run.secrets);
        if (problem === undefined)
            return result;
        const error = new errors/* ActionError */.lZ('INPUT', {
            what: (0,safe_text/* safe */.gB) `A config file cannot describe what Atlas has in this project: ${problem}.`,
            advice: (0,safe_text/* safe */.gB) `Correct the field in Atlas, or leave the project out with \`exclude-projects\`.`,
        });
        return { ...result, result: 'failed', failureReason: 'error', error: (0,errors/* toReportedError */.zc)(error) };
    }
    /** Writes the file, unless a project failed. Never throws. */
    async write(results) {
        const { emit, signal } = this.#options.run;
        const failed = results.filter(({ result }) => result === 'failed').length;
        if (failed > 0 || signal.aborted) {
            const text = (0,safe_text/* safe */.gB) `No file was written, because ${failed} of ${results.length} projects could not be exported.`;
            emit({ type: 'note', text });
            return NOTHING_WRITTEN;
        }
        try {
            return await this.#writeProjects(results.flatMap(({ exported }) => exported ?? []));
        }
        catch (error) {
            return { exported: undefined, error: (0,errors/* toReportedError */.zc)(error) };
        }
    }
    async #writeProjects(projects) {
        const { exportFile, apiVersion, run } = this.#options;
        this.#logOmissions(projects);
        const described = projects.filter(({ providers }) => providers.length > 0);
        if (described.length === 0) {
            const text = (0,safe_text/* safe */.gB) `No project has an enabled provider of encryption at rest, so no file was written.`;
            run.emit({ type: 'warning', text });
            return NOTHING_WRITTEN;
        }
        const body = await this.#render(projects);
        const { secrets, signal } = run;
        await requireReadable({ file: exportFile.path, text: body }, described, { apiVersion, secrets, signal });
        signal.throwIfAborted();
        const changed = writeExport(exportFile, body, (0,sentences/* isoTime */.Ly)(run.clock.wallNow()));
        const what = changed ? (0,safe_text/* safe */.gB) `Wrote` : (0,safe_text/* safe */.gB) `Unchanged:`;
        run.emit({
            type: 'note',
            text: (0,safe_text/* safe */.gB) `${what} ${exportFile.path} (${described.length} of ${projects.length} projects)`,
        });
        return { exported: { file: exportFile.path, changed }, error: null };
    }
    async #render(projects) {
        const { run, env } = this.#options;
        const checkpoint = new domain_checkpoint/* Checkpoint */.F(run.signal);
        const parts = [`${schemaComment({ env, secrets: run.secrets })}\nversion: 1\nprojects:\n`];
        for (const project of projects.toSorted(byName)) {
            parts.push(renderProject(project));
            await checkpoint.pass();
        }
        return parts.join('');
    }
    /** One line for everything that is left out for the same reason, since in an organization it is often all projects. */
    #logOmissions(projects) {
        const labels = new Map();
        for (const project of projects) {
            for (const reason of reasonsOf(project))
                labels.set(reason, [...(labels.get(reason) ?? []), project.name ?? project.id]);
        }
        for (const [reason, names] of labels) {
            const count = names.length === 1 ? (0,safe_text/* safe */.gB) `1 project` : (0,safe_text/* safe */.gB) `${names.length} projects`;
            this.#options.run.emit({ type: 'note', text: (0,safe_text/* safe */.gB) `Left out: ${reason} \u00b7 ${count}: ${(0,named/* named */.K)(names)}` });
        }
        if (this.#options.apiVersion === 'v1.0') {
            const text = (0,safe_text/* safe */.gB) `Left out: clusters and private endpoints, which need \`api-version: v2\``;
            this.#options.run.emit({ type: 'note', text });
        }
    }
}
function reasonsOf({ providers, omissions }) {
    if (providers.length === 0)
        return [(0,safe_text/* safe */.gB) `the project itself, because no provider of encryption at rest is enabled`];
    return [...new Set([...omissions, ...providers.flatMap(({ remarks }) => remarks)])];
}


/***/ })

};
