using ChatConnector.Engine;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime;
using ChatConnector.Runtime.Delivering;
using ChatConnector.Runtime.Ports;

namespace ChatConnector.Tests.Runtime;

public sealed class ChatLineTests
{
    private readonly Chat chat = new();
    private readonly ManualTime time = new();

    [Fact]
    public async Task Where_a_platform_does_not_answer_it_is_left_alone_for_a_while()
    {
        var line = new ChatLine(chat, new Surroundings(time));
        for (var n = 0; n < 20; n++)
            await SendAsync(line, "down", n);
        Assert.Equal(10, chat.Asked);
        Assert.IsType<Delivered.Busy>(await SendAsync(line, "down", 21));
        time.Advance(TimeSpan.FromSeconds(16));
        await SendAsync(line, "down", 22);
        Assert.Equal(11, chat.Asked);
    }

    [Fact]
    public async Task One_organizations_trouble_holds_up_nobody_else()
    {
        var line = new ChatLine(chat, new Surroundings(time));
        for (var n = 0; n < 20; n++)
            await SendAsync(line, "down", n);
        Assert.IsType<Delivered.Shown>(await SendAsync(line, "up", 1));
    }

    private static Task<Delivered> SendAsync(ChatLine line, string organization, int n) => line.DeliverAsync(
        new Delivery.Post(new OrganizationId(organization), $"{n}", new Place(PlaceKind.Channel, "c"), null, Card.Of("test", Text.Of("hello"))), $"{organization}-{n}", () => true, default);

    /// <summary>A platform that does not answer in one organization.</summary>
    private sealed class Chat : IChat
    {
        public string Platform => "test";

        public int Asked { get; private set; }

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
        {
            Asked++;
            return Task.FromResult<Delivered>(delivery.Organization.Text == "down" ? new Delivered.Uncertain("no answer") : new Delivered.Shown("1"));
        }

        public Task ForgetAsync(OrganizationId organization, TeammateId who, CancellationToken cancellation) => Task.CompletedTask;
    }
}
