export const id = "proxy";
export const ids = ["proxy"];
export const modules = {

/***/ 8637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EnvHttpProxyAgent: () => (/* reexport safe */ undici__WEBPACK_IMPORTED_MODULE_0__.EnvHttpProxyAgent)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4371);
// All of undici (see undici.ts), since its proxy code needs methods that only its main module installs: a room of its own,
// so that it is loaded only where there is a proxy.



/***/ })

};
