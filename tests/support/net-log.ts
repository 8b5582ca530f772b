/**
 * What a browser asked of the network, by its own account (Chromium's `--log-net-log`), which says on whose behalf: a page's, an extension's,
 * or its own. The account is whole once the browser has closed.
 */
import { readFileSync } from 'node:fs';

export interface LoggedRequest {
  readonly url: string;
  /** The origin on whose behalf; undefined for what the browser asks by itself and for an address that somebody typed. */
  readonly initiator: string | undefined;
  /** A tab or a frame goes to an address. */
  readonly isNavigation: boolean;
}

interface Log {
  readonly constants: { readonly logEventTypes: { readonly URL_REQUEST_START_JOB: number } };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string; readonly request_type?: string };
  }[];
}

/** Every request in the file. Throws where it holds none. */
export function requestsIn(file: string): LoggedRequest[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as Log;
  const requests = events.flatMap(({ type, params }): LoggedRequest[] => {
    if (type !== constants.logEventTypes.URL_REQUEST_START_JOB || params?.url === undefined) return [];
    const { url, initiator = '', request_type: kind = '' } = params;
    return [{ url, initiator: initiator.includes('://') ? initiator : undefined, isNavigation: kind.includes('frame') }];
  });
  if (requests.length === 0) throw new Error(`${file} names no request.`);
  return requests;
}
