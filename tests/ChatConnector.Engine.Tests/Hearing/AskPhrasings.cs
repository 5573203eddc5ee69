namespace ChatConnector.Engine.Tests.Hearing;

/// <summary>What people write when they ask, and what Connector says they are looking for.</summary>
public sealed class AskPhrasings : TheoryData<string, string>
{
    public AskPhrasings()
    {
        // Needing help.
        Add("I need help with the Postgres migration", "help with the Postgres migration");
        Add("I need some help on our Terraform modules", "help with our Terraform modules");
        Add("need a hand with the demo on Thursday", "a hand with the demo on Thursday");
        Add("We could use a hand with the office move", "a hand with the office move");
        Add("could use some help with Excel macros please", "help with Excel macros");
        Add("I need help understanding the new travel policy", "help understanding the new travel policy");
        Add("I'd appreciate any help with our SSO setup!", "help with our SSO setup");
        Add("my team needs help with accessibility testing", "help with accessibility testing");
        Add("Help needed with a flaky Selenium test", "help with a flaky Selenium test");
        Add("help me with the tax form, please", "help with the tax form");
        Add("please help me debug this memory leak", "someone to help debug this memory leak");
        Add("Hi all, I need an introduction to someone in legal", "an introduction to someone in legal");
        Add("I need someone who speaks Portuguese", "someone who speaks Portuguese");
        Add("I need advice on negotiating with vendors", "advice on negotiating with vendors");
        Add("I want to talk to someone who moved from sales to product", "someone who moved from sales to product");
        Add("I need to figure out how GDPR applies to logs", "help figuring out how GDPR applies to logs");

        // Asking around.
        Add("Can anyone help me with Kafka consumer lag?", "help with Kafka consumer lag");
        Add("can anyone explain how our pricing works", "someone who can explain how our pricing works");
        Add("can someone help me set up my VPN?", "someone to help set up my VPN");
        Add("Could somebody review my slides before Monday?", "someone to review my slides before Monday");
        Add("Could anybody show me how to use the label printer?", "someone who can show how to use the label printer");
        Add("would anyone be willing to proofread a German text?", "someone willing to proofread a German text");
        Add("Would someone mind checking my SQL?", "someone for checking my SQL");
        Add("can you help me find someone who has done a SOC2 audit", "someone who has done a SOC2 audit");
        Add("could you connect me with somebody from the Zurich office?", "an introduction to somebody from the Zurich office");
        Add("can you point me to the brand guidelines?", "a pointer to the brand guidelines");
        Add("Can anyone recommend a good book on pricing?", "a recommendation for a good book on pricing");
        Add("Can someone walk me through the release process?", "a walk-through of the release process");
        Add("can anyone give me feedback on my talk?", "feedback on my talk");
        Add("Can I pick someone's brain about Kubernetes networking?", "someone to talk to about Kubernetes networking");
        Add("could I get some help with a pivot table?", "help with a pivot table");
        Add("I was wondering if anyone could help me with OAuth", "help with OAuth");
        Add("I was wondering whether somebody knows the history of this repo", "someone who knows the history of this repo");
        Add("it would be great if someone could translate two paragraphs", "someone who can translate two paragraphs");

        // Who, does anyone, is there.
        Add("who knows about Kubernetes?", "someone who knows about Kubernetes");
        Add("Hey all, who can tell me where the old invoices live?", "someone who can tell me where the old invoices live");
        Add("Who in IT can help me?", "someone in IT who can help me");
        Add("Who in IT can help?", "someone in IT who can help");
        Add("who from legal could review a contract?", "someone from legal who could review a contract");
        Add("hi, who in finance knows about travel expenses?", "someone in finance who knows about travel expenses");
        Add("who at the Zurich office speaks French?", "someone at the Zurich office who speaks French");
        Add("who on the data team might know dbt?", "someone on the data team who might know dbt");
        Add("who here knows GDPR?", "someone who knows GDPR");
        Add("who might know about GDPR?", "someone who might know about GDPR");
        Add("tell me who knows OAuth", "someone who knows OAuth");
        Add("I want to ask someone about GDPR", "someone to ask about GDPR");
        Add("I'd like to talk to somebody about my career", "someone to talk to about my career");
        Add("I'd like to learn Go", "help learning about Go");
        Add("I want to learn how to code", "help learning how to code");
        Add("I want to understand how payroll works", "help understanding how payroll works");
        Add("I have trouble with the VPN", "help with the VPN");
        Add("I got stuck on a Kafka upgrade", "help with a Kafka upgrade");
        Add("who has experience with Snowflake?", "someone who has experience with Snowflake");
        Add("Who's good at regular expressions?", "someone good at regular expressions");
        Add("who is the right person for parental leave questions?", "the right person for parental leave questions");
        Add("Who should I talk to about office plants?", "someone to talk to about office plants");
        Add("who owns the billing service?", "someone who owns the billing service");
        Add("who could help me with a Figma plugin", "help with a Figma plugin");
        Add("does anybody know how to reset the badge reader?", "someone who knows how to reset the badge reader");
        Add("Does anyone have experience with Rust FFI?", "someone who has experience with Rust FFI");
        Add("does anyone here speak Japanese?", "someone who speaks Japanese");
        Add("do any of you know a good accountant?", "someone who knows a good accountant");
        Add("do you know anyone who has built a Teams app?", "someone who has built a Teams app");
        Add("Do you know who can approve travel?", "someone who can approve travel");
        Add("is there somebody who understands our payroll export", "someone who understands our payroll export");
        Add("Is anyone familiar with Bicep?", "someone familiar with Bicep");
        Add("is anybody free to pair on a nasty race condition?", "someone free to pair on a nasty race condition");
        Add("are there any experts on OpenTelemetry here?", "experts on OpenTelemetry here");
        Add("any experts on GraphQL?", "experts on GraphQL");
        Add("Any Postgres experts around?", "Postgres experts around");
        Add("any advice on running remote workshops?", "advice on running remote workshops");
        Add("any idea how to speed up our CI?", "someone who knows how to speed up our CI");
        Add("Has anyone used Temporal in production?", "someone who has used Temporal in production");
        Add("has anybody ever worked with the city council?", "someone who has worked with the city council");
        Add("Anyone with experience in hiring designers?", "someone with experience in hiring designers");
        Add("anyone know a dentist near the Lisbon office?", "someone who knows a dentist near the Lisbon office");
        Add("anyone who has done a SOC2 audit?", "someone who has done a SOC2 audit");
        Add("do we have anyone who knows COBOL?", "someone who knows COBOL");

        // Looking for, stuck, how.
        Add("looking for someone who has done a SOC2 audit", "someone who has done a SOC2 audit");
        Add("I'm looking for a second pair of eyes on my contract", "a second pair of eyes on my contract");
        Add("We are searching for a mentor for our new apprentice", "a mentor for our new apprentice");
        Add("In search of a Swift developer for two hours", "a Swift developer for two hours");
        Add("stuck on a merge conflict", "help with a merge conflict");
        Add("I'm stuck with the CSS grid", "help with the CSS grid");
        Add("I'm struggling to get the emulator running", "help to get the emulator running");
        Add("We're having trouble with our label printer", "help with our label printer");
        Add("I can't figure out the new expense tool", "help figuring out the new expense tool");
        Add("I don't know how to read a balance sheet", "someone who knows how to read a balance sheet");
        Add("I have a question about stock options", "someone to ask about stock options");
        Add("how do I get a visitor badge?", "someone who knows how to get a visitor badge");
        Add("Quick question: how can we export all invoices?", "someone who knows how to export all invoices");
        Add("how to write a good job ad?", "someone who knows how to write a good job ad");
        Add("where can I find the old brand logo?", "someone who knows where to find the old brand logo");
        Add("What's the best way to archive a project?", "someone who knows the best way to archive a project");

        // With a run-up, and with an afterthought.
        Add("hi! sorry to bother, but can anyone help me with Jira filters? thanks!!", "help with Jira filters");
        Add("Good morning team 👋 does anyone know who runs the book club?", "someone who runs the book club");
        Add("Our deploy is failing since Tuesday, can anyone help me with Helm?", "help with Helm (Our deploy is failing since Tuesday)");
        Add("Our nightly build is red. Can anyone help?", "help: Our nightly build is red");
        Add("Who knows about Kubernetes? We need to upgrade.", "someone who knows about Kubernetes. We need to upgrade");
        Add("I'm new here and I need help with my laptop", "help with my laptop (I'm new here)");
        Add("I need help with the offsite agenda, no rush", "help with the offsite agenda");
        Add("can someone help me with my CV? any help would be appreciated 🙏", "help with my CV");
        Add("I need help with .NET trimming", "help with .NET trimming");
        Add("I need help with C++", "help with C++");
        Add("I need help with <@mia>'s old scripts", "help with <@mia>'s old scripts");
    }
}
