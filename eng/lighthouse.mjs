// Called by lighthouse.sh:  node lighthouse.mjs PUBLIC AS_IT_IS [RUNS] [PAGE …]
import { resolve } from 'node:path';
import * as launcher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { serve } from './static-server.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FORMS = { phone: undefined, desktop: desktopConfig };
const KEPT_OUT = 'is-crawlable';
const PAGES = [
  '/',
  '/ladders/data-science/levels/staff/',
  '/ladders/data-science/matrix/',
  '/workshops/promotion-case/',
];

const [open, asItIs, runs = '3', ...chosen] = process.argv.slice(2);
const pages = chosen.length > 0 ? chosen : PAGES;
const faults = [];

const site = await serve(resolve(open));
console.log(
  `| page | as | ${CATEGORIES.join(' | ')} | performance of each run | first paint | layout shift |\n` +
    `|${' --- |'.repeat(CATEGORIES.length + 5)}`,
);
for (const page of pages) for (const form of Object.keys(FORMS)) await measure(page, form);
site.stop();

const closed = await serve(resolve(asItIs));
for (const page of pages)
  for (const form of Object.keys(FORMS)) {
    const report = await read(closed.address + page, form, ['seo']);
    for (const id of faultsOf(report, 'seo').filter(fault => fault !== KEPT_OUT))
      faults.push(`${page} as it is, ${form}: ${id}`);
  }
closed.stop();

console.log(
  faults.length === 0
    ? '\n100 everywhere. As it is, the site only lacks points for search engines because it asks not to be indexed.'
    : `\n${faults.join('\n')}`,
);
process.exit(faults.length === 0 ? 0 : 1);

async function measure(page, form) {
  const reports = [];
  for (let run = 0; run < Number(runs); run++) reports.push(await read(site.address + page, form, CATEGORIES));
  const scores = CATEGORIES.map(category => median(reports.map(r => scoreOf(r, category))));
  const shown = id => `${reports.map(r => r.audits[id].displayValue).join(', ')}`;
  console.log(
    `| ${page} | ${form} | ${scores.join(' | ')} | ${reports.map(r => scoreOf(r, 'performance')).join(', ')} | ` +
      `${shown('first-contentful-paint')} | ${shown('cumulative-layout-shift')} |`,
  );
  CATEGORIES.forEach((category, i) => {
    const found = new Set(reports.flatMap(r => faultsOf(r, category)));
    if (scores[i] < 100) faults.push(`${page}, ${form}: ${category} ${scores[i]} (${[...found].join(', ')})`);
  });
}

// Each page gets its own browser, so that nothing is cached from the page before.
async function read(address, form, onlyCategories) {
  const chrome = await launcher.launch({ chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories }, FORMS[form]);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    chrome.kill();
  }
}

function scoreOf(report, category) {
  return Math.round(report.categories[category].score * 100);
}

function faultsOf(report, category) {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 1)
    .map(({ id }) => id);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
