using ChatConnector.Engine.Suggesting.Index;

namespace ChatConnector.Engine.Suggesting.Ranking;

/// <summary>How much of one text the other meets.</summary>
internal static class Coverage
{
    /// <summary>How much of the ask a document meets, 0 to 1.</summary>
    public static double OfAsk(Hit hit, double ideal) => Math.Min(1, hit.Score / ideal);

    /// <summary>How much of a document the ask meets: a topic of one or two words is fully met by an ask that has them, however long the ask.</summary>
    public static double OfDocument(Shelf shelf, int document, Workbench bench)
    {
        var count = shelf.TermsOf(document, ref bench.Terms);
        double all = 0, asked = 0;
        foreach (var term in bench.Terms.AsSpan(0, count))
        {
            var rarity = shelf.RarityOf(term);
            all += rarity;
            if (bench.Question.Has(term))
                asked += rarity;
        }
        return all > 0 ? asked / all : 0;
    }
}
