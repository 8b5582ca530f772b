/**
 * How the extension is built: manifest, permissions, browsers.
 * `--mode granted` is the build for tests and the demonstration: hosts granted at install, nothing else differs.
 */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const ALL_SITES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  imports: false,
  // Tests that build do it elsewhere, so that they cannot replace what another test has loaded.
  outDir: process.env['ALLEGEDLY_OUT'] ?? '.output',
  vite: () => ({
    plugins: [preact()],
    build: { target: 'es2024', modulePreload: { polyfill: false } },
  }),
  manifest: ({ mode, browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '126',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    ...(mode === 'granted' ? { host_permissions: ALL_SITES } : { optional_host_permissions: ALL_SITES }),
    incognito: 'split',
    content_security_policy: {
      extension_pages:
        "default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
      'open-sidebar': { description: '__MSG_commandOpenSidebar__', suggested_key: { default: 'Alt+Shift+S' } },
      'toggle-page': { description: '__MSG_commandTogglePage__', suggested_key: { default: 'Alt+Shift+M' } },
      'next-mark': { description: '__MSG_commandNextMark__', suggested_key: { default: 'Alt+Shift+N' } },
      // Browsers take four suggested keys at most; in an open card there are keys for both ways.
      'previous-mark': { description: '__MSG_commandPreviousMark__' },
      'toggle-everywhere': { description: '__MSG_commandToggleEverywhere__' },
    },
  }),
});
