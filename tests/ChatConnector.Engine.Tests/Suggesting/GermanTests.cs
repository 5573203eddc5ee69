using ChatConnector.Engine.Suggesting.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ChatConnector.Engine.Tests.Suggesting;

/// <summary>German, and texts of an organization that writes in two languages.</summary>
public sealed class GermanTests
{
    private static readonly Settings German = Settings.Default with { Languages = ["de"] };
    private static readonly Settings Both = Settings.Default with { Languages = ["en", "de"] };

    [Theory]
    [InlineData("Datenbankmigration", "datenbankmigration datenbank migration")]
    [InlineData("Migration der Datenbanken", "migration datenbank")]
    [InlineData("unsere Urlaubsanträge", "urlaubsantrag urlaub antrag")]
    [InlineData("der Antrag auf Urlaub", "antrag urlaub")]
    [InlineData("Reisekostenabrechnungen", "reisekostenabrechnung reis kost abrechnung")]
    [InlineData("Kubernetescluster", "kubernetescluster kubernet cluster")]
    [InlineData("Straßengrößen", "strassengross strass gross")]
    [InlineData("Bu\u0308roschlu\u0308ssel", "buroschlussel buro schlussel")]
    [InlineData("Einkaufsabteilung IT-Abteilung", "einkaufsabteilung einkauf abteilung it abteilung")]
    [InlineData("WebServer", "webserver web server")]
    [InlineData("C# und node.js laufen", "c# nod js node.js lauf")]
    [InlineData("Datenbank Zusammenarbeit Weiterleitung Information Organisation Leistung", "datenbank zusammenarbeit weiterleitung information organisation leistung")]
    [InlineData("Wer kann mir dabei helfen?", "")]
    public void Words_become_terms(string text, string terms) => Assert.Equal(terms, string.Join(" ", Read(text, German)));

    [Theory]
    [InlineData("Vertrag", "Verträge Verträgen Vertrags Vertrages")]
    [InlineData("Buch", "Bücher Büchern")]
    [InlineData("System", "Systeme Systemen Systems")]
    [InlineData("Ergebnis", "Ergebnisse Ergebnissen Ergebnisses")]
    [InlineData("Server", "Servern")]
    [InlineData("Kunde", "Kunden")]
    [InlineData("Entwicklerin", "Entwicklerinnen")]
    [InlineData("technisch", "technische technischer technisches technischem technischen")]
    [InlineData("Passwort", "Passwörter")]
    public void The_forms_of_a_word_are_one_term(string word, string forms) =>
        Assert.All(forms.Split(' '), form => Assert.Equal(Read(word, German), Read(form, German)));

    [Theory]
    [InlineData("services")]
    [InlineData("deployments")]
    [InlineData("releases")]
    [InlineData("kubernetes")]
    [InlineData("server")]
    [InlineData("docker token")]
    public void Borrowed_words_are_the_same_in_both_languages(string words) => Assert.Equal(Read(words, Settings.Default), Read(words, German));

    [Theory]
    [InlineData("Our queries are slow and nobody knows why", "query slow")]
    [InlineData("Unsere Verträge sind weg und niemand weiß warum", "vertrag")]
    [InlineData("Verträge", "vertrag")]
    [InlineData("Reisekosten", "reisekost reis kost")]
    [InlineData("queries", "query")]
    [InlineData("Service queries, postgres databases", "servic query postgr databas")]
    [InlineData("Wer hilft mir mit Make und in Go?", "mak go")]
    [InlineData("Who can help with Make and in Go?", "mak go")]
    [InlineData("Ich suche jemanden aus der IT", "it")]
    [InlineData("We will let the process die in the war room", "process die war room")]
    public void A_text_is_read_in_the_language_of_its_small_words(string text, string terms) => Assert.Equal(terms, string.Join(" ", Read(text, Both)));

    [Fact]
    public void What_means_the_same_does_so_in_either_language()
    {
        var settings = Both with { SameWords = ["policies, Richtlinien"] };
        Assert.Equal(["policy"], Read("Wer kennt die Richtlinien?", settings));
        Assert.Equal(["policy"], Read("Who knows our policies?", settings));
        Assert.Equal(["policy"], Read("Wer kennt unsere policies?", settings));
    }

    [Fact]
    public void A_phrase_that_means_the_same_may_have_a_compound_in_it()
    {
        var settings = Both with { SameWords = ["PTO, Urlaubsantrag stellen, PostgreSQL tuning"] };
        Assert.Equal(["pto"], Read("Wie kann ich einen Urlaubsantrag stellen?", settings));
        Assert.Equal(["urlaubsantrag", "urlaub", "antrag", "ablehn", "stell"], Read("einen Urlaubsantrag ablehnen oder stellen", settings));
        Assert.Equal(["pto"], Read("who knows about PostgreSQL tuning?", settings));
    }

    [Fact]
    public void A_compound_and_its_parts_meet_whichever_way_either_is_written()
    {
        var office = new Office("Mia | A | Leiterin |\nAna | B | Entwicklerin |\nBo | B | Entwickler | Reisekosten", Both);
        office.Helped("ana", "bo", "Wer hilft mir bei der Migration der Datenbank?");
        Assert.Equal("ana", office.Ranking("mia", "Ich brauche Hilfe bei einer Datenbankmigration"));
        Assert.Equal(1, office.Rank("mia", "Wer kennt sich mit Datenbankmigrationen aus?")[0].Relevance, 2);
        Assert.Contains("'Datenbankmigration'", office.ReasonFor("ana", "mia", "Hilfe bei einer Datenbankmigration"), StringComparison.Ordinal);
        office.Helped("bo", "mia", "Unsere Reisekostenabrechnung stimmt nicht");
        Assert.Equal("bo", office.Ranking("ana", "Wie geht die Abrechnung der Reisekosten?"));
    }

    [Fact]
    public void An_index_read_in_other_languages_says_so()
    {
        Assert.False(new Colleagues(Both).ReadsLike(Settings.Default));
        Assert.True(new Colleagues(Both).ReadsLike(Both with { Languages = ["de", "en"] }));
        Assert.True(new Colleagues().ReadsLike(Settings.Default with { Languages = ["tlh"] }));
    }

    [Fact]
    public void Parts_end_one_after_the_other_and_the_last_ends_the_word() => Check.One(
        Cases.Many,
        Prop.ForAll(Words.ToArbitrary(), word =>
        {
            Span<int> ends = stackalloc int[Compounds.MostParts];
            var count = Language.German.Compounds!.Split(word, ends);
            var before = 0;
            foreach (var end in ends[..count])
            {
                Assert.True(end - before >= 3);
                before = end;
            }
            Assert.True(count == 0 || count > 1 && before == word.Length);
        }));

    // Any letters, and words that are listed put together with what joins them.
    private static Gen<string> Words =>
        from parts in Gen.Elements([.. GermanParts.Words, "qu", "xyzz"]).ListOf()
        from joint in Gen.Elements("", "s", "n", "es")
        select string.Join(joint, parts.Take(6));

    private static List<string> Read(string text, Settings settings)
    {
        var terms = new Terms(Idiom.Of(settings)).Read(text);
        return [.. Enumerable.Range(0, terms.Count).Select(i => terms[i].ToString())];
    }
}
