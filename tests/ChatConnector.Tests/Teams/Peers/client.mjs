// Microsoft's own client makes the calls that Connector makes; what it is answered goes to stdout.
import { ConnectorClient } from 'botframework-connector';
import { answer } from './answer.mjs';

await answer(async ({ serviceUrl, token, tenant, bot, conversation, thread, account, card }) => {
  const credentials = { signRequest: async request => (request.headers.set('authorization', `Bearer ${token}`), request) };
  const { conversations } = new ConnectorClient(credentials, { baseUri: serviceUrl, noRetryPolicy: true });
  const message = { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
  const sent = await conversations.sendToConversation(conversation, message);
  await conversations.updateActivity(conversation, sent.id, message);
  const inThread = await conversations.sendToConversation(`${conversation};messageid=${thread}`, message);
  const member = await conversations.getConversationMember(conversation, account).catch(error => ({ error: error.statusCode }));
  const page = await conversations.getConversationPagedMembers(conversation, { pageSize: 200 });
  const begun = await conversations.createConversation({ bot: { id: bot }, members: [{ id: account }], isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } } });
  return { sent: sent.id, inThread: inThread.id, member, people: page.members.length, begun: begun.id };
});
