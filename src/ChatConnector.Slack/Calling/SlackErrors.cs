namespace ChatConnector.Slack.Calling;

/// <summary>Slack's words for what went wrong, and what each means.</summary>
internal static class SlackErrors
{
    /// <summary>The token's time is over; where tokens expire, another one can be had.</summary>
    public const string Expired = "token_expired";

    /// <summary>A workspace keeps the app out; in an enterprise there may be others that don't.</summary>
    public const string OneTeam = "team_access_not_granted";

    private static readonly HashSet<string> Dead =
        ["invalid_auth", "not_authed", "account_inactive", "token_revoked", Expired, "invalid_refresh_token", "app_uninstalled"];

    private static readonly HashSet<string> Busy = ["ratelimited", "rate_limited", "message_limit_exceeded"];

    // The workspace's admins keep the app out for now; what waits may still be shown when they let it in.
    private static readonly HashSet<string> Paused =
        [OneTeam, "access_denied", "ekm_access_denied", "enterprise_is_restricted", "org_login_required", "team_added_to_org"];

    private static readonly HashSet<string> Uncertain = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];

    public static Trouble Meaning(string error) =>
        Dead.Contains(error) ? Trouble.TokenDead : Busy.Contains(error) ? Trouble.Busy : Paused.Contains(error) ? Trouble.Paused : Uncertain.Contains(error) ? Trouble.Uncertain : Trouble.Refused;

    /// <summary>Slack's word, or a neutral one where what came has not the form of such a word, so that it may stand in a log.</summary>
    public static string Word(string error) => error.Length is > 0 and <= 80 && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? error : "unreadable_error";
}
