import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const rooms = ['today', 'contacts', 'compose', 'review', 'search', 'import', 'settings'];

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/bridge knows Tauri: ask the desk (getDesk) or the outside (getOutside).',
};
const bindings = {
  group: ['**/bridge/bindings', '**/bridge/tauri'],
  message: 'Only src/bridge and main.ts know what is behind the desk.',
};
const shell = {
  group: ['**/shell/**', '**/App.svelte'],
  message: 'A room does not know the shell it hangs in: speak to the house (getHouse).',
};
const dev = {
  group: ['**/dev/**', '**/testing/**'],
  message: 'Invented people belong to tests and the development page.',
};
const anyRoom = {
  group: ['**/rooms/**'],
  message: 'The kit, the words and the bridge know no room.',
};

/** The walls of the window: who may import whom. */
const wall = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  { ignores: ['dist', 'coverage', 'node_modules', 'src/bridge/bindings.ts'] },
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
      // Static style attributes fall to the content policy; `style:` directives do not.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The content policy knows no style attribute: use a class or `style:`.',
        },
      ],
      // Plain Maps and Dates are meant wherever nothing is drawn from them.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['src/**'], rules: wall(tauri, bindings, dev) },
  { files: ['src/{kit,words,style}/**'], rules: wall(tauri, bindings, dev, shell, anyRoom) },
  ...rooms.map((room) => ({
    files: [`src/rooms/${room}/**`],
    rules: wall(tauri, bindings, dev, shell, {
      group: rooms.filter((other) => other !== room).map((other) => `**/${other}/**`),
      message: 'A room does not reach into another room: go there through the house.',
    }),
  })),
  { files: ['src/bridge/**'], rules: wall(dev, shell, anyRoom) },
  { files: ['src/main.ts'], rules: wall(tauri) },
  { files: ['src/**/*.test.ts', 'src/dev/**', 'src/testing/**'], rules: wall(tauri) },
);
