using ChatConnector.Runtime;
using ChatConnector.Storage.Memory;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;
using NodaTime;

namespace ChatConnector.Tests.Teams;

public sealed class AddressesTests
{
    private const string Tenant = "aaaaaaaa-1111-2222-3333-444444444444";
    private readonly MemoryStore store = new();
    private int minutes;

    [Fact]
    public async Task Whoever_goes_from_one_private_chat_to_another_and_back_is_written_to_where_they_are()
    {
        var addresses = new Addresses(store, new Surroundings(new ManualTime()));
        foreach (var chat in (string[])["a:first", "a:second", "a:first", "a:first", "a:second"])
        {
            await HearAsync(addresses, chat, "https://smba.trafficmanager.net/emea/");
            Assert.Equal(chat, (await addresses.FindPrivateAsync(Tenant, "bo", default))!.Conversation);
        }
    }

    [Fact]
    public async Task A_tenant_that_moves_is_served_from_there_once_anybody_was_heard()
    {
        var addresses = new Addresses(store, new Surroundings(new ManualTime()));
        await HearAsync(addresses, "a:first", "https://smba.trafficmanager.net/emea/");
        await HearAsync(addresses, "a:first", "https://smba.trafficmanager.net/amer/");
        Assert.Equal("https://smba.trafficmanager.net/amer/", (await addresses.FindTenantAsync(Tenant, default))!.ServiceUrl);
        Assert.Equal("https://smba.trafficmanager.net/amer/", (await addresses.FindPrivateAsync(Tenant, "bo", default))!.ServiceUrl);
    }

    private Task HearAsync(Addresses addresses, string chat, string serviceUrl) => addresses.HearAsync(
        new Address(Tenant, chat, serviceUrl, "28:bot") { Scope = Scope.Personal }, "bo", isSpokenTo: true, Instant.FromUtc(2026, 11, 23, 9, minutes++), default);
}
