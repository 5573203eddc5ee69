// What this window knows, and how it learns more.

export const connector = { id: 'connector', name: 'Connector', title: 'Finds the right person to ask', team: '', zone: '' };

export const model = {
  me: null,
  organization: null,
  people: new Map(),
  talks: new Map(),
  /** Lines by conversation, then by number; a conversation that was never opened is missing. */
  lines: new Map(),
  /** Conversations with more lines before the first one known. */
  earlier: new Set(),
  home: null,
  clock: { now: Date.now(), next: null },
  last: 0,
};

/** How far the shown clock is ahead of this computer's. */
let ahead = 0;

export const now = () => new Date(Date.now() + ahead);

export function setClock(clock) {
  model.clock = clock;
  ahead = new Date(clock.now).getTime() - Date.now();
}

export function begin(state) {
  Object.assign(model, { me: state.me, organization: state.organization, home: state.home, last: state.last });
  model.people = new Map(state.people.map(person => [person.id, person]));
  model.talks = new Map(state.talks.map(talk => [talk.id, talk]));
  setClock(state.clock);
}

export const person = id => (id === 'connector' ? connector : model.people.get(id) ?? { id, name: 'Somebody', title: '', team: '', zone: '' });

export const firstName = id => person(id).name.split(' ')[0];

/** What a conversation is called for the one who looks at it. */
export function nameOf(talk) {
  if (talk.kind === 'private') return 'Connector';
  if (talk.kind === 'channel') return talk.name;
  return talk.members.filter(id => id !== model.me).map(firstName).join(', ') || 'Just you';
}

export function keep(talk, lines) {
  const known = model.lines.get(talk) ?? new Map();
  for (const line of lines) known.set(line.number, line);
  model.lines.set(talk, new Map([...known].sort(([a], [b]) => a - b)));
}

/** Takes in a change; false when the conversation was never opened here, so there is nothing to redraw in it. */
export function learn(line) {
  if (line.gone) return model.lines.get(line.talk)?.delete(line.number) ?? false;
  const talk = model.talks.get(line.talk);
  if (talk && line.number > talk.last) {
    talk.last = line.number;
    if (line.from !== model.me) talk.unread += 1;
  }
  if (!model.lines.has(line.talk)) return false;
  keep(line.talk, [line]);
  return true;
}

export const unreadInAll = () => [...model.talks.values()].reduce((sum, talk) => sum + talk.unread, 0);

const formats = new Map();
function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    try {
      formats.set(key, new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone || undefined }));
    } catch {
      formats.set(key, new Intl.DateTimeFormat('en-GB', options));
    }
  }
  return formats.get(key);
}

export const timeIn = (zone, at) => format(zone, { hour: '2-digit', minute: '2-digit' }).format(at);
export const dayIn = (zone, at) => format(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
export const longDayIn = (zone, at) => format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
export const cityOf = zone => (zone ? zone.split('/').at(-1).replaceAll('_', ' ') : 'here');
