import sax from 'sax';

/** An element of TwiML. */
export type Verb = { name: string; attributes: Record<string, string>; text: string; inner: Verb[] };

/** TwiML as Twilio reads it: well-formed, one `Response`. */
export function parseTwiml(text: string): Verb[] {
  const root: Verb = { name: '', attributes: {}, text: '', inner: [] };
  const path = [root];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const verb: Verb = {
      name,
      text: '',
      inner: [],
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
    };
    path.at(-1)?.inner.push(verb);
    path.push(verb);
  };
  parser.ontext = (part) => {
    const verb = path.at(-1);
    if (verb !== undefined) verb.text += part;
  };
  parser.onclosetag = () => void path.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(text).close();
  const [response, ...others] = root.inner;
  if (response?.name !== 'Response' || others.length > 0) throw new Error(`no TwiML: ${text}`);
  return response.inner;
}
