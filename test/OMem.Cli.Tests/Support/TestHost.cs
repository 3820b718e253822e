using System.Text;
using OMem.Cli.Hosting;

namespace OMem.Cli.Tests.Support;

/// <summary>A host with streams, environment and directory of its own.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-cli-test-");

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public StringWriter Out { get; } = new() { NewLine = "\n" };

    public StringWriter Error { get; } = new() { NewLine = "\n" };

    public string Input { get; set; } = "";

    public bool IsTerminal { get; set; }

    public bool InputIsTerminal { get; set; }

    public string WorkingDirectory => _directory.FullName;

    public CliHost Host => new()
    {
        Out = Out,
        Error = Error,
        OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        OutIsTerminal = IsTerminal,
        InputIsTerminal = InputIsTerminal,
        Environment = name => Environment.GetValueOrDefault(name),
        WorkingDirectory = WorkingDirectory,
    };

    public string Path(string name) => System.IO.Path.Combine(WorkingDirectory, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Runs a command line and returns its exit code; what it wrote replaces what was written before.</summary>
    public Task<int> RunAsync(params string[] args)
    {
        Out.GetStringBuilder().Clear();
        Error.GetStringBuilder().Clear();
        return Cli.Hosting.Cli.RunAsync(Host, args);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
