// The Slack emulator: a workspace with people, a bot and tokens, as its argument says, and the Web API to it.
import { createEmulator } from 'emulate';
import { say } from './peer.mjs';

const slack = await createEmulator({ service: 'slack', port: 0, hostname: '127.0.0.1', seed: { slack: JSON.parse(process.argv[2]) } });
say({ port: Number(new URL(slack.url).port) });
