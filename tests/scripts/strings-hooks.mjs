// Resolves './strings.js', which exists only in published scripts, to the English strings. See ScriptStrings.cs.
import { readFileSync } from 'node:fs';

const TABLE = new URL('../../src/KnowledgeSite.Core/Strings/en.yaml', import.meta.url);
const ADDRESS = 'strings:en';

export const resolve = (specifier, context, next) =>
  specifier === './strings.js' ? { url: ADDRESS, shortCircuit: true } : next(specifier, context);

export const load = (url, context, next) =>
  url === ADDRESS ? { format: 'module', source: createModule(), shortCircuit: true } : next(url, context);

function createModule() {
  const lines = readFileSync(TABLE, 'utf8').split('\n');
  return lines
    .map((line, i) => {
      const [, key, text] = line.match(/^([a-z][a-z0-9_]*):(.*)$/) ?? [];
      // A string that depends on a number is followed by its forms; tests use the last one.
      return key
        ? `export const ${nameOf(key)} = ${valueOf(text.trim() || lines[i + 2].replace(/^ *other: /, ''))};`
        : '';
    })
    .join('\n');
}

function valueOf(written) {
  const text = written.replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"');
  const names = [...new Set([...text.matchAll(/\{([a-z_]+)\}/g)].map(match => match[1]))];
  if (names.length === 0) return JSON.stringify(text);
  const filled = text.replace(/[`\\]/g, '\\$&').replace(/\{([a-z_]+)\}/g, (_, name) => `\${$_${name}}`);
  return `(${names.map(name => `$_${name}`).join(', ')}) => \`${filled}\``;
}

function nameOf(key) {
  const name = key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  return ['new', 'break', 'in'].includes(name) ? `$${name}` : name;
}
