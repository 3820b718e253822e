using Sentinel.Market;

namespace Sentinel.Cli.Tests.Support;

/// <summary>A folder with generated bars, for one test.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-cli-");

    public Workplace(int bars = 150)
    {
        using var writer = new StreamWriter(At("bars.csv"));
        BarFile.Write(writer, BarGenerator.Generate(new BarGeneratorOptions { Seed = 7, Count = bars, MeanBarsBetweenEpisodes = 25 }).Bars);
    }

    public string Folder => _folder.FullName;

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    public string[] Replay(string journal, params string[] more) =>
        ["replay", "--bars", "bars.csv", "--symbol", "SYNUSDT", "--seed", "3", "--journal", journal, "--tenant", "acme", "--user", "ines", .. more];

    public Task<(int Code, string Out, string Error)> RunAsync(params string[] args) => SentinelProcess.RunAsync(Folder, args);

    public void Dispose() => _folder.Delete(recursive: true);
}
