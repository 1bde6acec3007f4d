import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['**/bin/**', '**/obj/**', 'artifacts/**', '**/node_modules/**'] },
  js.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-shadow': 'error',
      'no-implicit-globals': 'error',
    },
  },
  {
    files: ['src/KnowledgeSite.Rendering/Browser/*.js'],
    languageOptions: { globals: globals.serviceworker, sourceType: 'script' },
    rules: { 'no-implicit-globals': 'off' },
  },
  {
    files: ['eng/**', 'tests/scripts/**'],
    languageOptions: { globals: globals.node },
  },
];
