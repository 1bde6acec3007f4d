// Checks the accessibility conformance report input/accessibility.openacr.yaml: its form, its criteria, and that the
// results on the page input/accessibility.md are those of the report. eng/lint.sh runs it.
//   node eng/conformance-report.mjs            reports what is wrong
//   node eng/conformance-report.mjs --fix      writes the results into the page
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';

const REPORT = 'input/accessibility.openacr.yaml';
const PAGE = 'input/accessibility.md';
const CATALOGUE = '2.5-edition-wcag-2.2-en';
const HEADING = '## Results\n\n';

const read = path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

const report = parse(read(REPORT));
const catalogue = parse(read(`eng/openacr/${CATALOGUE}.yaml`));
const labels = new Map(catalogue.terms.map(term => [term.id, term.label]));

const resultsOf = chapter => report.chapters[chapter.id].criteria;
const resultOf = criterion => criterion.components[0].adherence;

const problemsOfForm = () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const fits = ajv.compile(JSON.parse(read('eng/openacr/openacr-0.1.0.json')));
  return fits(report) ? [] : fits.errors.map(error => `${error.instancePath || '/'} ${error.message}`);
};

const problemsOfCriterion = ({ num, components }) => {
  if (components.length !== 1 || components[0].name !== 'web') return [`${num} needs one component, 'web'`];
  const { level, notes } = components[0].adherence;
  return [
    ...(labels.has(level) ? [] : [`${num} has the unknown level '${level}'`]),
    ...(notes?.trim() ? [] : [`${num} has no notes`]),
  ];
};

const problemsOfChapter = chapter => {
  const expected = chapter.criteria.map(criterion => criterion.id).join(' ');
  const given = resultsOf(chapter).map(criterion => criterion.num);
  return expected === given.join(' ')
    ? resultsOf(chapter).flatMap(problemsOfCriterion)
    : [`level ${chapter.short_label} needs the criteria ${expected}, in this order`];
};

const problemsOfReport = () => [
  ...(report.catalog === CATALOGUE ? [] : [`the catalogue is not ${CATALOGUE}`]),
  ...catalogue.chapters.flatMap(problemsOfChapter),
];

const rowOf = (criterion, reported) => {
  const { level, notes } = resultOf(reported);
  const link = `[${criterion.id} ${criterion.handle}](https://www.w3.org/TR/WCAG22/#${criterion.alt_id})`;
  return `| ${link} | ${labels.get(level)} | ${notes.replaceAll('|', '\\|')} |`;
};

const countsOf = chapter =>
  [...labels]
    .map(([id, label]) => [label, resultsOf(chapter).filter(criterion => resultOf(criterion).level === id).length])
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label}: ${count}.`)
    .join(' ');

const tableOf = chapter => `### Level ${chapter.short_label} {#level-${chapter.short_label.toLowerCase()}}

${countsOf(chapter)}

| Criterion | Result | Remarks |
|---|---|---|
${chapter.criteria.map((criterion, index) => rowOf(criterion, resultsOf(chapter)[index])).join('\n')}
`;

const fail = (file, problems) => {
  for (const problem of problems) console.error(`${file}: ${problem}.`);
  process.exit(1);
};

const form = problemsOfForm();
const problems = form.length > 0 ? form : problemsOfReport();
if (problems.length > 0) fail(REPORT, problems);

const page = read(PAGE);
const start = page.indexOf(HEADING);
if (start < 0) fail(PAGE, ['the page has no section Results']);
const expected =
  `${page.slice(0, start)}${HEADING}<!-- Written from accessibility.openacr.yaml. -->\n\n` +
  catalogue.chapters.map(tableOf).join('\n');
if (page !== expected) {
  if (!process.argv.includes('--fix'))
    fail(PAGE, [`the results differ from ${REPORT}. Run 'bash eng/lint.sh --fix' and commit the page`]);
  writeFileSync(new URL(`../${PAGE}`, import.meta.url), expected);
}
