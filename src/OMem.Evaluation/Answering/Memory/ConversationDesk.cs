namespace OMem.Evaluation;

/// <summary>One conversation at work: what the systems share of it. The memory is built once for all that use it.</summary>
internal sealed class ConversationDesk(AnswerConversation conversation, Func<AnswerConversation, BuiltMemory> build) : IAsyncDisposable
{
    private BuiltMemory? _built;

    /// <summary>The conversation.</summary>
    public AnswerConversation Conversation => conversation;

    /// <summary>OMem's memory of it, opened when it is first used.</summary>
    public BuiltMemory Built => _built ??= build(conversation);

    /// <summary>Removes what need not be kept, after disposing.</summary>
    public void Finish() => _built?.Finish();

    public ValueTask DisposeAsync() => _built?.DisposeAsync() ?? ValueTask.CompletedTask;
}
