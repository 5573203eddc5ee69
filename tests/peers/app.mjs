// A Bolt app that says what it hears and answers so that it can be told. Arguments: http, or socket and the address of a Web API.
import bolt from '@slack/bolt';
import { endpoints, loopback, ready, say, secret } from './peer.mjs';

const [way, slackApiUrl] = process.argv.slice(2);
const receiver = way === 'socket'
  ? new bolt.SocketModeReceiver({ appToken: 'xapp-1', clientPingTimeout: 500, logLevel: 'error', installerOptions: { clientOptions: { slackApiUrl } } })
  : new bolt.HTTPReceiver({ signingSecret: secret, endpoints, logLevel: 'error' });
const app = new bolt.App({
  receiver,
  ignoreSelf: false,
  logLevel: 'error',
  authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' }),
});

const anything = /.*/;
app.event(anything, async ({ event }) => say({ kind: 'event', name: event.type, user: event.user?.id ?? event.user, text: event.text }));
app.command(anything, async ({ command, ack }) => {
  say({ kind: 'command', name: command.command, user: command.user_id, text: command.text });
  await ack('heard');
});
app.action(anything, async ({ action, body, ack }) => {
  say({ kind: 'action', name: action.action_id, user: body.user.id, text: action.value });
  await ack();
});
for (const type of ['shortcut', 'message_action'])
  app.shortcut({ type, callback_id: anything }, async ({ shortcut, ack }) => {
    say({ kind: type, name: shortcut.callback_id, user: shortcut.user.id, text: shortcut.message?.text });
    await ack();
  });
for (const type of ['view_submission', 'view_closed'])
  app.view({ type, callback_id: anything }, async ({ view, body, ack }) => {
    say({ kind: type, name: view.callback_id, user: body.user.id, text: Object.values(view.state.values).flatMap(Object.values).map(field => field.value).find(text => text) });
    await (type === 'view_submission' ? ack({ response_action: 'errors', errors: { need: 'heard' } }) : ack());
  });

const server = await app.start(loopback);
ready(way === 'socket' ? null : server);
