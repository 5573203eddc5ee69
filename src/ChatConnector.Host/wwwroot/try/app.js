// The try-it chat: one window is one person.

import { get, post } from './api.js';
import { renderCard } from './card.js';
import { clockBar } from './clock.js';
import { avatar, fill, h } from './dom.js';
import { openForm } from './form.js';
import { begin, keep, learn, model, nameOf, person, setClock, unreadInAll } from './model.js';
import { address, drawSidebar } from './sidebar.js';
import { listen } from './stream.js';
import { talkView } from './talk.js';

const query = new URLSearchParams(location.search);
const at = id => document.getElementById(id);
const announcer = at('announcer');
const announce = sentence => fill(announcer, sentence);

let here = null;
let view = null;
let bar = null;

async function start() {
  const state = await get('state', { as: query.get('as') ?? '' });
  begin(state);
  bar = clockBar(announce);
  fill(at('clock'), bar.element);
  go(query.get('in') ?? `private:${model.me}`, false);
  listen(model.me, model.organization.id, state.last, changed, connected => {
    at('offline').hidden = connected;
  });
  addEventListener('popstate', () => go(new URLSearchParams(location.search).get('in') ?? `private:${model.me}`, false));
  addEventListener('focus', () => markRead());
  setInterval(drawAround, 30000);
  document.body.dataset.ready = 'true';
}

function go(place, remember = true) {
  if (place !== 'home' && !model.talks.has(place)) place = `private:${model.me}`;
  here = place;
  if (remember) history.pushState(null, '', address(model.me, place));
  menu(false);
  at('toast').hidden = true;
  if (place === 'home') showHome();
  else showTalk(model.talks.get(place));
  drawAround();
}

async function showTalk(talk) {
  const mine = talkView(talk, does);
  view = mine;
  fill(at('title'), titleOf(talk));
  fill(at('main'), mine.element);
  if (model.lines.has(talk.id)) mine.draw(true);
  if (matchMedia('(min-width: 60rem)').matches) mine.focus();
  await load(talk);
  if (view !== mine) return;
  mine.draw(true);
  markRead();
}

async function load(talk, before = null) {
  const answer = await get('lines', { as: model.me, talk: talk.id, ...(before ? { before } : {}) });
  keep(talk.id, answer.lines);
  if (answer.more) model.earlier.add(talk.id);
  else model.earlier.delete(talk.id);
}

function titleOf(talk) {
  const sign = talk.kind === 'private' ? avatar(person('connector'))
    : talk.kind === 'group' ? h('span', { class: 'stack' }, talk.members.filter(id => id !== model.me).slice(0, 3).map(id => avatar(person(id))))
    : h('span', { class: 'sign', 'aria-hidden': 'true' }, '#');
  return [sign, h('div', null, h('h1', null, nameOf(talk)), h('p', { class: 'about' }, talk.kind === 'private' ? 'Just you and Connector' : talk.about))];
}

function showHome() {
  view = null;
  fill(at('title'), avatar(person(model.me)), h('div', null, h('h1', null, 'Home'), h('p', { class: 'about' }, 'Your asks, your promises, your settings')));
  drawHome();
  post('home', { as: model.me }).catch(error => announce(error.message));
}

function drawHome() {
  const press = (button, id) => does.press({ id: `private:${model.me}` }, null, button, id);
  const card = model.home ? renderCard(model.home, press) : h('p', { class: 'about', role: 'status' }, 'Opening your home page…');
  fill(at('main'), h('div', { class: 'scroll home', tabindex: -1 }, h('div', { class: 'column' }, inSections(card))));
}

/** A heading and what belongs to it become a section of their own. */
function inSections(card) {
  let section = null;
  for (const part of [...card.children]) {
    if (part.tagName === 'H3' && card.firstElementChild !== part) part.before(section = h('section', { 'aria-label': part.textContent }));
    section?.append(part);
  }
  return card;
}

/** On the home page, what Connector answers elsewhere is said here too. */
function notice(line) {
  if (here !== 'home' || line.talk !== `private:${model.me}` || line.from !== 'connector' || line.gone) return;
  const toast = at('toast');
  fill(toast, h('span', null, line.card.summary), h('button', { type: 'button', class: 'button small', onclick: () => go(line.talk) }, 'Show'));
  toast.hidden = false;
}

/** What a person can do in a conversation. */
const does = {
  say: async (talk, text, thread, id) => {
    const answer = await post('say', { as: model.me, talk: talk.id, text, thread, id });
    if (answer.form) open(talk, thread, answer.form);
  },
  rewrite: (talk, line, text, id) => post('rewrite', { as: model.me, talk: talk.id, line: line.number, text, id }),
  takeBack: (talk, line, id) => post('take-back', { as: model.me, talk: talk.id, line: line.number, id }),
  press: async (talk, line, button, id) => {
    const thread = line?.thread ?? null;
    const answer = await post('press', { as: model.me, talk: talk.id, thread, act: button.act, id });
    if (answer.form) open(talk, thread, answer.form);
  },
  makeAsk: async (talk, line, button) => {
    try {
      const thread = line.thread ?? line.number;
      const answer = await post('shortcut', { as: model.me, talk: talk.id, line: line.number });
      open(talk, thread, answer.form);
    } catch (error) {
      announce(error.message);
      button.title = error.message;
    }
  },
  earlier: async talk => {
    await load(talk, Math.min(...model.lines.get(talk.id).keys()));
    view?.draw();
  },
};

const open = (talk, thread, form) =>
  openForm(form, (fields, id) => post('submit', { as: model.me, talk: talk.id, thread, act: form.act, fields, id }));

function changed(kind, what) {
  switch (kind) {
    case 'line':
      if (learn(what) && what.talk === here) view?.draw();
      notice(what);
      markRead();
      bar.refresh();
      break;
    case 'talk': {
      const known = model.talks.get(what.id);
      model.talks.set(what.id, known ? { ...what, unread: known.unread, last: known.last } : what);
      break;
    }
    case 'person': model.people.set(what.id, what); break;
    case 'home':
      model.home = what;
      if (here === 'home') drawHome();
      break;
    case 'read':
      if (model.talks.has(what.talk)) model.talks.get(what.talk).unread = 0;
      break;
    case 'clock':
      setClock(what);
      bar.draw();
      bar.refresh();
      break;
    case 'over': location.assign('/'); break;
  }
  drawAround();
}

function markRead() {
  const talk = model.talks.get(here);
  if (!talk || talk.unread === 0 || document.hidden) return;
  talk.unread = 0;
  post('read', { as: model.me, talk: talk.id, upTo: talk.last }).catch(() => {
    // Read again later: an unread sign too many does no harm.
  });
  drawAround();
}

/** On narrow screens the sidebar is a sheet over the conversation. */
function menu(open) {
  document.body.classList.toggle('menu-open', open);
  at('menu').setAttribute('aria-expanded', String(open));
  if (open) at('sidebar').querySelector('.me').focus();
}

at('menu').addEventListener('click', () => menu(!document.body.classList.contains('menu-open')));
at('veil').addEventListener('click', () => menu(false));
addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !document.body.classList.contains('menu-open')) return;
  menu(false);
  at('menu').focus();
});

function drawAround() {
  const focused = document.activeElement?.closest?.('#sidebar') ? document.activeElement.getAttribute('href') ?? 'me' : null;
  drawSidebar(at('sidebar'), here, go);
  if (focused) (focused === 'me' ? at('sidebar').querySelector('.me') : at('sidebar').querySelector(`[href="${CSS.escape(focused)}"]`))?.focus();
  const unread = unreadInAll();
  at('menu-badge').hidden = unread === 0;
  const name = here === 'home' ? 'Home' : nameOf(model.talks.get(here));
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · ${person(model.me).name} · ChatConnector`;
}

start().catch(error => fill(at('main'), h('div', { class: 'failed' }, h('p', { role: 'alert' }, error.message), h('p', null, h('a', { class: 'button', href: location.href }, 'Try again'), ' ', h('a', { class: 'button quiet', href: '/welcome' }, 'Choose who you are')))));
