namespace OMem.Sqlite.Schema;

/// <summary>One step of the layout, run in one transaction, forward only. A step that has shipped is never changed.</summary>
/// <param name="Version">The version the file has after it.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Migration(int Version, string Sql);
