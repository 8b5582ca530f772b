/**
 * A web server for this machine alone: pages by path, from memory.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer {
  readonly port: number;
  /** Path ("/a") → HTML; may be changed while the server runs. */
  readonly pages: Map<string, string>;
  /** Path → further headers of its answer. */
  readonly headers: Map<string, Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1, on a port that is free. */
export async function servePages(pages: Iterable<readonly [path: string, html: string]> = []): Promise<PageServer> {
  const served = new Map(pages);
  const headers = new Map<string, Record<string, string>>();
  const server = createServer((request, response) => {
    // A browser that uses this server as its proxy asks for whole addresses.
    const path = (request.url ?? '/').replace(/^http:\/\/[^/]*/, '').replace(/[?#].*$/s, '') || '/';
    const html = served.get(path);
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...headers.get(path) });
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
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
