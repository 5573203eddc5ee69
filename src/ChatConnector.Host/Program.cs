using ChatConnector.Host;
using ChatConnector.Host.Settings;

try
{
    // Settings are read once; watching for changes would wake with every write to a database in this folder.
    var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
    builder.AddChatConnector();
    var app = builder.Build();
    if (Commands.Asked(args))
    {
        await using (app)
            return await Commands.RunAsync(app.Services, args, Console.Out);
    }

    app.UseChatConnector();
    await app.RunAsync();
    return 0;
}
catch (Exception trouble) when (Trouble.Explain(trouble) is { } problems)
{
    await Console.Error.WriteLineAsync(Trouble.Screen(problems));
    return Trouble.ExitCode;
}
