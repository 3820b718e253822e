using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Interactions;
using OMem.Models;
using OMem.Paper;
using OMem.Text;
using OMem.Understanding.Llm;

namespace OMem.Understanding.Paper;

/// <summary>
/// The published first step (O-Mem, arXiv 2511.13593, eq. 1): one call for each message of a person, without any other message as context,
/// gives its topic, attributes and facts. What the model says is not checked against the message. Messages of others are not read.
/// </summary>
/// <remarks>Thread-safe. The same answers of the model give the same understanding.</remarks>
internal sealed class PaperInteractionReader : IModelReader
{
    private const int MostItems = 32;
    private const int MaxLabel = 100;
    private const int MaxSentence = 400;
    private const int MostCaptionTokens = 200;
    private const int LeastTextTokens = 100;

    /// <summary>The published method knows no confidence: one number for all.</summary>
    private const double Confidence = 0.8;

    private readonly ModelCaller _caller;
    private readonly ChatMessage _instructions;
    private readonly int _fixedTokens;
    private readonly int _mostTextTokens;

    /// <summary>Creates a reader.</summary>
    /// <param name="caller">Calls the model.</param>
    /// <param name="prompts">The prompts of the method; all of them are part of its identity.</param>
    /// <param name="options">Limits of a call.</param>
    public PaperInteractionReader(ModelCaller caller, PaperPrompts prompts, ModelOptions options)
    {
        _caller = caller;
        Prompts = prompts;
        _fixedTokens = TokenEstimate.Count(prompts.Understand.Text);
        _instructions = new ChatMessage(ChatRole.System, prompts.Understand.Text);
        _mostTextTokens = Math.Max(LeastTextTokens, options.PromptTokensPerCall - _fixedTokens - MostCaptionTokens);
        Identity = new ReaderIdentity("paper", $"{caller.ModelId(ModelStage.Read)}/{prompts.Understand.Version}/{prompts.Route.Version}/{prompts.Merge.Version}");
    }

    /// <inheritdoc/>
    public ReaderIdentity Identity { get; }

    /// <summary>The prompts of the method.</summary>
    public PaperPrompts Prompts { get; }

    /// <summary>Estimated tokens of the call that reads a message.</summary>
    public int PromptTokens(StoredInteraction stored) => _fixedTokens + TokenEstimate.Count(Input(stored.Interaction));

    /// <inheritdoc/>
    public IEnumerable<ReadingRequest> Divide(MemoryScope scope, IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before) =>
        interactions.Select(interaction => new ReadingRequest(scope, [interaction], []));

    /// <inheritdoc/>
    /// <exception cref="ModelException">There is no model, or a call gave no usable answer.</exception>
    public async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        PaperMethod.CheckModel(_caller);
        return await Task.WhenAll(request.Interactions.Select(stored => ReadAsync(request.Scope, stored, cancellationToken))).ConfigureAwait(false);
    }

    private async Task<InteractionUnderstanding> ReadAsync(MemoryScope scope, StoredInteraction stored, CancellationToken cancellationToken)
    {
        if (stored.Interaction.Role is not SpeakerRole.Person)
        {
            return new InteractionUnderstanding(stored.Sequence, [], [], []);
        }

        var call = new ModelCall(scope, ModelStage.Read, [_instructions, new ChatMessage(ChatRole.User, Input(stored.Interaction))]);
        var answer = await _caller.CallAsync(new ModelCall<PaperReadAnswer>(call, PaperReadJson.Default.Options) { Salvage = PaperReadFormat.Salvage }, cancellationToken).ConfigureAwait(false);
        return Understanding(answer.Value, stored);
    }

    private string Input(Interaction interaction) => JsonSerializer.Serialize(
        new PaperReadInput(
            interaction.Speaker,
            interaction.OccurredAt.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ReadPrompt.Head(interaction.Text, _mostTextTokens),
            interaction.Metadata.GetValueOrDefault(InteractionAnalyzer.CaptionKey) is { } caption ? ReadPrompt.Head(caption, MostCaptionTokens) : null),
        PaperReadFormat.Input);

    private static InteractionUnderstanding Understanding(PaperReadAnswer answer, StoredInteraction stored)
    {
        var evidence = new Evidence(stored.Sequence, stored.Interaction.Id, 0, 0);
        var speaker = stored.Interaction.Speaker;
        return new InteractionUnderstanding(
            stored.Sequence,
            FieldText.Label(answer.Topic, MaxLabel) is { } label ? [new TopicCandidate(label, 1, evidence)] : [],
            Lines(answer.Attributes).ConvertAll(text => new AttributeCandidate
            {
                Subject = speaker, Aspect = PaperMethod.Aspect, Value = text, Text = text, Confidence = Confidence, Evidence = evidence,
            }),
            Lines(answer.Facts).ConvertAll(text => new FactCandidate { Subject = speaker, Text = text, Confidence = Confidence, Evidence = evidence }));
    }

    private static List<string> Lines(IReadOnlyList<string?>? texts) =>
        [.. (texts ?? []).Select(static text => FieldText.Line(text, MaxSentence)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostItems)];
}
