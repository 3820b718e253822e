namespace OMem.Understanding.Llm;

/// <summary>The messages as the model gets them.</summary>
/// <param name="Context">Earlier messages, without a number: they cannot be cited.</param>
/// <param name="Messages">The messages to read.</param>
internal sealed record ReadInput(IReadOnlyList<ReadInputMessage> Context, IReadOnlyList<ReadInputMessage> Messages);

/// <summary>One message.</summary>
/// <param name="N">Its number, from 1; null for context.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Role">What kind of party.</param>
/// <param name="At">When, with the day of the week and the offset of the place.</param>
/// <param name="Text">What was said, as far as it is sent.</param>
/// <param name="Image">Description of an image, if there is one.</param>
internal sealed record ReadInputMessage(int? N, string Speaker, string Role, string At, string Text, string? Image);
