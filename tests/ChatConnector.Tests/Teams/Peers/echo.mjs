// A bot made of botbuilder that checks who calls, takes its turn and says nothing; for the benchmark of Teams' address.
import express from 'express';
import botbuilder from 'botbuilder';

const { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } = botbuilder;
const { APP_ID: appId, METADATA: metadata, PORT: port } = process.env;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'none',
  MicrosoftAppType: 'MultiTenant',
  ValidateAuthority: 'true',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  OAuthUrl: 'https://api.botframework.com',
}));

class Echo extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      // The answer is made, not sent: sending costs both sides the same.
      context.turnState.set('echo', `You said: ${context.activity.text}`);
      await next();
    });
  }
}

const bot = new Echo();
const app = express().disable('x-powered-by').use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, context => bot.run(context))
  .catch(error => response.headersSent || response.status(error.statusCode ?? 401).end()));
app.listen(Number(port), '127.0.0.1');
