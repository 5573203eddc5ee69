// One conversation: its lines from top to bottom, and the box to write in.

import { avatar, fill, h, icon } from './dom.js';
import { makeId } from './api.js';
import { composer } from './composer.js';
import { renderCard, words } from './card.js';
import { connector, firstName, longDayIn, model, nameOf, now, person, timeIn } from './model.js';

const together = 5 * 60 * 1000;
const beginnings = ['I need help with a slow Postgres query', 'Who knows about accessible colours?', 'What can you do?'];

/**
 * @param does what a person can do here: say, rewrite, takeBack, press, makeAsk, earlier
 */
export function talkView(talk, does) {
  const zone = person(model.me).zone;
  const shown = new Map();
  const log = h('ol', { class: 'log', role: 'log', 'aria-label': `Conversation: ${nameOf(talk)}` });
  const older = h('button', { type: 'button', class: 'button quiet small older', hidden: true, onclick: () => does.earlier(talk) }, 'Show what came before');
  const jump = h('button', { type: 'button', class: 'button primary small jump', hidden: true, onclick: () => toEnd(true) }, icon('down'), 'New');
  const box = composer(talk, {
    say: (text, thread, id) => does.say(talk, text, thread, id),
    rewrite: (line, text, id) => does.rewrite(talk, line, text, id),
    latest: () => [...(model.lines.get(talk.id)?.values() ?? [])].findLast(isMine),
  });
  const starts = h('div', { class: 'starts', hidden: true }, h('p', { class: 'about' }, 'Perhaps begin with'),
    beginnings.map(text => h('button', { type: 'button', class: 'button small', onclick: () => box.suggest(text) }, text)));
  const scroll = h('div', { class: 'scroll', tabindex: -1 }, h('div', { class: 'column' }, older, log, starts));
  const element = h('div', { class: 'talk' }, scroll, h('div', { class: 'jump-holder' }, jump), box.element);

  scroll.addEventListener('scroll', () => {
    if (atEnd()) jump.hidden = true;
  });

  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  function toEnd(smooth = false) {
    scroll.scrollTo({ top: scroll.scrollHeight, behavior: smooth ? 'smooth' : 'auto' });
    jump.hidden = true;
  }

  /** Brings the page up to what the model knows; a line that did not change keeps its element, its focus and its place. */
  function draw(first = false) {
    const follow = first || atEnd();
    const lines = [...(model.lines.get(talk.id)?.values() ?? [])];
    const height = scroll.scrollHeight;
    const top = lines.filter(line => !line.thread || !model.lines.get(talk.id).has(line.thread));
    const threads = Map.groupBy(lines.filter(line => !top.includes(line)), line => line.thread);
    const wanted = [];
    let before = null;
    for (const line of top) {
      if (!before || longDayIn(zone, new Date(before.at)) !== longDayIn(zone, new Date(line.at))) wanted.push(daySign(line));
      wanted.push(lineElement(line, continues(before, line), threads.get(line.number) ?? []));
      before = threads.has(line.number) ? null : line;
      if (before === null) before = { ...line, from: '' };
    }
    place(log, wanted.length > 0 ? wanted : [emptyState()]);
    starts.hidden = talk.kind !== 'private' || lines.length > 1 || lines.some(line => line.from === model.me);
    older.hidden = !model.earlier.has(talk.id);
    if (follow) toEnd();
    else if (scroll.scrollTop < 40) scroll.scrollTop += scroll.scrollHeight - height;
    else jump.hidden = false;
  }

  function lineElement(line, joined, replies) {
    const known = shown.get(line.number);
    const same = known && known.line === line && known.joined === joined;
    const element = same ? known.element : makeLine(line, joined, known?.element);
    shown.set(line.number, { line, joined, element });
    const thread = element.querySelector(':scope > .thread');
    if (replies.length > 0) {
      const list = thread ?? h('ol', { class: 'thread', 'aria-label': `Answers to ${firstName(line.from)}` });
      if (!thread) element.append(list);
      place(list, replies.map((reply, index) => lineElement(reply, continues(replies[index - 1], reply), [])));
    }
    return element;
  }

  function makeLine(line, joined, old) {
    const from = person(line.from);
    const at = new Date(line.at);
    const hadFocus = old?.contains(document.activeElement);
    const element = h('li', { class: `line${joined ? ' joined' : ''}${line.onlyForYou ? ' only' : ''}${line.from === model.me ? ' mine' : ''}`, 'data-number': line.number, tabindex: -1 },
      joined ? h('span', { class: 'gutter' }) : avatar(from),
      h('div', { class: 'said' },
        h('p', { class: joined ? 'who unseen' : 'who' }, h('strong', null, from.name), ' ', h('time', { datetime: line.at, title: longDayIn(zone, at) }, timeIn(zone, at))),
        line.onlyForYou ? h('p', { class: 'only-you' }, icon('eye'), 'Only you can see this') : null,
        line.text ? h('p', { class: 'words' }, words(line.text), line.edited ? h('span', { class: 'edited' }, ' (edited)') : null) : null,
        line.card ? renderCard(line.card, (button, id) => does.press(talk, line, button, id)) : null,
        tools(line)));
    const thread = old?.querySelector(':scope > .thread');
    if (thread) element.append(thread);
    if (old) old.replaceWith(element);
    if (hadFocus) element.focus({ preventScroll: true });
    return element;
  }

  function tools(line) {
    if (line.onlyForYou || (talk.kind === 'private' && !isMine(line))) return null;
    const quoted = (line.text ?? line.card?.summary ?? '').replace(/<@([\w-]+)>/g, (_, id) => '@' + firstName(id)).slice(0, 60);
    return h('div', { class: 'line-tools' },
      talk.kind === 'channel' ? h('button', { type: 'button', class: 'button small', onclick: () => box.answer(line, quoted) }, icon('reply'), 'Reply') : null,
      talk.kind !== 'private' && line.text ? h('button', { type: 'button', class: 'button small', onclick: event => does.makeAsk(talk, line, event.currentTarget) }, icon('hand'), 'Make this an ask') : null,
      isMine(line) ? [h('button', { type: 'button', class: 'button small', onclick: () => box.rewrite(line) }, icon('pen'), 'Edit'), deletion(line)] : null);
  }

  /** Asks once more, in its own place, before anything is gone. */
  function deletion(line) {
    const id = makeId();
    const label = h('span', null, 'Delete');
    const settle = sure => {
      button.dataset.sure = sure;
      fill(label, sure ? 'Delete it?' : 'Delete');
    };
    const button = h('button', {
      type: 'button', class: 'button small', onblur: () => settle(''), onclick: async () => {
        if (!button.dataset.sure) return settle('yes');
        try {
          await does.takeBack(talk, line, id);
        } catch (error) {
          fill(label, error.message);
        }
      },
    }, icon('bin'), label);
    return button;
  }

  const daySign = line => {
    const day = longDayIn(zone, new Date(line.at));
    const known = shown.get(day);
    if (known) return known;
    const sign = h('li', { class: 'day' }, h('span', null, longDayIn(zone, now()) === day ? 'Today' : day));
    if (longDayIn(zone, now()) !== day) shown.set(day, sign);
    return sign;
  };

  function emptyState() {
    if (talk.kind !== 'private') return h('li', { class: 'empty' }, h('p', { class: 'empty-title' }, talk.kind === 'channel' ? `This is #${talk.name}` : nameOf(talk)), h('p', { class: 'about' }, talk.about));
    return h('li', { class: 'empty' }, avatar(connector, 'large'),
      h('p', { class: 'empty-title' }, `Hello, ${firstName(model.me)}.`),
      h('p', { class: 'about' }, 'Tell me what you could use a hand with, and I’ll find people who know. Nobody is asked twice as often as they like, and nobody sees who said no.'));
  }

  return { element, draw, focus: box.focus };
}

/** What I typed myself. A command is between its giver and Connector, and done when it is given. */
const isMine = line => line.from === model.me && Boolean(line.text) && !line.text.startsWith('/');

const continues = (before, line) =>
  Boolean(before) && before.from === line.from && before.onlyForYou === line.onlyForYou && new Date(line.at) - new Date(before.at) < together;

/** Puts these elements, in this order, into the list, touching only what is out of place. */
function place(list, wanted) {
  wanted.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
  while (list.children.length > wanted.length) list.lastElementChild.remove();
}
