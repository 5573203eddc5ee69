// The first page: choose an organization, add people to it, choose who to be.

import { post } from './api.js';
import { busy } from './card.js';
import { avatar, fill } from './dom.js';

const at = id => document.getElementById(id);
const sample = ['Priya Nair', 'Bo Lindqvist', 'Ana Ruiz', 'Mia Keller', 'Arjun Mehta', 'Grace Okafor', 'Kavya Rao'];

fill(at('sample-faces'), sample.map(name => avatar({ id: name.split(' ')[0].toLowerCase(), name })));
for (const face of document.querySelectorAll('.face')) face.prepend(avatar(face.dataset));

for (const button of document.querySelectorAll('[data-start]')) {
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    busy(button, true);
    at('problem').hidden = true;
    fill(at('status'), 'Setting things up…');
    try {
      await post('organization', { kind: button.dataset.start });
      location.assign(button.dataset.start === 'empty' ? '/welcome' : '/');
    } catch (error) {
      fill(at('status'));
      fill(at('problem'), error.message);
      at('problem').hidden = false;
      busy(button, false);
    }
  });
}

const zone = at('zone');
if (zone) {
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A browser may call its zone UTC, or by an older name than the list does.
  if (![...zone.options].some(option => option.value === mine)) zone.prepend(new Option(mine));
  zone.value = mine;
}

at('add-form')?.addEventListener('submit', async event => {
  event.preventDefault();
  const problem = at('add-problem');
  problem.hidden = true;
  try {
    await post('people', Object.fromEntries(new FormData(event.target)));
    location.reload();
  } catch (error) {
    fill(problem, error.message);
    problem.hidden = false;
    at('name').focus();
  }
});
