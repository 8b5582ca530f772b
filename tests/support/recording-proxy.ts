/**
 * A proxy on this machine through which a browser is made to ask for everything. It serves the given pages for hosts under `.example`, lets
 * nothing else out, and keeps a record of every request.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  readonly port: number;
  /** Every request, in order: "GET http://news.example/a", "CONNECT other.example:443". */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** `pages`: path → HTML, the same on every host. */
export async function recordingProxy(pages: ReadonlyMap<string, string>): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer(({ method, url = '' }, response) => {
    requests.push(`${method} ${url}`);
    const asked = URL.parse(url);
    const html = asked?.hostname.endsWith('.example') ? pages.get(asked.pathname) : undefined;
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? '');
  });
  server.on('connect', ({ url }, socket) => {
    requests.push(`CONNECT ${url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
