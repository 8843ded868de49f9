// Runs test files one after the other. Jest runs the files of one runner after those of another, so nothing else runs meanwhile.
import TestRunner from 'jest-runner'

export default class SerialRunner extends TestRunner {
  isSerial = true
}
