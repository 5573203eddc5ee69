// A list of choices under a text field: arrows move, Enter chooses, Escape closes.

import { avatar, fill, freshId, h } from './dom.js';

/**
 * Makes the field a combobox.
 * @param find given the field, the choices to offer now: { id, name, about, person? }; an empty list closes it
 * @param choose called with what was chosen
 */
export function combobox(field, list, find, choose) {
  let choices = [];
  let active = 0;

  list.id = freshId();
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  // A text area stays a text box to screen readers; only a one-line field may call itself a combobox.
  const expands = field.tagName === 'INPUT';
  if (expands) field.setAttribute('role', 'combobox');
  if (expands) field.setAttribute('aria-expanded', 'false');
  field.setAttribute('autocomplete', 'off');

  const close = () => show([]);

  function show(found) {
    choices = found;
    active = 0;
    list.hidden = choices.length === 0;
    if (expands) field.setAttribute('aria-expanded', String(!list.hidden));
    fill(list, choices.map((choice, index) =>
      h('li', { role: 'option', id: `${list.id}-${index}`, onmousedown: event => event.preventDefault(), onclick: () => take(index) },
        choice.person ? avatar(choice.person, 'tiny') : null,
        h('span', { class: 'choice-name' }, choice.name), h('span', { class: 'about' }, choice.about))));
    mark();
  }

  function mark() {
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
    if (choices.length === 0) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    list.children[active].scrollIntoView({ block: 'nearest' });
  }

  function take(index) {
    const choice = choices[index];
    close();
    choose(choice);
    field.focus();
  }

  field.addEventListener('input', () => show(find()));
  field.addEventListener('blur', close);
  field.addEventListener('keydown', event => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = (active + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length;
      mark();
    } else if (event.key === 'Enter' || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });

  return { show: () => show(find()), close };
}

/** People whose name, title or team has a word that starts like this. */
export function matching(people, start) {
  const wanted = start.trim().toLowerCase();
  return people.filter(p => `${p.name} ${p.title} ${p.team}`.toLowerCase().split(/[\s,/]+/).some(word => word.startsWith(wanted)) || p.name.toLowerCase().startsWith(wanted));
}

export const asChoice = p => ({ id: p.id, name: p.name, about: p.title, person: p });
