using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Organizations;

/// <summary>Hollybrook, a made-up company of twelve: who they are, what they know, and who has helped whom.</summary>
public static class SampleOrganization
{
    public const string Name = "Hollybrook";

    private const string Zurich = "Europe/Zurich";
    private const string NewYork = "America/New_York";
    private const string Kolkata = "Asia/Kolkata";

    public static readonly IReadOnlyList<Resident> People =
    [
        new(new("priya", "Priya Nair", "Product analyst", "Data", Zurich), "dashboards, A/B tests, survey design", "Postgres performance", "Design, Customers"),
        new(new("ana", "Ana Ruiz", "Data engineering lead", "Data", Zurich), "Postgres, data migration, query tuning, Airflow", "Kubernetes", "Platform"),
        new(new("lin", "Lin Chao", "Data scientist", "Data", NewYork), "forecasting, Python, demand models, statistics", "data migration", "Customers"),
        new(new("bo", "Bo Lindqvist", "Site reliability engineer", "Platform", Zurich), "rollbacks, Kubernetes, incident reviews, on-call", "forecasting", "Data"),
        new(new("arjun", "Arjun Mehta", "Backend engineer", "Platform", Kolkata), "C#, billing, API design, Postgres indexes", "public speaking", "Customers"),
        new(new("dana", "Dana Whitfield", "Security engineer", "Platform", NewYork), "threat modelling, single sign-on, privacy reviews", "Python", "Design"),
        new(new("mia", "Mia Keller", "Head of design", "Design", Zurich, Admin: true), "design critique, workshops, giving talks", "A/B tests", "Data, Platform, Customers"),
        new(new("elena", "Elena Petrova", "User researcher", "Design", Zurich), "interviews, survey design, research plans", "statistics", "Customers"),
        new(new("kavya", "Kavya Rao", "Design systems engineer", "Design", Kolkata), "accessibility, CSS, component libraries, colour", "giving talks", "Platform"),
        new(new("tom", "Tom Berg", "Logistics planner", "Customers", Zurich), "warehouse planning, spreadsheets, Postgres reports", "dashboards", "Data"),
        new(new("grace", "Grace Okafor", "Support lead", "Customers", NewYork), "difficult conversations, onboarding, customer stories", "incident reviews", "Data, Platform, Design"),
        new(new("rohan", "Rohan Iyer", "Customer success manager", "Customers", Kolkata), "contracts, pricing, onboarding, invoices", "API design", "Platform"),
    ];

    public static readonly IReadOnlyList<Talk> Channels =
    [
        new("channel:data", "data", "Pipelines, warehouses and questions about numbers", null),
        new("channel:platform", "platform", "Keeping things running, and what we learned when they didn't", null),
        new("channel:design", "design", "Work in progress, critique and research", null),
        new("channel:customers", "customers", "What the people we work for tell us", null),
        new("channel:all-hands", "all-hands", "News for everybody at Hollybrook", null),
    ];

    /// <summary>Whoever looks after asks that nobody else answered.</summary>
    public const string Steward = "grace";

    /// <summary>What happened before Connector arrived, told by the people it happened to.</summary>
    public static readonly IReadOnlyList<PastHelp> History =
    [
        new("ana", "tom", "moving the warehouse reports to a new Postgres database", 140, "data"),
        new("ana", "lin", "a nightly Airflow run that took six hours", 64, "data"),
        new("arjun", "rohan", "how billing rounds its invoices", 33),
        new("bo", "arjun", "a rollback plan for the billing release", 21, "platform"),
        new("bo", "ana", "a database migration on Kubernetes", 96, "platform"),
        new("tom", "priya", "a spreadsheet that compares warehouse costs by week", 47),
        new("lin", "priya", "the size of an A/B test", 75, "data"),
        new("elena", "priya", "the questions of a customer survey", 52),
        new("mia", "kavya", "practising a conference talk about our design system", 110, "design"),
        new("kavya", "mia", "accessible colours for the new dashboard", 28, "design"),
        new("dana", "arjun", "threat modelling the partner API", 58, "platform"),
        new("grace", "elena", "customers who would talk about onboarding", 39),
        new("grace", "bo", "a difficult conversation after an incident", 87),
        new("rohan", "grace", "the small print of a customer contract", 70),
    ];
}

/// <summary>Somebody of the sample, with what they would have said of themselves.</summary>
public sealed record Resident(Person Person, string AskMeAbout, string StillLearning, string KnowsPeopleIn);

/// <summary>Somebody helped somebody with something, some days before the story begins.</summary>
/// <param name="Channel">The channel it was asked in; null for what was asked in private.</param>
public sealed record PastHelp(string Helper, string Helped, string With, int DaysAgo, string? Channel = null);
