// The link by which a reader reports a search without results. Nothing is sent until the reader sends it.
import { reportBody, reportLine, reportSubject } from './strings.js';

const MAX_LENGTH = 200;

/**
 * @param report a URL; {subject} and {body} in it stand for the texts of an issue or a message
 * @param query the query as typed
 */
export function reportUrl(report, query) {
  const text = query.trim().replace(/\s+/g, ' ').slice(0, MAX_LENGTH);
  const texts = {
    subject: reportSubject(text),
    body: `${reportBody(text)}\n\n${reportLine}\n\n` + `    - { query: '${text.replaceAll("'", "''")}', expect: … }\n`,
  };
  return report.replace(/\{(subject|body)\}/g, (_, name) => encodeURIComponent(texts[name]));
}
