// Talking to the host. Every failure becomes one sentence a person can act on.

/** Something went wrong; the message is meant for people. */
export class Problem extends Error {
  constructor(sentence, errors = null) {
    super(sentence);
    this.errors = errors;
  }
}

/** An id made here, so that the same press sent twice is carried out once. */
export const makeId = () => crypto.randomUUID().replaceAll('-', '');

export const get = (path, query = {}) => send('GET', `${path}?${new URLSearchParams(query)}`);
export const post = (path, body) => send('POST', path, body);
export const remove = path => send('DELETE', path, {});

async function send(method, path, body) {
  let response;
  try {
    response = await fetch(`/try/${path}`, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      cache: 'no-store',
    });
  } catch {
    throw new Problem('ChatConnector can’t be reached right now. Nothing is lost – try again in a moment.');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer ?? {};
  throw new Problem(answer?.problem ?? 'That didn’t work. Try again in a moment.', answer?.errors ?? null);
}
