using ChatConnector.Engine.Tests.Teammates;

namespace ChatConnector.Engine.Tests.Connecting;

/// <summary>Pointers and leads: what people leave who do not step in themselves.</summary>
public sealed class LeadTests
{
    private readonly Company company = new("ana", "ben");

    [Fact]
    public void The_same_words_sent_twice_reach_the_requester_once()
    {
        company.Post("ana", "a Postgres migration");
        company.Submit("ana", new Act(Verb.InviteChosen, company.Ask("ana").Id), (Fields.People, "ben"));
        var send = new Act(Verb.LeaveLead, company.Ask("ana").Id);
        company.Submit("ben", send, (Fields.Text, "look at the wiki"));
        var told = company.ToldTo("ana").Count;

        company.Submit("ben", send, (Fields.Text, "look at the wiki"));
        Assert.Equal(told, company.ToldTo("ana").Count);
        Assert.Single(company.Ask("ana").Leads);

        company.Submit("ben", send, (Fields.Text, "and ask the platform team"));
        Assert.Equal(2, company.Ask("ana").Leads.Count);
    }
}
