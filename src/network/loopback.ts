/** Whether a URL's host name is this machine: the only kind of host that plain http is allowed to. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname)
}
