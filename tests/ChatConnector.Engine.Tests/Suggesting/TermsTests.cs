using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class TermsTests
{
    [Theory]
    [InlineData("Planning the migrations", "plan migration")]
    [InlineData("queries and policies", "query policy")]
    [InlineData("Can anyone help me with this, please?", "")]
    [InlineData("C# and F# on .NET", "c# f# net .net")]
    [InlineData("C++ templates", "c++ templat")]
    [InlineData("C++17, C++20", "c++ 17 c++ 20")]
    [InlineData("issue#12", "issu 12")]
    [InlineData("Node.js streams", "nod js node.js stream")]
    [InlineData("Patch CVE-2026-1234 now", "patch cve 2026 1234 cve-2026-1234")]
    [InlineData("max_connections", "max connection max_connections")]
    [InlineData("std::string", "std string std::string")]
    [InlineData("PostgreSQL", "postgresql postgr sql")]
    [InlineData("It is done.Then we left", "left")]
    [InlineData("see https://docs.example.com/kafka", "http doc exampl com docs.example.com kafka")]
    [InlineData("a well-known R package", "r packag")]
    [InlineData("UTF-8 in Java 21", "utf utf-8 java 21")]
    [InlineData("Zürich café naïve", "zurich caf naiv")]
    [InlineData("straße", "strass")]
    [InlineData("don't use l'équipe", "equip")]
    [InlineData("l'ordre de Mia's équipe", "ordr de mia equip")]
    [InlineData("Datenbankmigration läuft", "datenbankmigration lauft")]
    [InlineData("データベースの移行", "データベース 移行")]
    [InlineData("東京都の会議室", "東京 京都 会議 議室")]
    [InlineData("한국어 데이터베이스", "한국어 한국 국어 데이터베이스 데이 이터 터베 베이 이스")]
    [InlineData("قاعدة البيانات", "قاعد بيان")]
    [InlineData("وَالشَّبَكَة", "شبك")]
    [InlineData("Миграция базы данных", "миграция базы данных")]
    [InlineData("ＡＰＩ　設計", "api 設計")]
    [InlineData("🚀🚀 launch 🚀", "launch")]
    [InlineData("<b>bold</b> & \"quoted\"", "bold quot")]
    public void Words_become_terms(string text, string terms) => Assert.Equal(terms, string.Join(" ", Read(text)));

    [Theory]
    [InlineData("Go", "go")]
    [InlineData("go?", "go")]
    [InlineData("r", "r")]
    [InlineData("it", "it")]
    [InlineData("Each", "each")]
    [InlineData("help with Go", "go")]
    [InlineData("help with go modules", "go modul")]
    [InlineData("Go generics", "go generic")]
    [InlineData("Go is slow, help: Go is slow", "go slow go slow")]
    [InlineData("Go and Rust; Make or Bazel", "go rust mak bazel")]
    [InlineData("Go and check the build", "check build")]
    [InlineData("(Go, Rust) & Make", "go rust mak")]
    [InlineData("Go, Postgres", "go postgr")]
    [InlineData("`make all` fails in \"go\"", "mak fail go")]
    [InlineData("Somebody who knows r, or c?", "r")]
    [InlineData("Head of IT", "head it")]
    [InlineData("HEAD OF IT", "head it")]
    [InlineData("IT-Support, US payroll", "it support us payroll")]
    [InlineData("People Partner", "peopl partner")]
    [InlineData("Next.js", "next js next.js")]
    [InlineData("the Each", "")]
    [InlineData("help with Each", "each")]
    [InlineData("Does anybody know make rules?", "mak rul")]
    public void An_everyday_word_is_a_name_where_it_is_written_as_one(string text, string terms) => Assert.Equal(terms, string.Join(" ", Read(text)));

    [Theory]
    [InlineData("let's go")]
    [InlineData("Let it go. Go on!")]
    [InlineData("Go! Help! Now.")]
    [InlineData("Go to it.")]
    [InlineData("Make sure it works")]
    [InlineData("Please help me with it")]
    [InlineData("HELP ME WITH IT NOW")]
    [InlineData("about going and making")]
    [InlineData("It is for us, who can be next")]
    [InlineData("with the help of others")]
    [InlineData("in d'it")]
    [InlineData("each")]
    [InlineData("Working With The Others")]
    public void And_says_nothing_elsewhere(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("naïve café", "naive cafe")]
    [InlineData("ZÜRICH", "zurich")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ISTANBUL", "ıstanbul")]
    [InlineData("Việt Nam", "viet nam")]
    [InlineData("Vie\u0323\u0302t Nam", "Việt Nam")]
    [InlineData("учёт", "учет")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("テ\u3099ータヘ\u3099ース", "データベース")]
    [InlineData("ﾃﾞｰﾀﾍﾞｰｽ", "データベース")]
    [InlineData("か\u3099んは\u309Aり", "がんぱり")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8\u110B\u1165", "한국어")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("databases", "database")]
    [InlineData("قواعد", "القواعد")]
    [InlineData("شبكة", "الشبكات")]
    [InlineData("مهندسون", "للمهندسين")]
    public void The_same_thing_said_differently_is_the_same_term(string left, string right) => Assert.Equal(Read(left), Read(right));

    [Fact]
    public void The_first_line_counts_twice()
    {
        var terms = new Terms(Idiom.English).Read("kafka\nlag");
        Assert.Equal([2, 1], Enumerable.Range(0, terms.Count).Select(i => terms.At(i).Times));
    }

    [Fact]
    public void Any_language_reads_every_word_as_it_is() => Assert.Equal("die datenbanken", string.Join(" ", Read("Die Datenbanken", Language.Any)));

    [Fact]
    public void Ten_thousand_characters_are_read_too()
    {
        Assert.Equal(2000, Read(string.Concat(Enumerable.Repeat("word ", 2000))).Count);
        Assert.NotEmpty(Read(new string('x', 10_000)));
    }

    private static List<string> Read(string text, Language? language = null)
    {
        var terms = new Terms(new Idiom(language ?? Language.English)).Read(text);
        return [.. Enumerable.Range(0, terms.Count).Select(i => terms[i].ToString())];
    }
}
