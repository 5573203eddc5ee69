// What every program here has in common: it speaks in lines of JSON, and ends when whoever started it does.
export const say = what => process.stdout.write(`${JSON.stringify(what)}\n`);

export const secret = process.env.SLACK_SIGNING_SECRET;

export const endpoints = ['/slack/events', '/slack/commands', '/slack/interactions'];

export const loopback = { port: 0, host: '127.0.0.1' };

// Says where it listens. Connections stay open, so that none is closed while something comes through it.
export const ready = server => {
  if (server) server.keepAliveTimeout = 0;
  say({ port: server?.address().port ?? 0 });
};

process.stdin.resume().on('end', () => process.exit());
