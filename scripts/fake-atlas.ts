// Starts the fake Atlas with one project in which no provider is enabled, for trying out the action or curl.
import { FakeAtlas } from '../test/fake-atlas/server.ts'
import { ROLE_ID } from '../test/harness/fixtures.ts'

const atlas = await FakeAtlas.start({}, Number(process.argv[2] ?? 0))
atlas.addProject().roles.push({ roleId: ROLE_ID, authorized: true })
console.log(atlas.url)
