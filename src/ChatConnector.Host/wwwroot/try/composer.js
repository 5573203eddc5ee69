// The box people write in: mentions, commands, and sending.

import { fill, h, icon, iconButton } from './dom.js';
import { busy } from './card.js';
import { makeId } from './api.js';
import { asChoice, combobox, matching } from './pick.js';
import { connector, firstName, model, nameOf } from './model.js';

const commands = [
  { id: 'ask', name: '/ask', about: 'Ask for a hand' },
  { id: 'thanks', name: '/thanks', about: 'Thank somebody' },
  { id: 'connector', name: '/connector', about: 'Your asks, pauses, help' },
];

/** What was being written in each conversation, so that looking elsewhere loses nothing. */
const drafts = new Map();

/**
 * @param does say: called with the text, the line it answers or null, and an id; rewrite: with a line, its new text and an id;
 *   both throw a Problem; latest: what this person wrote last here
 */
export function composer(talk, does) {
  let answering = null;
  let rewriting = null;
  let id = makeId();

  const box = h('textarea', { class: 'words-box', rows: 1, 'aria-label': `Message to ${nameOf(talk)}`, placeholder: placeholder(talk) });
  const list = h('ul', { class: 'choices' });
  const reply = h('p', { class: 'answering', hidden: true });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const send = iconButton('send', 'Send', { class: 'button primary round send' });
  const mention = h('button', { type: 'button', class: 'button quiet small', onclick: () => insert('@') }, '@', h('span', { class: 'unseen' }, ' mention somebody'));
  const slash = h('button', { type: 'button', class: 'button quiet small', onclick: () => insert('/') }, '/', h('span', { class: 'unseen' }, ' commands'));

  const picker = combobox(box, list, () => offers(box, talk), choice => {
    const token = tokenAt(box);
    box.setRangeText((choice.id === choice.name.slice(1) && choice.name.startsWith('/') ? choice.name : '@' + choice.name) + ' ', token.start, box.selectionStart, 'end');
    grow();
  });

  function insert(sign) {
    box.focus();
    const before = box.value.slice(0, box.selectionStart);
    if (sign === '/') box.setRangeText(before === '' ? '/' : '', 0, 0, 'end');
    else box.setRangeText((/\S$/.test(before) ? ' ' : '') + sign, box.selectionStart, box.selectionEnd, 'end');
    picker.show();
  }

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
    if (!rewriting) drafts.set(talk.id, box.value);
  }

  function answer(line, quoted) {
    rewrite(null);
    answering = line;
    reply.hidden = !line;
    if (!line) return;
    fill(reply, icon('reply'), h('span', null, `Replying to ${firstName(line.from)}`, quoted ? `: “${quoted}”` : ''),
      iconButton('close', 'Stop replying', { class: 'button quiet small', onclick: () => answer(null) }));
    box.focus();
  }

  /** The box holds a line that was said, to be said in other words; what was being written waits. */
  function rewrite(line) {
    if (!line && !rewriting) return;
    answering = null;
    rewriting = line;
    id = makeId();
    reply.hidden = !line;
    problem.hidden = true;
    box.value = line ? decode(line.text) : drafts.get(talk.id) ?? '';
    grow();
    if (!line) return;
    fill(reply, icon('pen'), h('span', null, 'Changing what you wrote'), iconButton('close', 'Leave it as it was', { class: 'button quiet small', onclick: () => rewrite(null) }));
    box.focus();
  }

  async function deliver() {
    const text = encode(box.value).trim();
    if (text === '' || send.getAttribute('aria-disabled') === 'true') return;
    busy(send, true);
    problem.hidden = true;
    try {
      if (rewriting) {
        await does.rewrite(rewriting, text, id);
        rewrite(null);
      } else {
        await does.say(text, answering?.thread ?? answering?.number ?? null, id);
        id = makeId();
        box.value = '';
        answer(null);
        grow();
      }
    } catch (error) {
      fill(problem, error.message, ' ', h('button', { type: 'button', class: 'link', onclick: deliver }, 'Send again'));
      problem.hidden = false;
    } finally {
      busy(send, false);
    }
  }

  box.addEventListener('input', grow);
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape') answer(null);
    if (event.key === 'ArrowUp' && box.value === '' && does.latest()) {
      event.preventDefault();
      rewrite(does.latest());
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    deliver();
  });
  send.addEventListener('click', deliver);
  box.value = drafts.get(talk.id) ?? '';
  requestAnimationFrame(grow);

  const element = h('div', { class: 'composer' },
    h('div', { class: 'choices-holder above' }, list),
    problem,
    h('div', { class: 'composer-box' }, reply, box, h('div', { class: 'composer-tools' }, mention, slash, h('span', { class: 'spring' }), send)),
    h('p', { class: 'hint' }, 'Enter sends · Shift + Enter starts a new line'));
  return { element, answer, rewrite, focus: () => box.focus(), suggest: text => {
    box.value = text;
    box.focus();
    grow();
  } };
}

const placeholder = talk => talk.kind === 'private'
  ? 'What could you use a hand with?'
  : talk.kind === 'channel' ? `Write to #${talk.name} – or ask @Connector` : `Write to ${nameOf(talk)}`;

/** The mention or command being typed before the caret, if any. */
function tokenAt(box) {
  const before = box.value.slice(0, box.selectionStart);
  const mention = /(?:^|\s)@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(before);
  if (mention) return { kind: '@', start: before.length - mention[1].length - 1, text: mention[1] };
  const command = /^\/(\w*)$/.exec(before);
  return command ? { kind: '/', start: 0, text: command[1] } : null;
}

function offers(box, talk) {
  const token = tokenAt(box);
  if (!token) return [];
  if (token.kind === '/') return commands.filter(command => command.id !== token.text && command.id.startsWith(token.text.toLowerCase()));
  const people = [...model.people.values()].filter(p => p.id !== model.me && (!talk.members || talk.kind === 'private' || talk.members.includes(p.id)));
  return matching(talk.kind === 'private' ? people : [connector, ...people], token.text).slice(0, 7).map(asChoice);
}

/** Ids become names after an @ again. */
const decode = text => text.replace(/<@([\w-]+)>/g, (_, id) => '@' + [connector, ...model.people.values()].find(p => p.id === id)?.name);

/** Names after an @ become ids; longer names first, so that nobody is taken for somebody whose name begins the same. */
function encode(text) {
  const names = [connector, ...model.people.values()].sort((a, b) => b.name.length - a.name.length);
  const any = new RegExp(`@(${names.map(p => RegExp.escape?.(p.name) ?? p.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'g');
  return text.replace(any, (_, name) => `<@${names.find(p => p.name === name).id}>`);
}
