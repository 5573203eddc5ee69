// A Bolt app with one command and nothing behind it, for the benchmark.
import bolt from '@slack/bolt';
import { endpoints, loopback, ready, secret } from './peer.mjs';

const app = new bolt.App({
  signingSecret: secret,
  endpoints,
  logLevel: 'error',
  authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' }),
});
app.command('/ask', ({ ack }) => ack());
ready(await app.start(loopback));
