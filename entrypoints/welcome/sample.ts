/** The article on which the welcome page shows what happens to articles: written for it, after the public record of the case. */

export const SAMPLE = {
  title: 'Judge finds NSO Group liable for hacking of WhatsApp users',
  paragraphs: [
    'A federal judge in California ruled on Friday that NSO Group had broken into the phones of about 1,400 WhatsApp users in the spring of 2019. WhatsApp sued the Israeli spyware maker that autumn.',
    'WhatsApp alleged that NSO had used its servers to send malicious code to the targets, among them journalists and lawyers. NSO has denied wrongdoing and says that its customers, not the company, operate Pegasus.',
    'In an earlier hearing the company acknowledged that it had gone on using WhatsApp after it was sued. It did not respond to a request for comment on Friday.',
    'WhatsApp asked the court to bar NSO from its service for good. How much the company must pay is left to a jury.',
  ],
} as const;
