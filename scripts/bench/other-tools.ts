// The same question, which is what encryption at rest a project has, asked by other programs, if they are installed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { API_KEY, PROJECT_ID } from '../../test/harness/fixtures.ts'
import type { Benchmark, Setting } from './benchmark.ts'
import { actionCommand, type Command, isInstalled } from './commands.ts'
import { KEY, oneProject } from './inputs.ts'
import { runTimed, type Timed } from './processes.ts'
import { type Row, row, unmeasured } from './row.ts'
import { mean, median, medianRatio } from './statistics.ts'

const ROUNDS = 10

/** https://www.mongodb.com/docs/atlas/cli/current/atlas-cli-env-variables/; the URL has to end with a slash. */
export const ATLAS_CLI: Benchmark = {
  name: 'atlas-cli',
  measure: (setting) => {
    const what = 'atlas api … getEncryptionAtRest'
    // Another program of the same name manages schemas of databases.
    if (!isInstalled('atlas', ['--version'], /atlascli/i)) return [unmeasured(what, 'the Atlas CLI is not installed')]
    const home = newFolder(setting, 'home')
    const env = {
      ...environment(),
      HOME: home,
      XDG_CONFIG_HOME: home,
      MONGODB_ATLAS_PUBLIC_API_KEY: API_KEY.publicKey,
      MONGODB_ATLAS_PRIVATE_API_KEY: API_KEY.privateKey,
      MONGODB_ATLAS_OPS_MANAGER_URL: `${setting.atlas.url}/`,
      MONGODB_ATLAS_SKIP_UPDATE_CHECK: 'yes',
      DO_NOT_TRACK: '1',
    }
    const args = ['api', 'encryptionAtRestUsingCustomerKeyManagement', 'getEncryptionAtRest', '--groupId', PROJECT_ID]
    return compare(what, { file: 'atlas', args, env, exitCode: 0, says: /awsKms/ }, setting)
  },
}

/** https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs/data-sources/encryption_at_rest */
export const TERRAFORM: Benchmark = {
  name: 'terraform',
  measure: (setting) => {
    const what = 'terraform plan'
    if (!isInstalled('terraform', ['version'])) return [unmeasured(what, 'Terraform is not installed')]
    const cwd = newFolder(setting, 'terraform')
    writeFileSync(join(cwd, 'main.tf'), TERRAFORM_CONFIGURATION)
    writeFileSync(join(cwd, 'cli.tfrc'), '')
    const env = {
      ...environment(),
      HOME: homedir(),
      MONGODB_ATLAS_PUBLIC_API_KEY: API_KEY.publicKey,
      MONGODB_ATLAS_PRIVATE_API_KEY: API_KEY.privateKey,
      MONGODB_ATLAS_BASE_URL: `${setting.atlas.url}/`,
      TF_CLI_CONFIG_FILE: join(cwd, 'cli.tfrc'),
      CHECKPOINT_DISABLE: '1',
    }
    // With a folder given, `init` asks no registry.
    const plugins = join(homedir(), '.terraform.d/plugins')
    const init = ['init', '-input=false', '-no-color', `-plugin-dir=${plugins}`]
    const terraform = { file: 'terraform', env, cwd, exitCode: 0 }
    if (!succeeds({ ...terraform, args: init }))
      return [unmeasured(what, 'the provider mongodb/mongodbatlas is not in ~/.terraform.d/plugins')]
    const plan = ['plan', '-input=false', '-lock=false', '-no-color']
    return compare(what, { ...terraform, args: plan, says: /valid/ }, setting)
  },
}

const TERRAFORM_CONFIGURATION = `terraform {
  required_providers {
    mongodbatlas = {
      source = "mongodb/mongodbatlas"
    }
  }
}

data "mongodbatlas_encryption_at_rest" "project" {
  project_id = "${PROJECT_ID}"
}

output "valid" {
  value = data.mongodbatlas_encryption_at_rest.project.aws_kms_config.valid
}
`

function newFolder({ newRoot }: Setting, name: string): string {
  const folder = join(newRoot(), name)
  mkdirSync(folder)
  return folder
}

const environment = (): Record<string, string> => ({ PATH: process.env.PATH ?? '' })

function succeeds(command: Command): boolean {
  try {
    runTimed(command)
    return true
  } catch {
    return false
  }
}

/** Runs `verify` and the other program in turn. */
async function compare(what: string, other: Command, { atlas, newRoot }: Setting): Promise<Row[]> {
  const verify = actionCommand(newRoot(), oneProject('verify', atlas))
  const state = { projects: [PROJECT_ID], awsKms: { customerMasterKeyID: KEY } }
  const own: Timed[] = []
  const others: Timed[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      await atlas.set(state)
      const times = [runTimed(other), runTimed(verify)] as const
      const requests = await atlas.set(state)
      if (requests.length < 2) throw new Error('it did not ask the fake Atlas')
      // The first round fills the caches of the machine and does not count.
      if (round === 0) continue
      others.push(times[0])
      own.push(times[1])
    }
  } catch (error) {
    return [unmeasured(what, error)]
  }
  return [wallRow(what, others, own), cpuRow(what, others, own)]
}

function wallRow(what: string, others: readonly Timed[], own: readonly Timed[]): Row {
  const wall = (times: readonly Timed[]): number[] => times.map(({ wallMs }) => wallMs)
  const also = `${median(wall(others)).toFixed(1)} ms; verify takes ${median(wall(own)).toFixed(1)} ms`
  return row({ what, figure: medianRatio(wall(others), wall(own)), unit: 'x verify', also })
}

function cpuRow(what: string, others: readonly Timed[], own: readonly Timed[]): Row {
  const cpu = (times: readonly Timed[]): number => mean(times.map(({ cpuMs }) => cpuMs))
  const also = `${cpu(others).toFixed(1)} ms; verify takes ${cpu(own).toFixed(1)} ms`
  return row({ what: `${what}, processor time`, figure: cpu(others) / cpu(own), unit: 'x verify', also })
}
