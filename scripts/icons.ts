/**
 * Draws the toolbar icon at every size, from one drawing, with an installed browser: `node scripts/icons.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './install-browser.ts';

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = join(import.meta.dirname, '../public/icon');

/** A speech bubble with two lines in it: what is claimed, solid, and what is denied, broken. Few shapes, so that 16 pixels hold them. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <title>Allegedly</title>
  <path fill="#2f4a73" d="M3 1h10a2.5 2.5 0 0 1 2.5 2.5v6A2.5 2.5 0 0 1 13 12H8l-3.6 3.4A.5.5 0 0 1 3.500 15v-3H3A2.500 2.500 0 0 1 .5 9.500v-6A2.500 2.500 0 0 1 3 1z"/>
  <path fill="#ffffff" d="M3 4h10v1.600H3z"/>
  <path fill="#ffb08a" d="M3 7.600h2.600v1.600H3zM6.700 7.600h2.600v1.600H6.700zM10.400 7.600H13v1.600h-2.600z"/>
</svg>`;

writeFileSync(join(FOLDER, 'icon.svg'), `${DRAWING}\n`);
const browser = await puppeteer.launch({ executablePath: needBrowser().executablePath, headless: true, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${DRAWING}`);
  await page.screenshot({ path: join(FOLDER, `${size}.png`) as `${string}.png`, omitBackground: true });
}
await browser.close();
