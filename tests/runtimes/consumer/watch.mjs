/** @type {string[]} */
export const faults = [];
/** @type {string[]} */
export const breaches = [];

addEventListener("error", ({ message }) => fail(message));
addEventListener("unhandledrejection", ({ reason }) => fail(String(reason)));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  breaches.push(`${effectiveDirective} ${blockedURI}`);
});

/**
 * Tells at once: after an error on loading nobody else would.
 *
 * @param {string} fault
 */
function fail(fault) {
  faults.push(fault);
  void fetch("/report", { method: "POST", body: JSON.stringify({ faults, breaches }) });
}
