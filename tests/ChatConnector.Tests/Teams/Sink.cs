using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatConnector.Tests.Teams;

/// <summary>Stands in for the whole internet: wherever a client of it wants to go, it arrives here, and what it brought is written down.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Host, string Authorization)> heard = new();

    private Sink(WebApplication app) => this.app = app;

    public IReadOnlyList<(string Host, string Authorization)> Heard => [.. heard];

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate()));
        });
        var app = builder.Build();
        var sink = new Sink(app);
        app.Run(context =>
        {
            sink.heard.Enqueue((context.Request.Host.Host, context.Request.Headers.Authorization.ToString()));
            return context.Response.WriteAsJsonAsync(new { id = "1" });
        });
        await app.StartAsync();
        return sink;
    }

    public HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var port = new Uri(app.Urls.ElementAt(context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps ? 1 : 0)).Port;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        // It is everybody at once, so its certificate is nobody's.
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=sink" },
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=sink", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
