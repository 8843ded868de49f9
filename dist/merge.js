export const id = "merge";
export const ids = ["merge"];
export const modules = {

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_NAME_LENGTH),
/* harmony export */   U: () => (/* binding */ MAX_PROJECTS)
/* harmony export */ });
/** Characters of a project's label that are kept. */
const MAX_NAME_LENGTH = 200;
/** More are never one organization's, and each is a request at least. */
const MAX_PROJECTS = 10_000;


/***/ }),

/***/ 4098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeReports: () => (/* binding */ mergeReports)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __webpack_require__(7385);
// EXTERNAL MODULE: ./build/domain/providers.js
var providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/domain/report.js
var report = __webpack_require__(2663);
;// CONCATENATED MODULE: ./build/projects/read-report.js







core/* config */.$W({ jitless: true });
/** Of a list in a project; all fields of all providers are half as many. */
const MAX_ITEMS = 64;
/** Of a text; what is shown of any is shorter. */
const MAX_TEXT_LENGTH = 8192;
/** Read with it, so that no secret is halved. */
const MARGIN = 2048;
const word = schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z]{1,60}$/));
const count = schemas/* int */.Whr().check(api/* _nonnegative */.UI());
const projectId = schemas/* string */.YjP().check(api/* _regex */.Fk(/^[0-9a-f]{24}$/));
const provider = schemas/* enum */.k5n(providers/* PROVIDER_LIST */.Pj.map(({ name }) => name));
const value = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY()]);
const error = schemas/* nullable */.mee(schemas/* object */.Ikc({ code: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z]\w{0,99}$/)), message: schemas/* string */.YjP() }));
const failureReason = schemas/* nullable */.mee(schemas/* enum */.k5n(report/* REASONS */.e));
const result = schemas/* enum */.k5n(['created', 'updated', 'disabled', 'unchanged', 'planned', 'passed', 'failed']);
const project = schemas/* object */.Ikc({
    projectId,
    name: schemas/* nullable */.mee(schemas/* string */.YjP()),
    result,
    failureReason,
    valid: schemas/* boolean */.zMY(),
    enabled: schemas/* boolean */.zMY(),
    changed: schemas/* boolean */.zMY(),
    drifted: schemas/* boolean */.zMY(),
    providers: schemas/* array */.YOg(schemas/* object */.Ikc({ provider, enabled: schemas/* boolean */.zMY(), valid: schemas/* boolean */.zMY() })),
    differences: schemas/* array */.YOg(schemas/* object */.Ikc({ projectId, provider: schemas/* nullable */.mee(provider), field: word, expected: value, actual: schemas/* nullable */.mee(value) })),
    notComparable: schemas/* array */.YOg(word),
    requirements: schemas/* array */.YOg(schemas/* object */.Ikc({ condition: schemas/* enum */.k5n(conditions/* CONDITIONS */.V), held: schemas/* nullable */.mee(schemas/* boolean */.zMY()), detail: schemas/* string */.YjP() })),
    error,
});
const reportFile = schemas/* object */.Ikc({
    mode: schemas/* nullable */.mee(schemas/* enum */.k5n([...modes/* MODES */.F, 'merge'])),
    shard: schemas/* nullable */.mee(schemas/* string */.YjP().check(api/* _regex */.Fk(/^\d{1,6}\/\d{1,6}$/))),
    result,
    failureReason,
    error,
    totals: schemas/* object */.Ikc({
        projects: count,
        passed: count,
        failed: count,
        changed: count,
        drifted: count,
        invalid: count,
        errors: count,
    }),
    projects: schemas/* array */.YOg(project),
});
/** Why a text is no report that can be merged: an unfinished sentence for after the name of its file. */
class ReportFileError extends Error {
}
/**
 * Reads the text of a report file, which anybody may have written: all of it is checked against the rest, and its texts are made
 * plain as the action that writes them does.
 *
 * @param yieldToEventLoop waited for before each project: lets signals through, and rejects when the run ends
 * @throws ReportFileError that quotes nothing of the text
 */
async function readReport(text, secrets, yieldToEventLoop) {
    const parsed = parseJson(text);
    if (!isWithinLimits(parsed))
        throw new ReportFileError('is not a report of this action: it holds more than any');
    const { data, error: problem } = reportFile.safeParse(parsed);
    if (problem !== undefined) {
        // The path may hold any key of the text only where the schema knows it.
        const { path } = problem.issues[0];
        throw new ReportFileError(`is not a report of this action${path.length > 0 ? ` (at \`${path.join('.')}\`)` : ''}`);
    }
    const { mode } = data;
    if (mode === null || mode === 'merge' || data.error !== null) {
        throw new ReportFileError('is the report of a run that failed as a whole, so not all of its projects were looked at; run that job again');
    }
    const projects = [];
    for (const read of data.projects) {
        // A project of 64 differences, each as long as it may be, is a second's work.
        await yieldToEventLoop();
        projects.push(sanitizeProject(read, secrets));
    }
    const report = (0,report_report/* assembleReport */.xr)({
        mode,
        shard: data.shard,
        isMultiProject: true,
        error: null,
        projects,
        invalid: Math.min(data.totals.invalid, projects.length),
    });
    if (!projects.every((one) => isConsistent(mode, one)) || !agrees(data, report)) {
        throw new ReportFileError('contradicts itself; it was changed, or is not a report of this action');
    }
    return { ...report, mode };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** zod looks at every item of a list before it looks at how many there are. */
function isWithinLimits(parsed) {
    const { projects } = (parsed ?? {});
    if (!Array.isArray(projects))
        return true;
    const isShort = (list) => !Array.isArray(list) || list.length <= MAX_ITEMS;
    return projects.length <= limits/* MAX_PROJECTS */.U && projects.every((one) => Object.values(one ?? {}).every(isShort));
}
function sanitizeProject(read, secrets) {
    return {
        ...read,
        name: read.name === null ? null : secrets.sanitize(read.name, limits/* MAX_NAME_LENGTH */.E),
        differences: read.differences.map((difference) => ({
            ...difference,
            expected: redacted(difference.expected, secrets),
            actual: redacted(difference.actual, secrets),
        })),
        requirements: read.requirements.map((requirement) => ({
            ...requirement,
            detail: secrets.sanitize(requirement.detail, 1000),
        })),
        error: read.error && { ...read.error, message: secrets.sanitize(read.error.message, 3000) },
    };
}
function redacted(value, secrets) {
    if (typeof value !== 'string' || value.length <= MAX_TEXT_LENGTH + 1)
        return (0,report_report/* redactValue */.FI)(value, secrets);
    return secrets.redact(value.slice(0, MAX_TEXT_LENGTH + MARGIN)).slice(0, MAX_TEXT_LENGTH);
}
/** What a project can come to in each mode, if it does not fail. */
const ENDS = {
    apply: ['created', 'updated', 'disabled', 'unchanged'],
    plan: ['planned'],
    verify: ['passed'],
    drift: ['passed'],
};
function isConsistent(mode, { projectId: id, result: end, failureReason: reason, error: why, differences, providers, requirements, drifted, changed, valid, }) {
    const fails = end === 'failed';
    const explains = why !== null;
    return (fails === (reason !== null) &&
        explains === (reason === 'error') &&
        differences.every((difference) => difference.projectId === id) &&
        new Set(providers.map((one) => one.provider)).size === providers.length &&
        (fails || (ENDS[mode].includes(end) && requirements.every(({ held }) => held === true))) &&
        (fails || drifted === differences.length > 0) &&
        (!changed || mode === 'apply' || mode === 'plan') &&
        (!valid || providers.some((one) => one.enabled && one.valid)));
}
/** Whether what the report says of all its projects is what they add up to. */
function agrees(said, { totals, failureReason: reason, result }) {
    const names = Object.keys(totals);
    return (said.failureReason === reason &&
        (said.result === 'failed') === (reason !== null) &&
        [result, said.projects.length === 1 ? said.projects[0]?.result : undefined].includes(said.result) &&
        names.every((name) => said.totals[name] === totals[name]));
}

;// CONCATENATED MODULE: ./build/projects/merge.js






const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** What comes of them is one text, and no text of JavaScript's is longer than 512 MiB. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/** A matrix has at most 256 jobs. */
const MAX_FILES = 1000;
/**
 * Joins the reports of a job matrix into the one that a single run over all projects would have written.
 *
 * @throws ActionError `INPUT` if they are not all there, or are not what one matrix wrote; or the run ended before
 */
async function mergeReports({ reportFiles, workspace }, secrets, signal) {
    return merged(await readAll(reportFiles, workspace, secrets, signal));
}
async function readAll(glob, workspace, secrets, signal) {
    const files = [];
    // Reading takes all there is of the processor; a signal or the end of the run is heard of in between.
    const yieldToEventLoop = async () => {
        await (0,promises_.setImmediate)();
        signal.throwIfAborted();
    };
    let size = 0;
    for (const path of findFiles(glob, workspace)) {
        await yieldToEventLoop();
        const file = await readFile(path, workspace, secrets, yieldToEventLoop);
        size += file.size;
        if (size > MAX_TOTAL_BYTES)
            throw wrong(`the reports together are larger than ${MAX_TOTAL_BYTES / 1024 / 1024} MiB`);
        files.push(file);
    }
    await yieldToEventLoop();
    return files;
}
function merged(files) {
    const [first] = files;
    if (first === undefined) {
        throw wrong('no file matches `report-files`; download the artifacts of the matrix before this step, and mind that the glob is relative to the workspace');
    }
    const other = files.find(({ report }) => report.mode !== first.report.mode);
    if (other !== undefined) {
        throw wrong(`${first.name} is of \`mode: ${first.report.mode}\`, but ${other.name} of \`mode: ${other.report.mode}\`; merge the reports of one matrix`);
    }
    requireAllShards(files);
    requireEachProjectOnce(files);
    const report = (0,report_report/* assembleReport */.xr)({
        mode: first.report.mode,
        shard: null,
        isMultiProject: true,
        error: null,
        projects: files.flatMap((file) => file.report.projects).sort((a, b) => (a.projectId < b.projectId ? -1 : 1)),
        invalid: files.reduce((sum, file) => sum + file.report.totals.invalid, 0),
    });
    return { report, project: null, told: { issueUrl: '', commentUrl: '' } };
}
const wrong = (what) => new errors/* ActionError */.lZ('INPUT', `Nothing was merged: ${what}.`);
function findFiles(glob, workspace) {
    const found = (0,external_node_fs_.globSync)(glob, { cwd: workspace }).filter((path) => isFile((0,external_node_path_.resolve)(workspace, path)));
    if (found.length > MAX_FILES)
        throw wrong(`\`report-files\` matches more than ${MAX_FILES} files`);
    return found.sort();
}
/** False also for a link that leads nowhere, or to itself. */
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
async function readFile(path, workspace, secrets, yieldToEventLoop) {
    const name = `\`${secrets.sanitize(path, 200)}\``;
    try {
        const full = (0,external_node_path_.resolve)(workspace, path);
        const { size } = (0,external_node_fs_.statSync)(full);
        if (size > MAX_FILE_BYTES)
            throw new ReportFileError(`is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`);
        return { name, report: await readReport((0,external_node_fs_.readFileSync)(full, 'utf8'), secrets, yieldToEventLoop), size };
    }
    catch (error) {
        if (error instanceof ReportFileError)
            throw wrong(`${name} ${error.message}`);
        if (error.syscall !== undefined)
            throw wrong(`${name} cannot be read`);
        throw error;
    }
}
/** A job that failed before it could upload its report would otherwise leave its projects unseen. */
function requireAllShards(files) {
    const sharded = files.filter(({ report }) => report.shard !== null);
    const [first] = sharded;
    if (first === undefined)
        return;
    const whole = files.find(({ report }) => report.shard === null);
    if (whole !== undefined)
        throw wrong(`${first.name} is shard ${first.report.shard}, but ${whole.name} is of a run over all projects`);
    const seen = new Map();
    const count = sliceOf(first)[1];
    for (const file of sharded) {
        const [index, of] = sliceOf(file);
        if (of !== count)
            throw wrong(`${first.name} is one shard of ${count}, but ${file.name} one of ${of}`);
        const twin = seen.get(index);
        if (twin !== undefined)
            throw wrong(`${twin.name} and ${file.name} are both shard ${index}/${count}`);
        seen.set(index, file);
    }
    const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !seen.has(index));
    if (missing.length > 0) {
        const named = missing
            .slice(0, 10)
            .map((index) => `${index}/${count}`)
            .join(', ');
        throw wrong(`the report of shard ${named}${missing.length > 10 ? ', …' : ''} is missing; see why its job did not upload it`);
    }
}
/** @throws ActionError if the shard's text makes no sense */
function sliceOf({ name, report }) {
    const [index = 0, count = 0] = (report.shard ?? '').split('/').map(Number);
    if (index >= 1 && index <= count && count <= MAX_FILES)
        return [index, count];
    throw wrong(`${name} is of shard ${report.shard}, which there cannot be`);
}
function requireEachProjectOnce(files) {
    const seen = new Map();
    for (const file of files) {
        for (const { projectId } of file.report.projects) {
            const twin = seen.get(projectId);
            if (twin !== undefined) {
                const where = twin === file ? `twice in ${file.name}` : `in ${twin.name} and in ${file.name}`;
                throw wrong(`project ${projectId} is ${where}; give each project to one job only`);
            }
            seen.set(projectId, file);
        }
    }
}


/***/ })

};
