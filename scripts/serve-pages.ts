/**
 * A web server for this machine alone: pages by path, from memory.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer {
  readonly port: number;
  /** Path ("/a") → HTML; may be changed while the server runs. */
  readonly pages: Map<string, string>;
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1, on a port that is free; the headers go with every page. */
export async function servePages(
  pages: Iterable<readonly [path: string, html: string]> = [],
  headers: Readonly<Record<string, string>> = {},
): Promise<PageServer> {
  const served = new Map(pages);
  const server = createServer((request, response) => {
    const html = served.get((request.url ?? '/').replace(/[?#].*$/s, ''));
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html ?? '<!doctype html><title>Not found</title><p>Not found');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    pages: served,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
