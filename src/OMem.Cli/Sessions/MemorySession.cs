using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Sessions;

/// <summary>An engine opened for one command, and the memory the command works on.</summary>
internal sealed class MemorySession : IAsyncDisposable
{
    private readonly IMemoryEngine _engine;

    private MemorySession(IMemoryEngine engine, IMemory memory)
    {
        _engine = engine;
        Memory = memory;
    }

    /// <summary>The memory of the scope.</summary>
    public IMemory Memory { get; }

    /// <summary>Opens the store to be read; it has to be there.</summary>
    /// <exception cref="CommandFailedException">There is no store yet.</exception>
    public static Task<MemorySession> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = context.Settings.Scope();
        return File.Exists(context.Settings.StorePath)
            ? StartAsync(context, scope, cancellationToken)
            : throw new CommandFailedException(
                $"There is no memory at '{context.Settings.StorePath}' yet (place given by {context.Settings.Data.Origin}). "
                + "Store something with 'omem remember FILE', or give another --data.");
    }

    /// <summary>Opens the store to be read; where it is missing, an empty memory that leaves nothing behind.</summary>
    public static async Task<MemorySession> PeekAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = context.Settings.Scope();
        if (File.Exists(context.Settings.StorePath))
        {
            return await StartAsync(context, scope, cancellationToken);
        }

        var engine = EngineFactory.OpenEmpty(context.Settings);
        return new MemorySession(engine, engine.ForScope(scope));
    }

    /// <summary>Opens the store to be written; makes it where it is missing.</summary>
    public static Task<MemorySession> CreateAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = context.Settings.Scope();
        Directory.CreateDirectory(context.Settings.Data.Value);
        return StartAsync(context, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static async Task<MemorySession> StartAsync(CommandContext context, MemoryScope scope, CancellationToken cancellationToken)
    {
        var engine = await context.Host.OpenEngine(context.Settings, cancellationToken);
        return new MemorySession(engine, engine.ForScope(scope));
    }
}
