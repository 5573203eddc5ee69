using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Chats;

/// <summary>
/// Six people who ask, press whatever they see or ever saw, pause, avoid each other, can be shown nothing more and let days go by, in any order. The workplace
/// holds the rules of the house and of courtesy against every decision on the way.
/// </summary>
public sealed class RandomPlay
{
    // A play is a list of numbers, so that a failing one shrinks to its few telling moves.
    private static readonly Arbitrary<int[]> Plays = Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(), ArbMap.Default.ArbFor<int[]>().Shrinker);

    private const int LongestPlay = 40;

    [Fact]
    public void No_rule_of_the_house_is_broken_whatever_people_do() => Holds(_ => { });

    [Fact]
    public void A_press_repeated_tells_nobody_else_anything() => Holds(play =>
    {
        if (play.LastPress is not { } press)
            return;
        var again = play.Place.Hear(press.Who, press.Place, new Said.Acted(press.Act));
        Assert.DoesNotContain(again.OfType<Shown.Card>(), c => c.IsNew && c.Place.Owner is { } reader && reader != press.Who);
    });

    private static void Holds(Action<Play> afterEveryMove) => Prop.ForAll(Plays, moves =>
    {
        var play = new Play();
        foreach (var move in moves)
        {
            play.Make(move);
            afterEveryMove(play);
        }
    }).Check(Cases.Many.WithEndSize(LongestPlay));
}
