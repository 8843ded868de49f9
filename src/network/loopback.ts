/** Whether the host name of a URL is this machine: the only kind of host that plain http is allowed for. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname)
}
