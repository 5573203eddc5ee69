using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Teams.Finding;

/// <summary>An address as it rests.</summary>
/// <param name="Since">Unix milliseconds of what made it so; an older event changes nothing any more.</param>
internal sealed record AddressRow(int Version, Address At, long Since)
{
    public const int Current = 1;

    public string ToJson() => JsonSerializer.Serialize(this, AddressJson.Default.AddressRow);

    /// <exception cref="StorageException">A newer version of this program wrote it, or nobody did.</exception>
    public static AddressRow Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AddressJson.Default.AddressRow) is { Version: Current } row
                ? row
                : throw new StorageException("An address was kept by another version of this program.");
        }
        catch (JsonException broken)
        {
            throw new StorageException("An address cannot be read.", broken);
        }
    }
}

[JsonSerializable(typeof(AddressRow))]
internal sealed partial class AddressJson : JsonSerializerContext;
