// Calls the interface of the same host with the reader's own token, which lives as long as this tab.

const TOKEN = 'tiendo.token';

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || String(status));
    this.status = status;
    this.title = problem.title || String(status);
  }
}

export const session = {
  token: () => sessionStorage.getItem(TOKEN),
  signIn(token) {
    sessionStorage.setItem(TOKEN, token.trim().replace(/^Bearer\s+/i, ''));
  },
  signOut: () => sessionStorage.removeItem(TOKEN),
};

export async function read(path, parameters, language) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters || {})) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const answer = await fetch('/api/v1' + path + (query.size ? '?' + query : ''), {
    headers: {Authorization: 'Bearer ' + session.token(), Accept: 'application/json', 'Accept-Language': language},
    credentials: 'omit',
    cache: 'no-store',
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}
