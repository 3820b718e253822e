namespace OMem.Evaluation;

/// <summary>One conversation at work: what the systems share of it. A memory is built once for all that use it.</summary>
internal sealed class ConversationDesk(AnswerConversation conversation, Func<AnswerConversation, MemoryMethod, BuiltMemory> build) : IAsyncDisposable
{
    private BuiltMemory? _built;
    private BuiltMemory? _paper;

    /// <summary>The conversation.</summary>
    public AnswerConversation Conversation => conversation;

    /// <summary>OMem's memory of it, opened when it is first used.</summary>
    public BuiltMemory Built => _built ??= build(conversation, MemoryMethod.OMem);

    /// <summary>The memory of it that the published method builds with a model, opened when it is first used.</summary>
    public BuiltMemory Paper => _paper ??= build(conversation, MemoryMethod.Paper);

    /// <summary>Removes what need not be kept, after disposing.</summary>
    public void Finish()
    {
        _built?.Finish();
        _paper?.Finish();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var memory in new[] { _built, _paper }.OfType<BuiltMemory>())
        {
            await memory.DisposeAsync().ConfigureAwait(false);
        }
    }
}
