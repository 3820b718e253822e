namespace OMem.Consolidation.Judging;

/// <summary>A judging call as the model gets it.</summary>
/// <param name="Known">Items of the memory.</param>
/// <param name="New">Statements to decide about.</param>
internal sealed record JudgeInput(IReadOnlyList<JudgeInputItem> Known, IReadOnlyList<JudgeInputItem> New);

/// <summary>An item or a statement.</summary>
/// <param name="N">Its number in this call.</param>
/// <param name="Kind">Its aspect, or <c>event</c> or <c>plan</c>.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Said">The day it was last stated.</param>
/// <param name="Time">The day from which it holds, or on which it happened, if known and another.</param>
/// <param name="Tense"><c>ended</c> for what is over; null otherwise.</param>
/// <param name="Near">Numbers it is to be compared with; null for an item.</param>
internal sealed record JudgeInputItem(int N, string Kind, string Text, string? Said, string? Time, string? Tense, IReadOnlyList<int>? Near);
