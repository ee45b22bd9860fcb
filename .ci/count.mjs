// Adds up vitest's JSON reports: `node count.mjs REPORT…` prints `passed failed skipped` and, on standard error, the names of what failed or was
// skipped. A report given as `NAME:FILE` counts only the tests that have NAME in their title: the others were filtered out, not skipped.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const total = { passed: 0, failed: 0, skipped: 0 };
// By name: a test without a database in one run may have one in the next.
const skipped = new Set();
const run = new Set();
for (const given of process.argv.slice(2)) {
  const [, only = '', file = given] = /^(\w+):(.*)$/.exec(given) ?? [];
  if (existsSync(file)) countReport(JSON.parse(readFileSync(file, 'utf8')), only);
  else note('failed', `${file} was not written: the run broke off`);
}
for (const name of skipped) if (!run.has(name)) note('skipped', name);
process.stdout.write(`${total.passed} ${total.failed} ${total.skipped}\n`);

function countReport(report, only) {
  let failed = 0;
  for (const suite of report.testResults) {
    const path = relative(process.cwd(), suite.name);
    const tests = suite.assertionResults.filter((test) => test.fullName.includes(only));
    for (const test of tests) {
      const name = `${path} > ${test.fullName}`;
      if (test.status === 'failed') note('failed', name);
      if (test.status === 'passed') total.passed += 1;
      if (test.status === 'passed' || test.status === 'failed') run.add(name);
      else skipped.add(name);
    }
    failed += tests.filter((test) => test.status === 'failed').length;
    // A file that could not be loaded, or a hook around its tests that broke.
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')) {
      failed += 1;
      note('failed', `${path}: ${String(suite.message).split('\n')[0].slice(0, 200)}`);
    }
    if (only !== '' && tests.length === 0) {
      failed += 1;
      note('failed', `${path} has no test with ${only} in its name`);
    }
  }
  if (!report.success && failed === 0) note('failed', 'vitest reports an error outside of any test: see above');
}

function note(outcome, name) {
  total[outcome] += 1;
  process.stderr.write(`${outcome}: ${name}\n`);
}
