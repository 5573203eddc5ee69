using System.Threading.Channels;
using ChatConnector.Runtime;
using ChatConnector.Teams.Calling;
using ChatConnector.Teams.Finding;
using ChatConnector.Teams.Hearing;
using Microsoft.Extensions.Hosting;

namespace ChatConnector.Teams.Receiving;

/// <summary>
/// Gets to know the people and channels of a place Connector came to; nobody is written to. If the process ends meanwhile
/// nothing is lost: everybody is got to know when they first speak.
/// </summary>
public sealed class Census(Connector connector, Addresses addresses, Acquaintance acquaintance, Inbox inbox, Surroundings around) : BackgroundService
{
    private const int MostTries = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Channel<Address> places = Channel.CreateBounded<Address>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Take(Address place) => places.Writer.TryWrite(place);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var place in places.Reader.ReadAllAsync(stoppingToken))
        {
            if (place.Scope == Scope.Channel && place.Team.Length > 0)
                await PatientlyAsync(() => ChannelsAsync(place, stoppingToken), stoppingToken);
            await PatientlyAsync(() => PeopleAsync(place, stoppingToken), stoppingToken);
        }
    }

    private async Task ChannelsAsync(Address place, CancellationToken cancellation)
    {
        foreach (var (id, name) in await connector.ChannelsAsync(place, cancellation))
            await addresses.HearAsync(place with { Conversation = id, Name = name.Length > 0 ? name : "General" }, null, isSpokenTo: false, around.Now, cancellation);
    }

    private async Task PeopleAsync(Address place, CancellationToken cancellation)
    {
        for (string? next = null; ;)
        {
            (var people, next) = await connector.MembersAsync(place, next, cancellation);
            foreach (var joined in people.Select(p => acquaintance.Joined(p, place.Tenant)).OfType<Message>())
                await inbox.AcceptAsync(joined, cancellation);
            if (next is null)
                return;
        }
    }

    private async Task PatientlyAsync(Func<Task> work, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            TimeSpan? wait;
            try
            {
                await work();
                return;
            }
            catch (ConnectorException later) when (later.Trouble is Trouble.Busy or Trouble.Uncertain)
            {
                wait = later.After;
            }
            catch (ConnectorException)
            {
                return;
            }
            catch (StorageException)
            {
                wait = null;
            }

            await around.WaitAsync(wait ?? around.Backoff(attempt, FirstWait, LongestWait), cancellation);
        }
    }
}
