// Requests on stdin, with the keys that are published and the time it is; on stdout whether Microsoft's own library lets each of them in.
import http from 'node:http';
import { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { answer } from './answer.mjs';

await answer(async ({ appId, now, keys, requests }) => {
  if (now) Date.now = () => new Date(now).getTime();
  const publisher = http.createServer((request, response) => response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify(request.url === '/keys' ? keys : { issuer: 'https://api.botframework.com', jwks_uri: `${address}/keys` })));
  await new Promise(done => publisher.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${publisher.address().port}`;
  const judge = BotFrameworkAuthenticationFactory.create(
    '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', 'https://api.botframework.com', 'https://api.botframework.com',
    `${address}/metadata`, `${address}/metadata`, '', new PasswordServiceClientCredentialFactory(appId, 'none'), new AuthenticationConfiguration());
  const verdicts = [];
  for (const { authorization, activity } of requests)
    verdicts.push(await judge.authenticateRequest(activity, authorization).then(() => true, () => false));
  return verdicts;
});
