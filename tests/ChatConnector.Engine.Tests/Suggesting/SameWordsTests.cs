using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class SameWordsTests
{
    private static readonly Settings Settings = Settings.Default with
    {
        SameWords = ["kubernetes, k8s", "PTO, vacation, leave, paid time off", "SSO, single sign-on, single sign on", "Node.js, nodejs", "ＬＬＭ, 大規模言語モデル", "oncall, pager duty", "Go, Golang", "information technology, IT", "Datenbankmigration, Datenbank-Migration, Migration der Datenbank"],
    };

    [Theory]
    [InlineData("our k8s cluster", "kubernet cluster")]
    [InlineData("Our Kubernetes cluster", "kubernet cluster")]
    [InlineData("vacation rules", "pto rul")]
    [InlineData("rules for paid time off", "rul pto")]
    [InlineData("paid for my time", "paid tim")]
    [InlineData("Single Sign-On fails", "sso fail")]
    [InlineData("single: sign", "singl sign")]
    [InlineData("the nodejs server", "node.js server")]
    [InlineData("the Node.js server", "nod js node.js server")]
    [InlineData("大規模言語モデルの評価", "llm 評価")]
    [InlineData("k8s-1 and K8S", "kubernet k8s-1 kubernet")]
    [InlineData("unsere Datenbank-Migration läuft", "unser datenbankmigration lauft")]
    [InlineData("Wer kann bei der Migration der Datenbank helfen?", "wer kann bei der datenbankmigration helfen")]
    [InlineData("golang or Go, but it will go", "go go")]
    [InlineData("who is in IT?", "information technology")]
    [InlineData("pager-duty this week", "oncall week")]
    public void Whatever_means_the_same_is_read_as_one_term(string text, string terms) => Assert.Equal(terms, string.Join(" ", Read(text)));

    [Theory]
    [InlineData("kube", "k8s")]
    [InlineData("kubernetes", "k8s")]
    [InlineData("K8S", "k8s")]
    [InlineData("a1", "a1")]
    [InlineData("b1", "a1")]
    [InlineData("vacation", "pto")]
    [InlineData("holiday", "pto")]
    [InlineData("paid time off", "pto")]
    [InlineData("leave days", "pto")]
    public void Lines_with_something_in_common_mean_the_same_altogether(string text, string term)
    {
        var settings = Settings.Default with { SameWords = ["k8s, kubernetes", "kubernetes, kube", "a1, b1", "b1, a1", "PTO, paid time off", "leave days, holiday", "vacation, holiday, paid time off"] };
        var terms = new Terms(Idiom.Of(settings)).Read(text);
        Assert.Equal(term, string.Join(" ", Enumerable.Range(0, terms.Count).Select(i => terms[i].ToString())));
    }

    [Fact]
    public void A_phrase_stands_where_its_words_stood_and_counts_once()
    {
        var terms = new Terms(Idiom.Of(Settings)).Read("we need single sign-on here");
        var phrase = Assert.Single(Enumerable.Range(0, terms.Count).Select(terms.At));
        Assert.Equal("single sign", "we need single sign-on here"[phrase.From..phrase.Until]);
        Assert.Equal(2, phrase.Times);
    }

    [Fact]
    public void Evidence_and_ask_meet_whichever_way_either_is_written()
    {
        var office = new Office("Mia | A | Engineer |\nAna | B | Engineer |\nBo | B | Engineer | vacation planning", Settings);
        office.Helped("ana", "bo", "our Kubernetes cluster falls over");
        Assert.Equal("ana", office.Ranking("mia", "k8s is down"));
        Assert.Equal("bo", office.Ranking("mia", "How much PTO is left?"));
        Assert.Contains("'k8s'", office.ReasonFor("ana", "mia", "k8s is down"), StringComparison.Ordinal);
        Assert.Equal("", new Office("Mia | A | Engineer |\nBo | B | Engineer | vacation planning").Ranking("mia", "How much PTO is left?"));
    }

    [Fact]
    public void An_index_read_with_another_list_says_so()
    {
        var colleagues = new Colleagues(Settings);
        Assert.True(colleagues.ReadsLike(Settings with { SameWords = [.. Settings.SameWords] }));
        Assert.False(colleagues.ReadsLike(Settings.Default));
        Assert.True(new Colleagues().ReadsLike(Settings.Default));
    }

    [Fact]
    public void Ten_thousand_characters_of_the_same_words_are_read_too() =>
        Assert.Equal(1000, Read(string.Concat(Enumerable.Repeat("paid time off ", 1000))).Count);

    private static List<string> Read(string text)
    {
        var terms = new Terms(Idiom.Of(Settings)).Read(text);
        return [.. Enumerable.Range(0, terms.Count).Select(i => terms[i].ToString())];
    }
}
