using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>A setting and where it was given.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">For example <c>--user</c>, <c>OMEM_USER</c> or a file's path; <c>default</c> when nobody gave it.</param>
internal sealed record Setting(string Value, string Origin);

/// <summary>The settings every command shares, each from the first source that gives it: option, environment, file.</summary>
internal sealed record CliSettings
{
    /// <summary>The value of <c>--embedding-model</c> for recall by words alone, and of <c>--key-file</c> for no key.</summary>
    public const string NoModel = "none";

    /// <summary>The file name of the store inside the data directory.</summary>
    public const string StoreFileName = "memory.omem";

    private readonly Setting? _data;

    /// <summary>The scope's tenant; null when nobody gave one.</summary>
    public Setting? Tenant { get; init; }

    /// <summary>The scope's user; null when nobody gave one.</summary>
    public Setting? User { get; init; }

    /// <summary>The scope's agent; null when the memory is shared by the user's agents.</summary>
    public Setting? Agent { get; init; }

    /// <summary>The data directory as a full path.</summary>
    /// <exception cref="UsageException">Nobody gave one and there is no home directory to keep data in.</exception>
    public Setting Data
    {
        get => _data ?? throw new UsageException("There is no home directory to keep data in; give --data DIR or OMEM_DATA.");
        init => _data = value;
    }

    /// <summary>A model directory as a full path, or <see cref="NoModel"/>; null for the bundled model.</summary>
    public Setting? EmbeddingModel { get; init; }

    /// <summary>How memory is built and read.</summary>
    public MemoryMethod Method { get; init; }

    /// <summary>The language models; none unless one is named.</summary>
    public LlmSettings Llm { get; init; } = LlmSettings.None;

    /// <summary>The master keys of an encrypted store.</summary>
    public KeySettings Keys { get; init; } = KeySettings.None;

    /// <summary>The store file.</summary>
    public string StorePath => Path.Combine(Data.Value, StoreFileName);
}
