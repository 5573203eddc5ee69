using System.Reflection;
using ChatConnector.Host.Settings;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatConnector.Host.Telemetry;

/// <summary>Sends our meters and traces to an OTLP endpoint, for as long as the process lives, if one is configured.</summary>
public sealed class Exporting(TelemetrySettings settings) : IHostedService, IDisposable
{
    private const string Ours = "chatconnector*";

    private MeterProvider? meters;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Endpoint is not { } endpoint)
            return Task.CompletedTask;
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        var resource = ResourceBuilder.CreateDefault().AddService("chatconnector", serviceVersion: version);
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Ours)
            .AddMeter("Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter(o => o.Endpoint = endpoint).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Ours)
            .AddOtlpExporter(o => o.Endpoint = endpoint).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Disposing flushes what was measured last.</summary>
    public void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
    }
}
