using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatConnector.Host.TryIt.Screens;

/// <summary>How the screen's rows rest in the store.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Line))]
[JsonSerializable(typeof(Talk))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(ReadMark))]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(Head))]
[JsonSerializable(typeof(Organizations.Chosen))]
public sealed partial class ScreenJson : JsonSerializerContext;
