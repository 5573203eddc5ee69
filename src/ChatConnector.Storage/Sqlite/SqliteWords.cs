using Microsoft.Data.Sqlite;

namespace ChatConnector.Storage.Sqlite;

/// <summary>Short ways to put a statement to a connection.</summary>
internal static class SqliteWords
{
    /// <summary>Runs statements of ours; nothing that anybody typed ever comes this way.</summary>
    public static void Run(this SqliteConnection connection, string statements)
    {
        using var command = connection.Statement(statements);
        command.ExecuteNonQuery();
    }

    public static object? Ask(this SqliteConnection connection, string statement)
    {
        using var command = connection.Statement(statement);
        return command.ExecuteScalar();
    }

    /// <summary>A statement to be kept and put again with other values.</summary>
    public static SqliteCommand Statement(this SqliteConnection connection, string statement, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; values travel as parameters.
        command.CommandText = statement;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }
}
