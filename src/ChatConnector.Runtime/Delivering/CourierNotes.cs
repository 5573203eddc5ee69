using ChatConnector.Runtime.Rows;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Runtime.Delivering;

/// <summary>What the courier counts and logs: ids and reasons, never what a card says or to whom.</summary>
public sealed partial class CourierNotes(Telemetry telemetry, Surroundings around, ILogger<Courier> log)
{
    /// <summary>Attempts with unknown outcome before an effect is given up: the window in which a card may appear again.</summary>
    public const int MostUncertain = 4;

    private const int HopelessTries = 10;
    private static readonly Duration HopelessAfter = Duration.FromHours(24);

    public bool IsHopeless(PendingEffect effect) => effect.Tries >= HopelessTries && around.Now - effect.Since > HopelessAfter;

    public void TakenOver(PendingEffect effect)
    {
        telemetry.Uncertain("");
        telemetry.Resent(effect.Errand.GetType().Name);
        LogTakenOver(effect.EffectId);
    }

    public void Uncertain(PendingEffect effect, string platform)
    {
        telemetry.Uncertain(platform);
        LogUncertain(effect.EffectId, platform, effect.Uncertain + 1);
    }

    public void Repeated() => telemetry.Ambiguous();

    public void Ended(PendingEffect effect, Fate fate, string? reason, string platform)
    {
        telemetry.Ended(effect.Errand, fate, reason, platform);
        if (effect.Uncertain > 0 && fate == Fate.Delivered)
            telemetry.Resent(effect.Errand.GetType().Name);
        if (fate is Fate.Failed or Fate.Refused)
            LogFailed(effect.EffectId, effect.Errand.GetType().Name, reason ?? "");
        else
            LogEnded(effect.EffectId, fate, reason);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Effect {EffectId} ended: {Fate} {Reason}")]
    private partial void LogEnded(string effectId, Fate fate, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {EffectId} ({Kind}) is given up: {Reason}")]
    private partial void LogFailed(string effectId, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether effect {EffectId} was shown on {Platform}; attempt {Attempt}")]
    private partial void LogUncertain(string effectId, string platform, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {EffectId} was left claimed by somebody who is gone; it may be shown twice")]
    private partial void LogTakenOver(string effectId);
}
