import type { ReportedRun } from '../domain/report.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'

/** Reports of one matrix are made within a day. */
const MAX_AGE_DIFFERENCE_MS = 24 * 60 * 60 * 1000

/** Which run a report is of, and the name of its file for messages. */
interface LabeledRun {
  readonly label: SafeText
  readonly run: ReportedRun
}

/**
 * The run that merged reports are of: what they agree on, the highest attempt, since failed jobs can be run again, and the
 * oldest time, since the verdict is as old as that.
 */
export function mergedRun(files: readonly LabeledRun[]): ReportedRun {
  const [first] = files
  const isOneRun = first !== undefined && files.every(({ run }) => run.id === first.run.id)
  const attempts = files.flatMap(({ run }) => run.attempt ?? [])
  const highest = attempts.toSorted((a, b) => Number(b) - Number(a))[0]
  return {
    id: isOneRun ? first.run.id : null,
    attempt: isOneRun ? (highest ?? null) : null,
    at: byTime(files)[0]?.run.at ?? null,
  }
}

/** A warning if the reports do not seem to be of one run: one that is left over from an earlier run looks like any other. */
export function staleReportWarning(files: readonly LabeledRun[]): SafeText[] {
  const timed = byTime(files)
  const oldest = timed[0]
  const newest = timed.at(-1)
  if (oldest && newest && timeOf(newest) - timeOf(oldest) > MAX_AGE_DIFFERENCE_MS) {
    return [
      safe`The reports were made more than a day apart: ${oldest.label} at ${oldest.run.at ?? ''}, ${newest.label} at ${newest.run.at ?? ''}. ${ADVICE}`,
    ]
  }
  const known = files.filter(({ run }) => run.id !== null)
  const [first] = known
  const other = known.find(({ run }) => run.id !== first?.run.id)
  if (first === undefined || other === undefined) return []
  return [
    safe`The reports are of different workflow runs: ${first.label} of run ${first.run.id ?? ''}, ${other.label} of run ${other.run.id ?? ''}. ${ADVICE}`,
  ]
}

const ADVICE = safe`Check that none of them is left over from an earlier run: its verdict may be out of date.`

/** Those whose time is known, the oldest first. */
function byTime(files: readonly LabeledRun[]): LabeledRun[] {
  return files.filter(({ run }) => run.at !== null).toSorted((a, b) => timeOf(a) - timeOf(b))
}

const timeOf = ({ run }: LabeledRun): number => Date.parse(run.at ?? '')
