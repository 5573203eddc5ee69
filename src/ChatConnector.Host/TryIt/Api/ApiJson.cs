using System.Text.Json;
using System.Text.Json.Serialization;
using ChatConnector.Host.TryIt.Rendering;
using ChatConnector.Host.TryIt.Screens;

namespace ChatConnector.Host.TryIt.Api;

/// <summary>How the API's values are written and read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StateView))]
[JsonSerializable(typeof(LinesView))]
[JsonSerializable(typeof(LineView))]
[JsonSerializable(typeof(TalkView))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ReadView))]
[JsonSerializable(typeof(CardView))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Heard))]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(Organizations.Chosen))]
[JsonSerializable(typeof(Says))]
[JsonSerializable(typeof(Rewrites))]
[JsonSerializable(typeof(TakesBack))]
[JsonSerializable(typeof(Presses))]
[JsonSerializable(typeof(Submits))]
[JsonSerializable(typeof(MakesAsk))]
[JsonSerializable(typeof(Reads))]
[JsonSerializable(typeof(OpensHome))]
[JsonSerializable(typeof(MovesClock))]
[JsonSerializable(typeof(Chooses))]
[JsonSerializable(typeof(Adds))]
public sealed partial class ApiJson : JsonSerializerContext;
