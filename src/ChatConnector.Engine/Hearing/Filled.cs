using ChatConnector.Engine.Suggesting.Reading;

namespace ChatConnector.Engine.Hearing;

/// <summary>
/// A filled-in form, read field by field. What is not given stays as it was; what cannot be accepted is noted, with words
/// to stand beside the field, and stays as it was too.
/// </summary>
internal sealed class Filled(Act act)
{
    private readonly Dictionary<string, string> errors = [];

    /// <summary>What is wrong, by field; the first finding counts.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    public bool Has(string field) => act.Fields.ContainsKey(field);

    public string Text(string field) => act.Field(field);

    public void Refuse(string field, string error) => errors.TryAdd(field, error);

    public string Words(string field, string before, int most)
    {
        if (!Has(field))
            return before;
        var words = act.Field(field);
        if (words.Length <= most)
            return words;
        Refuse(field, FormErrors.TooLong(words.Length, most));
        return before;
    }

    public int Number(string field, int before, int least, int most)
    {
        if (!Has(field))
            return before;
        if (int.TryParse(act.Field(field), out var number) && number >= least && number <= most)
            return number;
        Refuse(field, FormErrors.NotANumber(least, most));
        return before;
    }

    public LocalTime Time(string field, LocalTime before)
    {
        if (!Has(field))
            return before;
        if (LocalTimes.Read(act.Field(field)) is { } time)
            return time;
        Refuse(field, FormErrors.NotATime);
        return before;
    }

    /// <summary>A zone's id; empty is an answer too where there is something to fall back on.</summary>
    public string Zone(string field, string before, bool mayBeEmpty)
    {
        var id = act.Field(field);
        if (!Has(field))
            return before;
        if (id.Length == 0 ? mayBeEmpty : !Zones.IsUnknown(id))
            return id;
        Refuse(field, FormErrors.NotAZone);
        return before;
    }

    /// <summary>Days or spans of days, separated by commas or lines.</summary>
    public ImmutableList<LocalDate> Days(string field, ImmutableList<LocalDate> before, int most)
    {
        if (!Has(field))
            return before;
        var days = new SortedSet<LocalDate>();
        foreach (var written in act.Field(field).Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (LocalDates.ReadSpan(written) is not { } span)
            {
                Refuse(field, FormErrors.NotADay(Naming.Shortened(written, 30)));
                return before;
            }

            days.UnionWith(span);
        }

        if (days.Count <= most)
            return [.. days];
        Refuse(field, FormErrors.TooManyDays(most));
        return before;
    }

    /// <summary>Codes of languages that are known, in the order they are listed.</summary>
    public ImmutableList<string> Languages(string field, ImmutableList<string> before)
    {
        if (!Has(field))
            return before;
        var codes = act.Field(field).Split(',', StringSplitOptions.TrimEntries);
        var languages = Language.Known.Select(language => language.Code).Where(codes.Contains).ToImmutableList();
        if (!languages.IsEmpty)
            return languages;
        Refuse(field, FormErrors.NoLanguage);
        return before;
    }

    /// <summary>Any of an enum's values, by name; unknown names are passed over.</summary>
    public ImmutableList<T>? Choices<T>(string field)
        where T : struct, Enum => Has(field)
            ? [.. act.Field(field).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name[0]) ? value : (T?)null).OfType<T>().Distinct()]
            : null;

    /// <summary>Teammates who are here.</summary>
    public ImmutableList<TeammateId> People(string field, ImmutableList<TeammateId> before, Decision d)
    {
        if (!Has(field))
            return before;
        var people = act.People(field).Distinct().ToImmutableList();
        if (people.TrueForAll(p => d.Teammate(p).IsHere))
            return people;
        Refuse(field, FormErrors.UnknownPerson);
        return before;
    }
}
