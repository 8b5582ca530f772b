/**
 * How the extension is built: manifest, permissions, browsers.
 * `--mode granted` is the build for tests and the demonstration: hosts granted at install, nothing else differs.
 */
import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest } from 'wxt';
import { BundledPackages } from './scripts/package/licences.ts';

const ALL_SITES = ['http://*/*', 'https://*/*'];

/** What the manifest says to Firefox alone. */
const FIREFOX: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: 'allegedly@allegedly.example',
      // The first that knows the declaration below.
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
  // Firefox has no "split": one background would serve private windows too, beside the store that lasts.
  incognito: 'not_allowed',
  // Where a page's chip cannot open the sidebar, the panel docks in the page, so that pages must be able to load it.
  // Its address holds a number that only this browser profile knows.
  web_accessible_resources: [{ resources: ['sidepanel.html'], matches: ALL_SITES }],
};

/** And to Chrome, Edge, Brave and Opera, which take one package. */
const CHROMIUM: UserManifest = { minimum_chrome_version: '126', incognito: 'split' };

/** Who may show the extension's pages in a frame. */
const frameAncestors = (browser: string) => (browser === 'firefox' ? "'self' http: https:" : "'none'");

/**
 * What several entry points share is two files, since each further one is waited for before anything of a page is seen: what only pages use,
 * which have a window, and what the background uses too.
 */
const SHARED = [
  { name: 'core', priority: 2, minShareCount: 2, test: (id: string) => !OF_PAGES.test(id) },
  { name: 'pages', priority: 1, minShareCount: 2 },
];
const OF_PAGES = /[\\/](?:components|pages|node_modules[\\/]preact)[\\/]/;

const packages = new BundledPackages(import.meta.dirname);

export default defineConfig({
  imports: false,
  // Tests that build do it elsewhere, so that they cannot replace what another test has loaded.
  outDir: process.env['ALLEGEDLY_OUT'] ?? '.output',
  vite: () => ({
    plugins: [preact(), packages.plugin()],
    worker: { plugins: () => [packages.plugin()] },
    build: { target: 'es2024', modulePreload: { polyfill: false } },
    // Case files as text that is parsed: code of their size takes many times as long to read.
    json: { stringify: true },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rollupOptions?.output;
      if (entrypoints.length > 1 && output && !Array.isArray(output)) output.codeSplitting = { groups: SHARED };
    },
    'build:done': (wxt) => packages.write(wxt.config.outDir),
  },
  manifest: ({ mode, browser }) => ({
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    ...(mode === 'granted' ? { host_permissions: ALL_SITES } : { optional_host_permissions: ALL_SITES }),
    content_security_policy: {
      extension_pages: `default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors(browser)}`,
    },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      // Letters that Chromium gives to no command of its own: what it has taken (A, N, P …) it passes over without a word.
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'open-sidebar': { description: '__MSG_commandOpenSidebar__', suggested_key: { default: 'Alt+Shift+S' } },
      'toggle-page': { description: '__MSG_commandTogglePage__', suggested_key: { default: 'Alt+Shift+M' } },
      'next-mark': { description: '__MSG_commandNextMark__', suggested_key: { default: 'Alt+Shift+J' } },
      // Browsers take four suggested keys at most; in an open card there are keys for both ways.
      'previous-mark': { description: '__MSG_commandPreviousMark__' },
      'toggle-everywhere': { description: '__MSG_commandToggleEverywhere__' },
    },
  }),
});
