using Microsoft.Data.Sqlite;

namespace ChatConnector.Benchmarks.Searching;

/// <summary>SQLite's full-text search, in memory. Its BM25 has the usual constants and no others.</summary>
internal static class FtsSearch
{
    private const int BestDocuments = 300;

    public static Report Text(Library library)
    {
        var began = Report.CpuTime();
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE documents USING fts5(words, content='', tokenize='ascii')");
        var people = Fill(database, library);
        Run(database, "INSERT INTO documents(documents) VALUES ('optimize')");
        var built = Report.CpuTime() - began;
        using var search = database.CreateCommand();
        search.CommandText = $"SELECT rowid, rank FROM documents WHERE documents MATCH $ask ORDER BY rank LIMIT {BestDocuments}";
        var ask = search.Parameters.Add("$ask", SqliteType.Text);
        var sums = new PersonSums(people.Max() + 1);
        return Report.Of(library.AllAsks, built, words =>
        {
            ask.Value = words.Replace(" ", " OR ", StringComparison.Ordinal);
            using var reader = search.ExecuteReader();
            while (reader.Read())
                sums.Add(people[reader.GetInt32(0)], -reader.GetDouble(1));
            return sums.TakeBest();
        });
    }

    private static List<int> Fill(SqliteConnection database, Library library)
    {
        List<int> people = [];
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO documents(rowid, words) VALUES ($number, $words)";
        var (number, text) = (insert.Parameters.Add("$number", SqliteType.Integer), insert.Parameters.Add("$words", SqliteType.Text));
        foreach (var document in library.Documents)
        {
            (number.Value, text.Value) = (people.Count, document.Text);
            insert.ExecuteNonQuery();
            people.Add(document.Person);
        }
        transaction.Commit();
        return people;
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
