// The time it is for the chosen person, and ways to move it forward.

import { fill, h, icon } from './dom.js';
import { get, post } from './api.js';
import { busy } from './card.js';
import { cityOf, dayIn, model, now, person, setClock, timeIn } from './model.js';

const moves = [
  { to: 'hour', label: '+1 hour' },
  { to: 'working-day', label: 'Next working day' },
  { to: 'reminder', label: 'Next reminder' },
];

/**
 * @param announce called with a sentence for everybody who does not see the clock
 */
export function clockBar(announce) {
  const zone = person(model.me).zone;
  const time = h('span', { class: 'clock-time' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const buttons = moves.map(move => {
    const button = h('button', { type: 'button', class: 'button small', 'data-to': move.to }, move.label);
    button.addEventListener('click', () => forward(move.to, button));
    return button;
  });

  async function forward(to, button) {
    if (buttons.some(other => other.getAttribute('aria-disabled') === 'true')) return;
    busy(button, true);
    problem.hidden = true;
    try {
      setClock(await post('clock', { as: model.me, to }));
      announce(`It is now ${dayIn(zone, now())}, ${timeIn(zone, now())} for you.`);
    } catch (error) {
      fill(problem, error.message);
      problem.hidden = false;
    } finally {
      busy(button, false);
      draw();
    }
  }

  function draw() {
    fill(time, h('strong', null, `${dayIn(zone, now())}, ${timeIn(zone, now())}`), h('span', { class: 'about' }, ` in ${cityOf(zone)}`));
    const next = model.clock.next && new Date(model.clock.next);
    const reminder = buttons[2];
    if (!reminder.hasAttribute('aria-busy') || reminder.getAttribute('aria-busy') === 'false') reminder.setAttribute('aria-disabled', String(!next));
    reminder.title = next ? `${dayIn(zone, next)}, ${timeIn(zone, next)}` : 'Nothing is waiting to happen';
  }

  let asked = null;
  /** What waits next may have changed; asks once things are quiet. */
  function refresh() {
    clearTimeout(asked);
    asked = setTimeout(async () => {
      try {
        setClock(await get('clock'));
      } catch {
        // The clock goes on by itself; the next change asks again.
      }
      draw();
    }, 400);
  }

  setInterval(draw, 5000);
  draw();
  const element = h('section', { class: 'clock', 'aria-label': 'Clock' },
    h('details', null,
      h('summary', null, icon('clock'), time, icon('chevron')),
      h('div', { class: 'clock-moves' }, h('p', { class: 'about' }, 'Move time forward'), h('div', { class: 'clock-buttons' }, buttons), problem)));
  return { element, draw, refresh };
}
