/**
 * Tickets by which the panel, in a frame of a web page, knows that the reader has asked for it there: one a tab, kept no longer than the
 * browser runs. A page that frames the panel by itself has none, and cannot read the address of ours.
 */
import { browser } from 'wxt/browser';

const keyOf = (tabId: number) => `dock:${tabId}`;

/** A new ticket for a tab; the one before is void. */
export async function issueDockTicket(tabId: number): Promise<string> {
  const ticket = `${tabId}.${crypto.randomUUID()}`;
  await browser.storage.session.set({ [keyOf(tabId)]: ticket });
  return ticket;
}

/** The tab that a ticket is good for; undefined for any that was not issued, or is void. */
export async function tabOfTicket(ticket: string): Promise<number | undefined> {
  const tabId = Number(ticket.split('.')[0]);
  return (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] === ticket ? tabId : undefined;
}

export async function voidDockTicket(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
