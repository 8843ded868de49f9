// The fake Atlas on its own, with one project that has nothing set up: for `curl`, and for workflows that use the action.
import { FakeAtlas } from '../test/fake-atlas/server.ts'
import { ROLE_ID } from '../test/harness/fixtures.ts'

const atlas = await FakeAtlas.start({}, Number(process.argv[2] ?? 0))
atlas.addProject().roles.push({ roleId: ROLE_ID, authorized: true })
console.log(atlas.url)
