// Forms as dialogs: every field labelled, every mistake said beside the field it belongs to.

import { avatar, fill, freshId, h, iconButton } from './dom.js';
import { busy, spans } from './card.js';
import { makeId } from './api.js';
import { asChoice, combobox, matching } from './pick.js';
import { firstName, model, person } from './model.js';

/**
 * Opens the form.
 * @param submit called with the fields and an id; throws a Problem, possibly with errors by field name
 */
export function openForm(form, submit) {
  const id = makeId();
  const title = freshId();
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const fields = form.fields.map(field => ({ field, ...(kinds[field.type] ?? kinds.note)(field) }));
  const send = h('button', { type: 'submit', class: 'button primary' }, form.submitLabel);
  const dialog = h('dialog', { 'aria-labelledby': title },
    h('header', null, h('h2', { id: title }, form.title), iconButton('close', 'Close', { onclick: () => dialog.close() })),
    h('form', { class: 'form', novalidate: true },
      h('div', { class: 'fields' }, fields.map(f => f.element)),
      h('footer', null, problem, h('button', { type: 'button', class: 'button quiet', onclick: () => dialog.close() }, 'Cancel'), send)));

  dialog.querySelector('form').addEventListener('submit', async event => {
    event.preventDefault();
    if (send.getAttribute('aria-disabled') === 'true') return;
    const wrong = Object.fromEntries(fields.filter(f => f.field.required && f.value() === '').map(f => [f.field.name, 'This one is needed.']));
    if (say(fields, wrong)) return;
    busy(send, true);
    problem.hidden = true;
    try {
      await submit(Object.assign({}, form.keeps, ...fields.filter(f => f.field.name).map(f => ({ [f.field.name]: f.value(), ...f.also?.() }))), id);
      dialog.close();
    } catch (error) {
      const shown = error.errors && say(fields, error.errors);
      if (!shown) {
        fill(problem, error.message);
        problem.hidden = false;
      }
    } finally {
      busy(send, false);
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('.fields :is(input, textarea)')?.focus();
  return dialog;
}

/** Shows what is wrong beside each field and goes to the first; false when nothing of it belongs to a field. */
function say(fields, errors) {
  const wrong = fields.filter(f => {
    const sentence = f.field.name ? errors[f.field.name] : null;
    f.wrong?.(sentence ?? null);
    return sentence;
  });
  wrong[0]?.focus();
  return wrong.length > 0;
}

/** The frame around an input: its label, its hint, and room for what is wrong with it. */
function framed(field, input, hintText, extra = null) {
  const hint = hintText ? h('p', { class: 'hint', id: freshId() }, hintText) : null;
  const wrong = h('p', { class: 'wrong', id: freshId(), hidden: true });
  input.id ||= freshId();
  input.setAttribute('aria-describedby', [hint?.id, wrong.id].filter(Boolean).join(' '));
  if (field.required) input.setAttribute('aria-required', 'true');
  return {
    element: h('div', { class: 'field' }, h('label', { class: 'label', for: input.id }, label(field)), input, extra, hint, wrong),
    focus: () => input.focus(),
    wrong: sentence => {
      fill(wrong, sentence);
      wrong.hidden = !sentence;
      input.setAttribute('aria-invalid', String(Boolean(sentence)));
    },
  };
}

const label = field => [field.label, field.required || /optional/i.test(field.label) ? null : h('span', { class: 'optional' }, ' (optional)')];

const kinds = {
  note: field => ({ element: h('p', { class: 'note' }, spans(field.spans)), value: () => '' }),

  words: field => {
    const input = field.tall ? h('textarea', { class: 'input', rows: 4 }) : h('input', { class: 'input', type: 'text' });
    input.value = field.initial ?? '';
    input.placeholder = field.hint ? `For example: ${field.hint}` : '';
    if (field.most) input.maxLength = field.most;
    const left = h('p', { class: 'left', 'aria-hidden': 'true' });
    const count = () => fill(left, field.most && input.value.length > field.most * 0.8 ? `${field.most - input.value.length} characters left` : null);
    input.addEventListener('input', count);
    count();
    return { ...framed(field, input, null, left), value: () => input.value.trim() };
  },

  day: field => {
    const input = h('input', { class: 'input', type: 'date' });
    input.value = field.initial ?? '';
    return { ...framed(field, input, field.hint), value: () => input.value };
  },

  channel: field => {
    const channels = [...model.talks.values()].filter(talk => talk.kind === 'channel');
    const own = talk => talk.id.slice('channel:'.length);
    const choice = options({ ...field, initial: '', options: channels.map(talk => ({ value: own(talk), label: `#${talk.name}` })) }, 'radio');
    return { ...choice, also: () => ({ [`${field.name}Name`]: channels.find(talk => own(talk) === choice.value())?.name ?? '' }) };
  },

  choice: field => options(field, 'radio'),
  choices: field => options(field, 'checkbox'),
  people: field => peoplePicker(field),
};

function options(field, type) {
  const name = freshId();
  const initial = (field.initial ?? '').split(',');
  const wrong = h('p', { class: 'wrong', id: freshId(), hidden: true });
  const inputs = field.options.map(option => h('input', { type, name, value: option.value, checked: initial.includes(option.value) }));
  return {
    element: h('fieldset', { class: 'field', 'aria-describedby': wrong.id },
      h('legend', null, field.label),
      h('div', { class: 'options' }, field.options.map((option, index) => h('label', { class: 'option' }, inputs[index], h('span', null, option.label)))),
      wrong),
    value: () => inputs.filter(input => input.checked).map(input => input.value).join(','),
    focus: () => inputs[0]?.focus(),
    wrong: sentence => {
      fill(wrong, sentence);
      wrong.hidden = !sentence;
    },
  };
}

function peoplePicker(field) {
  let chosen = (field.initial ?? '').split(',').filter(Boolean);
  const input = h('input', { class: 'input', type: 'text', placeholder: 'Start typing a name' });
  const list = h('ul', { class: 'choices' });
  const chips = h('ul', { class: 'chips', 'aria-label': 'Chosen' });
  const most = field.most ?? 1;

  const draw = () => {
    fill(chips, chosen.map(id => h('li', { class: 'chip' }, avatar(person(id), 'tiny'), person(id).name,
      h('button', { type: 'button', class: 'chip-remove', 'aria-label': `Take ${firstName(id)} out`, onclick: () => {
        chosen = chosen.filter(other => other !== id);
        draw();
        input.focus();
      } }, '×'))));
    input.hidden = chosen.length >= most;
  };
  // Hardly any form is about oneself, so one comes last.
  const people = [...model.people.values()].sort((a, b) => (a.id === model.me) - (b.id === model.me));
  const offer = () => matching(people.filter(p => !chosen.includes(p.id)), input.value).slice(0, 6).map(asChoice);
  const box = combobox(input, list, offer, choice => {
    chosen = [...chosen, choice.id];
    input.value = '';
    draw();
  });
  input.addEventListener('focus', box.show);
  draw();

  const frame = framed(field, input, null, h('div', { class: 'choices-holder' }, list));
  input.before(chips);
  return { ...frame, value: () => chosen.join(','), focus: () => (input.hidden ? chips.querySelector('button')?.focus() : input.focus()) };
}
