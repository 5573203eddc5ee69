// Who you are, and where you can go.

import { avatar, fill, freshId, h, icon, iconButton } from './dom.js';
import { cityOf, connector, model, nameOf, now, person, timeIn } from './model.js';

/** The address of this page as somebody, somewhere. */
export const address = (as, place = null) => `/?${new URLSearchParams(place ? { as, in: place } : { as })}`;

/**
 * @param go called with the id of the place chosen
 */
export function drawSidebar(element, here, go) {
  const me = person(model.me);
  const talks = [...model.talks.values()];
  const channels = talks.filter(talk => talk.kind === 'channel');
  const groups = talks.filter(talk => talk.kind === 'group').sort((a, b) => b.last - a.last);
  const mine = talks.find(talk => talk.kind === 'private');

  fill(element,
    h('p', { class: 'brand' }, h('img', { src: '/try/mark.svg', alt: '', width: 28, height: 28 }), 'ChatConnector'),
    h('button', { type: 'button', class: 'me', 'aria-haspopup': 'dialog', onclick: openSwitcher },
      avatar(me, 'large'),
      h('span', { class: 'me-text' },
        h('span', { class: 'unseen' }, 'You are '), h('strong', null, me.name),
        h('span', { class: 'about' }, me.title || me.team),
        h('span', { class: 'about' }, `${timeIn(me.zone, now())} in ${cityOf(me.zone)}`)),
      icon('chevron')),
    h('ul', { class: 'places' },
      place(mine.id, avatar(connector, 'tiny'), 'Connector', mine.unread),
      place('home', icon('home'), 'Home', 0)),
    section('Channels', channels.map(talk => place(talk.id, icon('hash'), talk.name, talk.unread))),
    section('Introductions', groups.map(talk => place(talk.id, icon('people'), nameOf(talk), talk.unread)),
      'When Connector brings people together, they meet here.'),
    h('p', { class: 'sidebar-end' },
      h('a', { class: 'button quiet small', href: '/welcome' }, icon('restart'), model.organization.kind === 'empty' ? 'Add people, or start over' : 'Start over')));

  function place(id, sign, name, unread) {
    const current = id === here;
    return h('li', null, h('a', {
      class: unread > 0 ? 'place unread' : 'place', href: address(model.me, id), 'aria-current': current ? 'page' : null,
      onclick: event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(id);
      },
    }, sign, h('span', { class: 'place-name' }, name), unread > 0 ? h('span', { class: 'badge' }, unread > 99 ? '99+' : unread, h('span', { class: 'unseen' }, ' unread')) : null));
  }
}

function section(title, places, whenEmpty = '') {
  const id = freshId();
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title),
    places.length > 0 ? h('ul', { class: 'places' }, places) : h('p', { class: 'about empty-note' }, whenEmpty));
}

function openSwitcher() {
  const title = freshId();
  const teams = Map.groupBy([...model.people.values()], p => p.team || 'Everybody');
  const dialog = h('dialog', { class: 'switcher', 'aria-labelledby': title, onclose: () => dialog.remove() },
    h('header', null, h('h2', { id: title }, 'Who are you?'), iconButton('close', 'Close', { onclick: () => dialog.close() })),
    h('div', { class: 'switcher-body' },
      h('p', { class: 'about' }, 'Open two people in two windows and watch them stay in step.'),
      [...teams].map(([team, people]) => {
        const id = freshId();
        return h('section', { 'aria-labelledby': id }, h('h3', { id }, team), h('ul', null, people.map(switchTo)));
      })));
  document.body.append(dialog);
  dialog.showModal();
}

const switchTo = p => h('li', { class: 'switch' },
  h('a', { class: 'switch-to', href: address(p.id), 'aria-current': p.id === model.me ? 'true' : null },
    avatar(p),
    h('span', { class: 'me-text' }, h('strong', null, p.name), h('span', { class: 'about' }, `${p.title ? p.title + ' · ' : ''}${timeIn(p.zone, now())} in ${cityOf(p.zone)}`))),
  h('a', { class: 'button quiet round', href: address(p.id), target: '_blank', rel: 'opener', 'aria-label': `Open ${p.name} in a new window`, title: 'Open in a new window' }, icon('window')));
