// Called by schemas.sh, which installs the modules that are required here.
const { spawn } = require('node:child_process');
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const Ajv = require('ajv').default;
const formats = require('ajv-formats').default;
const YAML = require('yaml');
const rpc = require('vscode-jsonrpc/node');

const input = 'input';
const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8').replace(/^\s*\/\/.*$/gm, ''))['yaml.schemas'];
const filesBelow = folder =>
  readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .sort();
const matches = (path, pattern) =>
  pattern.includes('**/') ? path.endsWith('/' + pattern.split('**/')[1]) : path === pattern;
const schemaOf = path => Object.entries(settings).find(([, pattern]) => matches(path, pattern))?.[0];
const frontMatterOf = text => /^---\n([^]*?\n)?---\n/.exec(text)?.[1] ?? '';
const frontMatterSchema = './schemas/front-matter.schema.json';

let failed = 0;
const fail = text => {
  failed++;
  console.log(text);
};

// Each has one mistake: [front matter, the message about it].
const wrong = [
  ['kind: workshop\npurpose: Only this', 'outcome'],
  ['kind: role\nfrom: senior', 'from'],
  ['kind: nonsense', 'kind'],
  ['requires: [scope.senior]', 'requires'],
  ['kind: archetype\nladder: machine-learning-scientist\nfrom: nobody', 'from'],
  ['reviewed: 2026-13-01', 'reviewed'],
  ['kind: workshop\nagenda: [{minutes: 10, title: Open}]', 'what'],
  ['kind: workshop\nserves: [scope.nobody.signal]', 'serves'],
];

function withAjv(documents) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats(ajv);
  const compiled = {};
  const validate = (schema, value) => {
    const check = (compiled[schema] ??= ajv.compile(JSON.parse(readFileSync(schema, 'utf8'))));
    return check(value)
      ? []
      : check.errors.map(e => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  };
  for (const { path, schema, text } of documents)
    for (const error of validate(schema, YAML.parse(text) ?? {})) fail(`ajv: ${path}: ${error}`);
  for (const [text, named] of wrong) {
    const errors = validate(frontMatterSchema, YAML.parse(text));
    if (!errors.some(e => e.includes(named))) fail(`ajv finds nothing of '${named}' wrong in: ${text}`);
  }
}

async function withLanguageServer(documents) {
  const server = spawn(process.execPath, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio']);
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  const schemas = {};
  for (const { uri, schema } of documents) (schemas[pathToFileURL(resolve(schema)).href] ??= []).push(uri);
  const yaml = { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas };
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(item => (item.section === 'yaml' ? yaml : item.section === '[yaml]' ? {} : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(resolve('.')).href,
    workspaceFolders: null,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        completion: {
          dynamicRegistration: true,
          completionItem: { snippetSupport: true, documentationFormat: ['plaintext'] },
        },
      },
    },
  });
  connection.sendNotification('initialized', {});
  connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } });
  await new Promise(done => setTimeout(done, 500));

  const open = (uri, text) =>
    new Promise(done => {
      waiting.set(uri, done);
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
    });
  for (const { path, uri, text } of documents.filter(d => !d.isWrong && d.asked === undefined))
    for (const d of await open(uri, text))
      fail(`yaml-language-server: ${path}:${d.range.start.line + 1}: ${d.message}`);
  for (const { uri, text, named } of documents.filter(d => d.isWrong)) {
    const found = await open(uri, text);
    if (!found.some(d => d.message.includes(named) || text.split('\n')[d.range.start.line].includes(named)))
      fail(
        `yaml-language-server reports nothing about '${named}' in: ${text}: ` +
          JSON.stringify(found.map(d => d.message)),
      );
  }

  for (const [index, [text, wanted]] of [
    ['kind: role\nladder: data-science\nrequires:\n  - ', 'scope.senior'],
    ['tags:\n  - ', 'staff'],
    ['owner: ', 'Data Science Leads'],
    ['kind: workshop\nser', 'serves'],
    ['kind: ', 'archetype'],
  ].entries()) {
    const uri = documents.find(d => d.asked === index).uri;
    await open(uri, text);
    const lines = text.split('\n');
    const { items = [] } = await connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1).length },
    });
    if (!items.some(i => i.label === wanted)) fail(`yaml-language-server does not offer '${wanted}' after: ${text}`);
  }
  connection.dispose();
  server.kill();
}

async function main() {
  const documents = filesBelow(input)
    .filter(path => /\.(md|yaml)$/.test(path))
    .map(path => {
      const text = readFileSync(path, 'utf8');
      const uri = pathToFileURL(resolve(path)).href;
      return path.endsWith('.md')
        ? { path, uri: uri + '.yaml', schema: frontMatterSchema, text: frontMatterOf(text) }
        : { path, uri, schema: schemaOf(path), text };
    });
  for (const { path } of documents.filter(d => !d.schema)) fail(`${path} has no schema in .vscode/settings.json`);
  const known = documents.filter(d => d.schema);
  withAjv(known);
  const scratch = name => pathToFileURL(resolve(`artifacts/schemas/${name}.yaml`)).href;
  const bad = wrong.map(([text, named], i) => ({
    path: `wrong ${i}`,
    uri: scratch(`wrong${i}`),
    schema: frontMatterSchema,
    text,
    named,
    isWrong: true,
  }));
  const asked = [0, 1, 2, 3, 4].map(i => ({
    path: `asked ${i}`,
    uri: scratch(`asked${i}`),
    schema: frontMatterSchema,
    text: '',
    asked: i,
  }));
  await withLanguageServer([...known, ...bad, ...asked]);
  console.log(
    failed === 0
      ? `${known.length} files fit their schemas, ${wrong.length} wrong ones do not; names are offered.`
      : `${failed} problems.`,
  );
  process.exit(failed === 0 ? 0 : 1);
}

main();
