export const id = "config-file";
export const ids = ["config-file"];
export const modules = {

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ providersToVerify),
/* harmony export */   W: () => (/* binding */ withRoleId)
/* harmony export */ });
/** The same provider with the name of its role replaced by the id that Atlas knows it by. */
function withRoleId(desired, roleId) {
    const { roleName: _, ...rest } = desired;
    return { ...rest, fields: { ...rest.fields, roleId } };
}
/** What verify checks: the providers that are to be enabled, or else that those named are not. */
function providersToVerify(providers) {
    const toEnable = providers.filter(({ enabled }) => enabled);
    return (toEnable.length > 0 ? toEnable : providers).map(({ provider, enabled }) => ({
        provider,
        enabled,
        fields: {},
    }));
}


/***/ })

};
