namespace ChatConnector.Engine.Tests.Suggesting;

public sealed class TopicsTests
{
    [Theory]
    [InlineData("Our Postgres migration locks the users table", "Postgres migration locks|users table")]
    [InlineData("I need help with Node.js streams", "Node.js streams")]
    [InlineData("Who knows how to negotiate a freight contract?", "negotiate|freight contract")]
    [InlineData("Can anyone patch CVE-2026-1234?", "patch CVE-2026-1234")]
    [InlineData("データベースの移行", "データベース|移行")]
    [InlineData("Can somebody help me please?", "")]
    [InlineData("I need help with Go", "Go")]
    [InlineData("Let's go and make it", "")]
    [InlineData("", "")]
    [InlineData("kafka, Kafka and KAFKA", "kafka")]
    public void The_topics_of_an_ask(string ask, string topics) => Assert.Equal(topics, string.Join("|", Topics.In(ask, Settings.Default)));

    [Theory]
    [InlineData("Wer kennt sich mit der Datenbankmigration unserer Kundenkonten aus?", "Datenbankmigration|Kundenkonten")]
    [InlineData("Who knows the Datenbankmigration?", "Datenbankmigration")]
    public void The_topics_of_an_ask_in_one_of_two_languages(string ask, string topics) =>
        Assert.Equal(topics, string.Join("|", Topics.In(ask, Settings.Default with { Languages = ["en", "de"] })));

    [Fact]
    public void Never_more_than_five() =>
        Assert.Equal(5, Topics.In("Kafka, then Redis, then Postgres, then Kubernetes, then Terraform, then Ansible and then Grafana", Settings.Default).Count());

    [Fact]
    public void Never_longer_than_a_line() => Assert.All(Topics.In(string.Concat(Enumerable.Repeat("word", 3000)) + " Kafka", Settings.Default), t => Assert.True(t.Length <= 122));
}
