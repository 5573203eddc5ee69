using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatConnector.Tests.Teams;

/// <summary>Ways of making a token that Microsoft did not make.</summary>
internal static class Mutation
{
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "none", "HS256", "ES256", ""];

    public static string Of(string good, Publisher microsoft, RSA ours, DateTimeOffset now, Random random)
    {
        var start = "Bearer ".Length;
        var mutated = random.Next(9) switch
        {
            0 => ChangeLetter(good, random.Next(start, good.Length), random),
            1 => good.Remove(random.Next(start, good.Length), 1),
            2 => good.Insert(random.Next(start, good.Length + 1), $"{Letters[random.Next(64)]}"),
            3 => good[..random.Next(start, good.Length)],
            4 => SwapParts(good[start..], random),
            5 => "Bearer " + microsoft.Sign(Odd(now, random), with: ours),
            6 => OtherPayload(good[start..], Odd(now, random)),
            7 => ChangeLetter(good, good.Length - 1, random),
            _ => OtherHeader(good[start..], random),
        };
        return mutated == good ? good + "A" : mutated;
    }

    private static string ChangeLetter(string good, int at, Random random)
    {
        var letter = Letters[random.Next(64)];
        return good[at] == letter ? good.Remove(at, 1) : good.Remove(at, 1).Insert(at, $"{letter}");
    }

    private static string SwapParts(string good, Random random)
    {
        var parts = good.Split('.');
        random.Shuffle(parts);
        return "Bearer " + string.Join('.', parts);
    }

    private static JsonObject Odd(DateTimeOffset now, Random random)
    {
        var claims = Publisher.Claims(now);
        var name = claims.ElementAt(random.Next(claims.Count)).Key;
        if (random.Next(3) == 0)
            claims.Remove(name);
        else
            claims[name] = $"{random.Next()}";
        return claims;
    }

    private static string OtherPayload(string good, JsonObject claims) => good.Split('.') is [var head, _, var signature]
        ? $"Bearer {head}.{Publisher.Text(claims)}.{signature}"
        : good;

    private static string OtherHeader(string good, Random random)
    {
        var head = new JsonObject { ["alg"] = Algorithms[random.Next(Algorithms.Length)], ["kid"] = "key-1" };
        if (random.Next(2) == 0)
            head["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = Publisher.Text(Encoding.ASCII.GetBytes("n")), ["e"] = "AQAB" };
        if (random.Next(2) == 0)
            head["x5u"] = "https://evil.example/key.pem";
        return good.Split('.') is [_, var claims, var signature] ? $"Bearer {Publisher.Text(head)}.{claims}.{signature}" : good;
    }
}
