using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatConnector.Runtime.Rows;
using ChatConnector.Runtime.Turning;

namespace ChatConnector.Runtime;

/// <summary>What can be measured from outside. No organization, teammate or message ever becomes a label.</summary>
public sealed class Telemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "ChatConnector";

    private readonly Meter meter = new(Name);
    private readonly ActivitySource activities = new(Name);
    private readonly Counter<long> heard, duplicate, conflict, ambiguous, sent, uncertain, resent, cancelled, failed, deadLetters;
    private readonly Histogram<double> accepted, lag, lateness;
    private (int Count, double Age) waiting;

    public Telemetry()
    {
        heard = meter.CreateCounter<long>("chatconnector.turn.committed", description: "Decisions committed");
        duplicate = meter.CreateCounter<long>("chatconnector.event.duplicate", description: "Messages heard before, found at commit");
        conflict = meter.CreateCounter<long>("chatconnector.commit.conflict", description: "Commits refused because somebody else was faster");
        ambiguous = meter.CreateCounter<long>("chatconnector.commit.ambiguous", description: "Commits whose outcome had to be looked up");
        sent = meter.CreateCounter<long>("chatconnector.effect.sent", description: "Effects shown on a platform");
        uncertain = meter.CreateCounter<long>("chatconnector.effect.uncertain", description: "Attempts whose outcome nobody knows");
        resent = meter.CreateCounter<long>("chatconnector.effect.resent", description: "Attempts made after an uncertain one");
        cancelled = meter.CreateCounter<long>("chatconnector.effect.cancelled", description: "Effects no longer wanted when they were to be sent");
        failed = meter.CreateCounter<long>("chatconnector.effect.failed", description: "Effects given up; each is an alert");
        deadLetters = meter.CreateCounter<long>("chatconnector.deadletter.count", description: "Messages put aside; each is an alert");
        accepted = meter.CreateHistogram<double>("chatconnector.ingress.ack.duration", "s", "From hearing to durable");
        lag = meter.CreateHistogram<double>("chatconnector.event.lag", "s", "From hearing to committed");
        lateness = meter.CreateHistogram<double>("chatconnector.timer.lateness", "s", "From due to woken");
        meter.CreateObservableGauge("chatconnector.outbox.pending", () => waiting.Count, description: "Effects that have not met their fate");
        meter.CreateObservableGauge("chatconnector.outbox.oldest.age", () => waiting.Age, "s", "Age of the oldest of them");
    }

    /// <summary>What the last sweep left waiting.</summary>
    public void Waiting(int count, Duration oldest) => waiting = (count, Math.Max(0, oldest.TotalSeconds));

    public Activity? Start(string name) => activities.StartActivity("chatconnector." + name);

    public void Accepted(TimeSpan took) => accepted.Record(took.TotalSeconds);

    public void Lag(Duration since) => lag.Record(Math.Max(0, since.TotalSeconds));

    public void Woken(Duration late) => lateness.Record(Math.Max(0, late.TotalSeconds));

    public void Conflict() => conflict.Add(1);

    public void Ambiguous() => ambiguous.Add(1);

    public void Uncertain(string platform) => uncertain.Add(1, Tag("platform", platform));

    public void Resent(string kind) => resent.Add(1, Tag("kind", kind));

    public void DeadLetter() => deadLetters.Add(1);

    internal Turned Heard(Turned turned)
    {
        (turned.Kind == TurnKind.Committed ? heard : duplicate).Add(1);
        return turned;
    }

    internal void Ended(Errand errand, Fate fate, string? reason, string platform)
    {
        var kind = Tag("kind", errand.GetType().Name);
        switch (fate)
        {
            case Fate.Delivered:
                sent.Add(1, kind, Tag("platform", platform));
                break;
            case Fate.Cancelled:
                cancelled.Add(1, kind, Tag("reason", reason ?? ""));
                break;
            default:
                failed.Add(1, kind, Tag("platform", platform));
                break;
        }
    }

    public void Dispose()
    {
        meter.Dispose();
        activities.Dispose();
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
