/** The tagger's weights, loaded once for as long as the worker lives. */
import { browser } from 'wxt/browser';
import { loadTagger, type Tagger } from '../../analysis/tagger/tagger.ts';

let loading: Promise<Tagger> | undefined;

/** The tagger. Asked for again after a failure, it tries again. */
export function tagger(): Promise<Tagger> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Tagger> {
  // A file of the extension itself: nothing goes over a network.
  const response = await fetch(browser.runtime.getURL('/tagger.bin'));
  return loadTagger(new Uint8Array(await response.arrayBuffer()));
}
