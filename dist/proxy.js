export const id = "proxy";
export const ids = ["proxy"];
export const modules = {

/***/ 8637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EnvHttpProxyAgent: () => (/* reexport safe */ undici__WEBPACK_IMPORTED_MODULE_0__.EnvHttpProxyAgent)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7723);
// undici's main module, all of it (see undici.ts): its proxy code needs methods that only this module installs. A file of its own,
// so that the bundle loads it only where there is a proxy.



/***/ })

};
