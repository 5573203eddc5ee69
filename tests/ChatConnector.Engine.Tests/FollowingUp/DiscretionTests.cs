using static ChatConnector.Engine.Tests.FollowingUp.Office;
using Thanks = ChatConnector.Engine.FollowingUp.Thanks;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class DiscretionTests
{
    private static readonly (string, string)[] Specific = [(Fields.Did, "You walked me through the rollback plan."), (Fields.Changed, "We shipped Wednesday.")];
    private static readonly (string, string)[] Vague = [(Fields.Did, "Thanks so much, you're the best!")];
    private readonly Office office = new();

    [Fact]
    public void The_words_are_kept_no_longer_than_they_wait_for_somebody()
    {
        office.Asks(Ana).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", Vague);
        Assert.Single(office.All<Thanks>());
        office.Press(Ana, "Send anyway");
        Assert.Empty(office.All<Thanks>());
        Assert.DoesNotContain(office.All<Evidence>(), e => e.Text.Contains("best", StringComparison.Ordinal));
    }

    [Fact]
    public void The_connector_left_out_of_the_thanks_hears_that_it_helped_but_not_the_words()
    {
        office.Asks(Ana).Helps(Bo, thoughtOfBy: Cleo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Others, "")]);
        Assert.DoesNotContain("rollback", office.Only(Cleo, "introduction-helped"), StringComparison.Ordinal);
    }

    [Fact]
    public void Thanks_are_shared_only_where_the_author_asked_and_the_helper_agreed()
    {
        office.Asks(Ana, inChannel: true).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Audience, Fields.Share)]);
        Assert.DoesNotContain(office.Cards, c => c.Card.Kind == "shared-thanks");
        office.Press(Bo, "OK to share in #data");
        var shared = Assert.Single(office.Cards, c => c.Card.Kind == "shared-thanks");
        Assert.Equal("data", shared.Place.Name);
        office.Only(Ana, "thanks-shared");
        Assert.Empty(office.All<Thanks>());
        Assert.DoesNotContain(office.Of(Bo).SelectMany(c => c.Buttons), b => b.Act.Verb is Verb.ShareThanks);
    }

    [Fact]
    public void Kept_private_they_stay_private_even_for_a_late_press()
    {
        office.Asks(Ana, inChannel: true).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Audience, Fields.Share)]);
        var share = office.Find(Bo, "OK to share in #data").Act;
        office.Press(Bo, "Keep private");
        office.Do(Bo, share);
        Assert.DoesNotContain(office.Cards, c => c.Card.Kind == "shared-thanks");
        Assert.Contains("> You walked me through", office.Only(Bo, "thanks"), StringComparison.Ordinal);
    }

    [Fact]
    public void Thanks_nobody_answers_about_are_forgotten_after_two_weeks_and_never_shared()
    {
        office.Asks(Ana, inChannel: true).Helps(Bo).AndItHelped();
        office.FillIn(Ana, "Write it now", [.. Specific, (Fields.Audience, Fields.Share)]);
        office.Days(15);
        Assert.Empty(office.All<Thanks>());
        office.Press(Bo, "OK to share in #data");
        Assert.DoesNotContain(office.Cards, c => c.Card.Kind == "shared-thanks");
    }

    [Fact]
    public void Whoever_avoids_the_author_hears_nothing_and_the_author_cannot_tell()
    {
        office.Change(Dan, t => t with { Preferences = t.Preferences with { Avoids = [Ana] } });
        office.Silent(() => office.Do(Ana, new Act(Verb.ThankInWords, About: Dan).With(Fields.Text, "thanks for showing me the trick, now it works")), Dan);
        office.Only(Ana, "thanks-sent");
    }

    [Fact]
    public void An_anonymous_ask_names_its_author_to_the_helper_alone()
    {
        office.Asks(Ana, anonymous: true).LeavesLead(Dan, "The wiki.");
        office.Helps(Bo, thoughtOfBy: Cleo).AndItHelped();
        office.FillIn(Ana, "Write it now", Specific);
        Assert.StartsWith("From Ana:", office.Only(Bo, "thanks"), StringComparison.Ordinal);
        foreach (var other in new[] { Cleo, Dan })
        {
            Assert.Contains("the person who asked", office.Last(other), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(office.Of(other), c => Chats.Showing.Text(c).Contains("Ana", StringComparison.Ordinal));
            Assert.DoesNotContain(office.Of(other).SelectMany(c => c.Buttons), b => b.Act.ToButtonValue().Contains("ana", StringComparison.Ordinal));
            Assert.All(office.Who(other).Received, r => Assert.Null(r.From));
        }

        Assert.All(office.All<Evidence>(), e => Assert.Null(e.From));
    }

    [Fact]
    public void Once_the_ask_is_forgotten_its_evidence_holds_only_topics()
    {
        office.Asks(Ana, topics: "warehouse").Helps(Bo).AndItHelped();
        Assert.Contains(office.All<Evidence>(), e => e.Text.Contains("moving reports", StringComparison.Ordinal));
        office.Days(190);
        Assert.All(office.All<Evidence>(), e => Assert.Equal("warehouse", e.Text));
    }
}
