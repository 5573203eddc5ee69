// Adaptive Cards on stdin, by name; what Microsoft's own reader warns of in each of them on stdout.
import { createRequire } from 'node:module';
import { answer } from './answer.mjs';

const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

function warnings(json) {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(json, context);
  const read = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return [...read, ...card.validateProperties().validationEvents.map(e => e.message)];
}

await answer(cards => Object.fromEntries(Object.entries(cards).map(([name, card]) => [name, warnings(card)])));
