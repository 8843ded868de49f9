/** Runs a parser without stack traces: the YAML library makes an error of each mistake in a text, and a trace costs time. */
export function withoutStacks<Result>(parse: () => Result): Result {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return parse()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
