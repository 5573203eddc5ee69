namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class FindTests
{
    private readonly Colleagues colleagues = new();

    public FindTests()
    {
        string[] names = ["Ana Ruiz", "Zoë Müller-Anders", "José Ibáñez", "Anaïs Roux", "Łukasz Nowak", "Tom Berg", "Sinéad O'Brien", "佐藤 さくら"];
        foreach (var name in names)
            colleagues.Learn(new Teammate(new TeammateId(name), name));
        colleagues.Learn(new Teammate(new TeammateId("left"), "Ana Left") { Presence = Presence.Left });
        colleagues.Learn(new Teammate(new TeammateId("guest"), "Ana Guest") { Presence = Presence.Outside });
    }

    [Theory]
    [InlineData("ana", "Ana Ruiz|Anaïs Roux")]
    [InlineData("an", "Ana Ruiz|Anaïs Roux|Zoë Müller-Anders")]
    [InlineData("muller", "Zoë Müller-Anders")]
    [InlineData("ZOE", "Zoë Müller-Anders")]
    [InlineData("ibanez", "José Ibáñez")]
    [InlineData("lukasz", "Łukasz Nowak")]
    [InlineData("tom b", "Tom Berg")]
    [InlineData("berg tom", "Tom Berg")]
    [InlineData("obrien", "Sinéad O'Brien")]
    [InlineData("brien", "Sinéad O'Brien")]
    [InlineData("佐", "佐藤 さくら")]
    [InlineData("@tom", "Tom Berg")]
    [InlineData("nobody", "")]
    [InlineData("", "")]
    public void People_are_found_by_any_part_of_their_name(string typed, string found) =>
        Assert.Equal(found, string.Join("|", colleagues.Find(typed, 10).Select(t => t.Name)));

    [Fact]
    public void Only_as_many_as_wanted() => Assert.Single(colleagues.Find("a", 1));

    [Fact]
    public void A_new_name_replaces_the_old_one()
    {
        colleagues.Learn(new Teammate(new TeammateId("Tom Berg"), "Tom Hill"));
        Assert.Empty(colleagues.Find("berg", 10));
        Assert.Equal("Tom Hill", colleagues.Find("hill", 10).Single().Name);
    }
}
