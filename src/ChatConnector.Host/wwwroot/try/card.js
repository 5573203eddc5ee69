// A neutral card as elements.

import { avatar, fill, h, icon } from './dom.js';
import { makeId } from './api.js';
import { model, person } from './model.js';

/** Runs of text. Only ours may have weight; names are shown as names, and everything else is just what it says. */
export const spans = list => (list ?? []).map(span => {
  switch (span.type) {
    case 'strong': return h('strong', null, span.text);
    case 'person': return h('span', { class: span.id === model.me ? 'name to-me' : 'name', title: person(span.id).title || null }, span.text);
    case 'channel': return h('span', { class: 'name' }, span.text);
    default: return span.text;
  }
});

/** What a person typed: mentions become names, the rest stays as it is. */
export const words = text => text.split(/(<@[\w-]+>)/).map(piece => {
  const mention = /^<@([\w-]+)>$/.exec(piece);
  if (!mention) return piece;
  return h('span', { class: mention[1] === model.me ? 'name to-me' : 'name' }, '@' + person(mention[1]).name);
});

/**
 * @param press called with a button and an id made for this press; resolves when Connector has it
 */
export function renderCard(card, press) {
  const element = h('article', { class: `card ${card.kind}`, 'aria-label': card.summary });
  fill(element, card.parts.map(part => renderPart(part, press)), card.ask ? whyLink(card) : null);
  return element;
}

/** For whoever runs Connector here; no card says it on other platforms. */
const whyLink = card => h('p', { class: 'note' },
  h('a', { class: 'why-link', href: `/try/why?${new URLSearchParams({ as: model.me, ask: card.ask })}` }, card.kind === 'nobody-obvious' ? 'Why nobody?' : 'Why these people?'));

function renderPart(part, press) {
  switch (part.type) {
    case 'heading': return h('h3', null, part.text);
    case 'paragraph': return h('p', null, spans(part.spans));
    case 'quote': return h('blockquote', null, part.text);
    case 'note': return h('p', { class: 'note' }, spans(part.spans));
    case 'person': return renderPerson(part);
    case 'actions': return renderActions(part.buttons, press);
    case 'document': return renderDocument(part);
    default: return null;
  }
}

function renderPerson(part) {
  const known = person(part.person);
  const about = [known.title, known.team].filter(Boolean).join(' · ');
  return h('div', { class: 'colleague' },
    avatar({ id: part.person, name: part.name }),
    h('div', null,
      h('p', { class: 'colleague-name' }, h('strong', null, part.name), about ? h('span', { class: 'about' }, about) : null),
      h('p', null, spans(part.spans))));
}

function renderDocument(part) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([part.content], { type: 'text/plain' }));
    h('a', { href: address, download: part.fileName }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return h('p', null, h('button', { type: 'button', class: 'button small', onclick: download }, icon('down'), part.fileName));
}

function renderActions(buttons, press) {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const row = h('div', { class: 'actions' }, buttons.map(button => renderButton(button, press, problem)));
  return [row, problem];
}

function renderButton(button, press, problem) {
  let id = makeId();
  const element = h('button', { type: 'button', class: `button ${button.look}`, 'aria-haspopup': button.opensForm ? 'dialog' : null }, button.label);
  element.addEventListener('click', async () => {
    if (element.getAttribute('aria-disabled') === 'true') return;
    busy(element, true);
    problem.hidden = true;
    try {
      await press(button, id);
      // Whoever presses again after it was heard means it again.
      id = makeId();
    } catch (error) {
      fill(problem, error.message + ' Your press was kept: press again and it counts once.');
      problem.hidden = false;
    } finally {
      busy(element, false);
    }
  });
  return element;
}

export function busy(element, is) {
  element.setAttribute('aria-busy', is);
  element.setAttribute('aria-disabled', is);
}
