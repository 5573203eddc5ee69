// Elements from plain values. Text is only ever set as text, so nothing a person wrote can become markup.

const svg = 'http://www.w3.org/2000/svg';

const paths = {
  home: 'M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z',
  hash: 'M9.5 4 7.5 20M16.5 4l-2 16M4.5 9.2h16M3.5 15h16',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  window: 'M14 4h6v6M20 4l-8.5 8.5M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  clock: 'M12 7v5l3 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  reply: 'M9 7 4 12l5 5M4.5 12H14a6 6 0 0 1 6 6',
  hand: 'M8 12.5V6.2a1.5 1.5 0 0 1 3 0V11m0-1V4.7a1.5 1.5 0 0 1 3 0V11m0-.5V6.2a1.5 1.5 0 0 1 3 0V14a6.5 6.5 0 0 1-6.5 6.5c-2.3 0-3.7-1-5-3L3.5 14a1.5 1.5 0 0 1 2.5-1.7l2 2.2',
  pen: 'M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  bin: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  people: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.9c2 .7 3.2 2.4 3.5 5.1',
  chevron: 'm7 10 5 5 5-5',
  plus: 'M12 5v14M5 12h14',
  restart: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5v4h4',
  down: 'M12 5v14M6 13l6 6 6-6',
};

/** An element. Properties starting with "on" are listeners; the others are attributes, left out when null or false. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('viewBox', '0 0 24 24');
  element.setAttribute('class', 'icon');
  element.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  element.append(path);
  return element;
}

/** A button that only shows an icon; its name is for everybody who does not see it. */
export const iconButton = (name, label, properties) =>
  h('button', { type: 'button', class: 'button quiet round', 'aria-label': label, title: label, ...properties }, icon(name));

/** A colour of their own, the same in every window. */
function hueOf(id) {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619);
  return (hash >>> 7) % 360;
}

export function avatar(person, size = '') {
  if (person.id === 'connector') return h('span', { class: `avatar connector ${size}`, 'aria-hidden': 'true' }, h('img', { src: '/try/mark.svg', alt: '' }));
  const initials = person.name.split(/\s+/).filter(Boolean).map(word => [...word][0]);
  const element = h('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, (initials[0] ?? '?') + (initials.length > 1 ? initials.at(-1) : ''));
  element.style.setProperty('--hue', hueOf(person.id));
  return element;
}

let last = 0;
/** An id for an element, where a label or description has to name it. */
export const freshId = () => `e${++last}`;

/** Replaces everything inside. */
export const fill = (element, ...children) => element.replaceChildren(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
