// Prints the last line of a run of everything: `N passed, N failed`, from the test runner's own report.
// node scripts/sum-up-tests.mjs report.json [name of a step that failed …]
import { readFileSync } from 'node:fs';

const [reportPath, ...brokenSteps] = process.argv.slice(2);
const { passed, failed, files } = countTests(readReport(reportPath));
// The step `tests` fails with the tests it counts; alone it means that the runner itself broke.
const otherSteps = brokenSteps.filter((name) => name !== 'tests' || failed === 0);
const failures = failed + otherSteps.length;
for (const name of otherSteps) console.log(`Step failed: ${name}`);
if (files === 0) console.log('No test was run.');
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 || passed === 0 ? 1 : 0;

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

function countTests({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  // A file that cannot even be loaded has no tests in the report: it counts as one that failed.
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter(isFailed).length + unloaded.length,
    files: testResults.length,
  };
}

function isFailed(test) {
  return test.status === 'failed';
}
