using Microsoft.Extensions.AI;
using OMem.Models;

namespace OMem.ChatClients;

/// <summary>The chat clients of a host, made from its settings. Nothing is connected before the first call.</summary>
/// <remarks>Safe to use from many threads. Owns its clients: dispose it after the engine that uses them.</remarks>
public sealed class ChatModels : IDisposable
{
    private readonly Dictionary<ModelRole, IChatClient> _clients = [];
    private readonly Dictionary<ResolvedModel, IChatClient> _owned = [];
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _time;
    private readonly TimeSpan _networkTimeout;

    private ChatModels(ChatModelsSettings settings, Func<string, string?> environment, TimeProvider time)
    {
        Models = new ModelResolver(settings, environment).Resolve();
        _environment = environment;
        _time = time;
        _networkTimeout = settings.NetworkTimeout;
    }

    /// <summary>What each role uses, in the order of the roles; empty when no model is configured.</summary>
    public IReadOnlyList<ResolvedModel> Models { get; }

    /// <summary>Makes the clients.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="environment">Reads an environment variable, for keys; null for the process's own environment.</param>
    /// <param name="time">The clock, for a <c>Retry-After</c> that is a date.</param>
    /// <exception cref="InvalidModelSettingsException">The settings are not valid; names every fault.</exception>
    public static ChatModels Create(ChatModelsSettings settings, Func<string, string?>? environment = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ExchangeFolders.Check(settings);
        environment ??= Environment.GetEnvironmentVariable;
        var models = new ChatModels(settings, environment, time ?? TimeProvider.System);
        foreach (var group in models.Models.GroupBy(WithoutRole))
        {
            var asked = settings is { ReplayFolder: not null, RecordFolder: null }
                ? null : ChatClientFactory.Create(group.Key, Key(group.Key, environment), settings.NetworkTimeout, models._time);
            if (asked is not null)
            {
                models._owned.Add(group.Key, asked);
            }

            foreach (var model in group)
            {
                models._clients[model.Role] = WithExchanges(asked, model, settings);
            }
        }

        return models;
    }

    /// <summary>The client of a role; null when it has no model.</summary>
    public IChatClient? For(ModelRole role) => _clients.GetValueOrDefault(role);

    /// <summary>The models an engine takes.</summary>
    public MemoryModels ToMemoryModels() => new()
    {
        Reader = For(ModelRole.Reader),
        Consolidator = For(ModelRole.Consolidator),
        Summarizer = For(ModelRole.Summarizer),
        Answerer = For(ModelRole.Answerer),
    };

    /// <summary>Checks each distinct model with five short calls, about 200 tokens: whether it answers, how fast, in structure, in a stream. Nothing is recorded.</summary>
    /// <exception cref="InvalidOperationException">Answers are only replayed: there is nothing to check.</exception>
    public async Task<IReadOnlyList<ModelCheck>> CheckAsync(CancellationToken cancellationToken = default)
    {
        var checks = new List<ModelCheck>();
        foreach (var group in Models.GroupBy(WithoutRole))
        {
            if (!_owned.TryGetValue(group.Key, out var client))
            {
                throw new InvalidOperationException("Answers are only replayed: there is no endpoint to check.");
            }

            using var http = ChatClientFactory.Http(group.Key, Key(group.Key, _environment), _networkTimeout, _time);
            var start = new ModelCheck { Model = group.First(), Roles = [.. group.Select(model => model.Role)] };
            checks.Add(await new ModelChecker(client, http, start, _time).RunAsync(cancellationToken).ConfigureAwait(false));
        }

        return checks;
    }

    /// <summary>Disposes the clients.</summary>
    public void Dispose()
    {
        foreach (var client in _owned.Values)
        {
            client.Dispose();
        }
    }

    /// <summary>The key of a model, as it is sent.</summary>
    internal static string? Key(ResolvedModel model, Func<string, string?> environment)
    {
        if (!model.HasKey)
        {
            return null;
        }

        var key = environment(model.KeyVariable)!.Trim();
        return key.All(letter => letter is > ' ' and < '\u007F')
            ? key
            : throw new InvalidModelSettingsException([$"The key in {model.KeyVariable} holds a space or a character that cannot be sent in a header."]);
    }

    private static IChatClient WithExchanges(IChatClient? asked, ResolvedModel model, ChatModelsSettings settings) => (asked, settings.RecordFolder) switch
    {
        (null, _) => new ReplayChatClient(settings.ReplayFolder!, model.Model) { Name = Name(model.Role) },
        (_, null) => asked,
        var (_, folder) => new RecordingChatClient(asked, folder) { ReplayFolder = settings.ReplayFolder },
    };

    private static ResolvedModel WithoutRole(ResolvedModel model) => model with { Role = default };

    private static string Name(ModelRole role) => role.ToString().ToLowerInvariant();
}
