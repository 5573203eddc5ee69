using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Slack.Directories;

/// <summary>How far a census has come.</summary>
/// <param name="Since">When Connector was let into the workspace, Unix seconds.</param>
/// <param name="Began">Unix seconds.</param>
/// <param name="Cursor">Where Slack's next page begins; null for the first.</param>
public sealed record CensusRow(int Version, long Since, long Began, string? Cursor = null, bool IsDone = false)
{
    public const int Current = 1;
}

/// <summary>Where the census of each workspace stands.</summary>
public sealed class CensusRows(IStore store)
{
    private const string Partition = "slack";
    private const string Prefix = "census|";

    /// <summary>Null where none was ever begun, or by a program that wrote it differently; then it begins anew.</summary>
    public async Task<(CensusRow? Row, string? ETag)> ReadAsync(string workspace, CancellationToken cancellation) =>
        await store.ReadAsync(Partition, [Prefix + workspace], cancellation) is [var kept] ? (Parse(kept.Json), kept.ETag) : (null, null);

    /// <returns>False when somebody else wrote it meanwhile.</returns>
    public Task<bool> WriteAsync(string workspace, CensusRow row, string? over, CancellationToken cancellation)
    {
        var (key, json) = (Prefix + workspace, JsonSerializer.Serialize(row, CensusJson.Default.CensusRow));
        return store.CommitAsync(Partition, [over is null ? new RowChange.Insert(key, json) : new RowChange.Replace(key, json, over)], cancellation);
    }

    public async Task RemoveAsync(string workspace, CancellationToken cancellation)
    {
        if ((await ReadAsync(workspace, cancellation)).ETag is { } etag)
            await store.CommitAsync(Partition, [new RowChange.Delete(Prefix + workspace, etag)], cancellation);
    }

    private static CensusRow? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CensusJson.Default.CensusRow) is { Version: CensusRow.Current } row ? row : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(CensusRow))]
internal sealed partial class CensusJson : JsonSerializerContext;
