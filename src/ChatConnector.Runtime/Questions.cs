using ChatConnector.Engine.Connecting;
using ChatConnector.Engine.Suggesting;
using ChatConnector.Engine.Teammates;
using ChatConnector.Engine.Wording;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime;

/// <summary>What adapters ask inside a request, because a platform will not wait: nothing is committed and nothing is sent.</summary>
public sealed class Questions(Ledger ledger, Rules rules, Rosters rosters)
{
    /// <summary>The form this act opens, prefilled; null when this person may not open it or there is none.</summary>
    public Task<Form?> FormAsync(Message message, CancellationToken cancellation) =>
        rules.MayOpenForm(message) ? AskAsync(message, rules.FormFor, cancellation) : Task.FromResult<Form?>(null);

    /// <summary>What is wrong with a filled-in form, by field name; empty when it can be accepted.</summary>
    public Task<IReadOnlyDictionary<string, string>> CheckAsync(Message message, CancellationToken cancellation) => AskAsync(message, rules.Check, cancellation);

    /// <summary>A teammate's home page as it is now.</summary>
    public Task<Card> HomeAsync(Message message, CancellationToken cancellation) => AskAsync(message, rules.HomeOf, cancellation);

    /// <summary>The card of an ask as the reader sees it where they are; null when there is nothing there for them to see. Nobody else has to be known for it.</summary>
    public Task<Card?> LookAsync(Message message, AskId ask, CancellationToken cancellation) =>
        new Reading(ledger, message.Organization).ThinkAsync(think => think(new Colleagues()), situation => rules.Look(situation, message, ask), cancellation);

    /// <summary>How people would be found for the reader's own ask now; null when there is no such ask.</summary>
    public Task<Finding?> ExplainAsync(Message message, AskId ask, CancellationToken cancellation) =>
        AskAsync(message, (situation, asked) => rules.Explain(situation, asked, ask), cancellation);

    /// <summary>Teammates whose name starts like this, for people pickers.</summary>
    public async Task<IReadOnlyList<Teammate>> FindAsync(OrganizationId organization, string name, int most)
    {
        var roster = await rosters.OfAsync(organization);
        return roster.Among(colleagues => colleagues.Find(name, most));
    }

    private async Task<T> AskAsync<T>(Message message, Func<Situation, Message, T> question, CancellationToken cancellation)
    {
        var reading = new Reading(ledger, message.Organization) { Senses = rosters.Senses };
        await reading.ReadAsync([Settings.TheKey, Teammate.KeyOf(message.From)], cancellation);
        var roster = await rosters.OfAsync(message.Organization, reading.Settings);
        return await reading.ThinkAsync(roster.Among, situation => question(situation, message), cancellation);
    }
}
