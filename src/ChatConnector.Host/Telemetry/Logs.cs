namespace ChatConnector.Host.Telemetry;

/// <summary>One line of JSON per event for machines, plain lines for a person at a desk.</summary>
public static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        else
            builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
    }
}
