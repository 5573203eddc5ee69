// Bolt's receiver alone: whatever it lets in is answered with 200.
import bolt from '@slack/bolt';
import { endpoints, loopback, ready, secret } from './peer.mjs';

const receiver = new bolt.HTTPReceiver({ signingSecret: secret, endpoints, logLevel: 'error' });
receiver.init({ processEvent: event => event.ack() });
ready(await receiver.start(loopback));
